/** The screens Guides: the list of the four, or the one that the address names. */
import { ScreenLink } from '../../controls/screen-link.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { useView } from '../../state/use-view.ts';
import type { Guide } from '../../text/guides/declare.ts';
import { guides, picturedOn, guideWords as words } from '../../text/guides.ts';
import { formatDate } from '../../text/numbers.ts';
import { GuideStepBlock } from './guide-step.tsx';
import styles from './guides-screen.module.css';

export function GuidesScreen() {
  const { view } = useView();
  const guide = guides.find(({ id }) => `guide-${id}` === view.screen);
  return guide ? <GuidePage guide={guide} /> : <GuideList />;
}

function GuideList() {
  return (
    <SectionPage title={words.title} lead={words.lead}>
      <ul className={styles.list}>
        {guides.map(({ id, reader, title, lead, steps }) => (
          <li key={id} className={styles.entry}>
            <p className={styles.reader}>{reader}</p>
            <h2 className={styles.heading}>
              <ScreenLink change={{ screen: `guide-${id}` }}>{title}</ScreenLink>
            </h2>
            <p>{lead}</p>
            <p className={styles.reader}>{words.steps(steps.length)}</p>
          </li>
        ))}
      </ul>
      <section aria-labelledby="keeper-title" className={styles.keeper}>
        <h2 id="keeper-title" className={styles.heading}>
          {words.keeper.title}
        </h2>
        <p>{words.keeper.says}</p>
        <ul>
          {words.keeper.commands.map(({ command, use }) => (
            <li key={command}>
              <code>{command}</code>
              {` ${use}`}
            </li>
          ))}
        </ul>
      </section>
    </SectionPage>
  );
}

function GuidePage({ guide }: { guide: Guide }) {
  return (
    <SectionPage title={guide.title} lead={guide.lead} above={<p className={styles.reader}>{guide.reader}</p>}>
      <ol className={styles.steps}>
        {guide.steps.map((step, i) => (
          <li key={step.picture.id} className={styles.step}>
            <GuideStepBlock step={step} rank={i + 1} />
          </li>
        ))}
      </ol>
      <p className={styles.dated}>{words.dated(formatDate(picturedOn))}</p>
    </SectionPage>
  );
}
