/** One project of the summary in a short block, never cut by the end of a page, its source written in full. */
import type { Project } from '../../../api/contract-projects.ts';
import { completenessOf } from '../../../data/analysis/project-completeness.ts';
import { fundersOf } from '../../../data/analysis/project-facts.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { ThemeMark } from '../../controls/theme-mark.tsx';
import { formatEuros } from '../../text/numbers.ts';
import { summary as words } from '../../text/project-summary.ts';
import { list, type NameOf, phaseLabel, projectDates, projectPlace } from '../../text/projects.ts';
import styles from './sheet-block.module.css';

interface SheetBlockProps {
  readonly project: Project;
  readonly rank: number;
  readonly nameOf: NameOf;
}

export function SheetBlock({ project, rank, nameOf }: SheetBlockProps) {
  const { met, total, missing } = completenessOf(project);
  const { terms } = words;
  const dates = projectDates(project);
  const facts: readonly (readonly [term: string, text: string])[] = [
    [terms.carrier, project.porteur],
    [terms.place, projectPlace(project, nameOf)],
    [terms.phase, `${phaseLabel(project.phase)}, ${dates ?? words.noDates}`],
    [terms.budget, project.budgetEuros === null ? words.unknown : formatEuros(project.budgetEuros)],
    [terms.funders, fundersOf(project).join(', ') || words.unknown],
    ...(project.partenaires.length > 0 ? [[terms.partners, project.partenaires.join(', ')] as const] : []),
    [terms.complete, `${words.complete(met, total)}. ${words.missing(missing.map(({ label }) => label))}`],
  ];
  return (
    <article id={`fiche-${project.id}`} className={styles.sheet} data-project={project.id}>
      <p className={styles.theme}>
        <ThemeMark theme={project.theme} />
      </p>
      <h3 className={styles.title}>
        {rank}. <ScreenLink change={{ screen: 'project', item: project.id }}>{project.titre}</ScreenLink>
      </h3>
      <p className={styles.text}>{project.resume}</p>
      {project.objectifs !== null && <p className={styles.text}>{project.objectifs}</p>}
      <dl className={styles.facts}>
        {facts.map(([term, text]) => (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div className={styles.fact}>
          <dt>{terms.source}</dt>
          <dd>
            {words.sourceOf(project.sourceDate, list.confidence[project.confiance])}
            {'\u00a0: '}
            <a className={styles.address} href={project.sourceUrl} rel="noreferrer">
              {project.sourceUrl}
            </a>
          </dd>
        </div>
      </dl>
    </article>
  );
}
