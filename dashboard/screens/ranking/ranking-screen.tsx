/** Who comes first by the criteria and weights that a person chooses, and how much the order owes to them. */

import { CopyLink } from '../../controls/copy-link.tsx';
import { DepartementChoice } from '../../controls/departement-choice.tsx';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { Segments } from '../../controls/segments.tsx';
import { EpciFilter } from '../../controls/view-controls.tsx';
import { isProposal } from '../../state/ranking-criteria.ts';
import { type Ranking, useRanking } from '../../state/use-ranking.ts';
import { useView } from '../../state/use-view.ts';
import { summariseRanking, ranking as words } from '../../text/ranking.ts';
import { sections } from '../../text/sections.ts';
import { CriterionWeights } from './criterion-weights.tsx';
import styles from './ranking-screen.module.css';
import { RankingTable } from './ranking-table.tsx';
import { Robustness } from './robustness.tsx';
import { ScoreBars } from './score-bars.tsx';

export function RankingScreen() {
  const { view, choose } = useView();
  const { ranking, error } = useRanking();
  const { level } = view;
  return (
    <SectionPage isWide title={sections.titles.ranking} lead={ranking ? leadOf(ranking, view) : undefined}>
      <div className={styles.columns}>
        <section className={styles.choices} aria-labelledby="criteria-title">
          <Segments
            label={words.level}
            items={(['commune', 'epci'] as const).map((id) => ({ id, label: words.levels[id] }))}
            chosen={level}
            onChoose={(id) => choose({ level: id === 'epci' ? 'epci' : 'commune' })}
          />
          <DepartementChoice />
          {level === 'commune' && <EpciFilter />}
          <h2 id="criteria-title" className={styles.heading}>
            {words.criteria}
          </h2>
          {ranking && <CriterionWeights criteria={ranking.criteria} />}
          <div>
            <CopyLink />
          </div>
        </section>
        <div className={styles.result}>
          {ranking ? (
            <>
              <ScoreBars ranking={ranking} />
              <p className={styles.note}>{words.method}</p>
              <Robustness ranking={ranking} />
              <RankingTable ranking={ranking} />
            </>
          ) : error ? (
            <Failure message={words.failed(error.message)} />
          ) : (
            <p className={styles.note}>{words.waiting}</p>
          )}
        </div>
      </div>
    </SectionPage>
  );
}

function leadOf(ranking: Ranking, view: ReturnType<typeof useView>['view']): string {
  if (ranking.criteria.length === 0) return words.noCriterion;
  const ranked = ranking.rows.filter(({ rank }) => rank !== null);
  return summariseRanking({
    level: view.level,
    first: ranked.map(({ name }) => name),
    compared: ranking.compared,
    unranked: ranking.unranked,
    isProposal: isProposal(view.gaps.weights),
    epci: ranking.epci,
    bestRank: ranked[0]?.rank ?? null,
  });
}
