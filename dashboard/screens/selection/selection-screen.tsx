/** One pre-selection, at an address that cannot be guessed: what the scores say, the comparison, and the means to score. */
import { Button } from '../../controls/button.tsx';
import { CopyLink } from '../../controls/copy-link.tsx';
import { Failure } from '../../controls/failure.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { basketAddress, useBasket } from '../../state/project-queries.ts';
import { ApiError } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { sections } from '../../text/sections.ts';
import { disagreementSentence, selectionLead, selection as words } from '../../text/selection.ts';
import { Comparison } from './comparison.tsx';
import { Ranking } from './ranking.tsx';
import { ScoresTable } from './scores-table.tsx';
import { ScoringForm } from './scoring-form.tsx';
import styles from './selection-screen.module.css';

export function SelectionScreen() {
  const { view } = useView();
  const { data: basket, error } = useBasket(view.item);
  if (!basket) {
    const isUnknown = error instanceof ApiError && error.problem?.status === 404;
    return (
      <SectionPage title={sections.titles.selection} {...(isUnknown ? { lead: words.unknown } : {})}>
        {isUnknown && <ScreenLink change={{ screen: 'selections' }}>{words.back}</ScreenLink>}
        {!isUnknown && error && <Failure message={words.failed(error.message)} />}
        {!error && <p aria-busy="true">{words.waiting}</p>}
      </SectionPage>
    );
  }
  const hasScores = basket.participants.length > 0;
  const disagreement = disagreementSentence(basket);
  return (
    <SectionPage title={basket.titre} lead={selectionLead(basket)}>
      <div className={styles.top}>
        <nav aria-label={words.contents} className={styles.contents}>
          {hasScores && <a href="#classement">{words.ranking}</a>}
          <a href="#comparer">{words.toCompare}</a>
          <a href="#noter">{words.toScore}</a>
          {hasScores && <a href="#notes">{words.allScores}</a>}
        </nav>
        <div className={styles.actions}>
          <CopyLink />
          <Button isQuiet onPress={() => window.print()}>
            {words.print}
          </Button>
          <a href={basketAddress(basket.id, 'xlsx')} download>
            {words.xlsx}
          </a>
        </div>
      </div>
      {hasScores && (
        <section id="classement" aria-labelledby="ranking" className={styles.part}>
          <h2 id="ranking">{words.ranking}</h2>
          {disagreement !== null && <p>{disagreement}</p>}
          <Ranking basket={basket} />
        </section>
      )}
      <section id="comparer" aria-labelledby="compare" className={styles.part}>
        <h2 id="compare">{words.toCompare}</h2>
        <Comparison sheets={basket.fiches} />
      </section>
      <section id="noter" aria-labelledby="score" className={styles.form}>
        <h2 id="score">{words.toScore}</h2>
        <ScoringForm key={basket.id} basket={basket} />
      </section>
      {hasScores && (
        <section id="notes" aria-labelledby="scores" className={styles.part}>
          <h2 id="scores">{words.allScores}</h2>
          <ScoresTable basket={basket} />
        </section>
      )}
      <p className={styles.note}>
        {words.created(basket.creeLe)}. {words.warning}
      </p>
    </SectionPage>
  );
}
