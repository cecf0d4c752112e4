/** The sites that would win most inhabitants, in order, with what each wins. */
import { memo } from 'react';
import type { Territory } from '../../../api/contract.ts';
import { Button } from '../../controls/button.tsx';
import { NumberSlider } from '../../controls/number-slider.tsx';
import { mostSites } from '../../state/gap-choices.ts';
import { reach as measured, sites as words } from '../../text/reach.ts';
import { CandidateList } from './candidate-list.tsx';
import styles from './reach-sites.module.css';
import type { ShownSite } from './use-scenario.ts';

interface NextSitesProps {
  readonly sites: readonly ShownSite[];
  readonly communes: ReadonlyMap<string, Territory>;
  readonly isPartial: boolean;
  readonly candidates: readonly string[];
  readonly count: number;
  readonly onMoveCount: (count: number) => void;
  readonly onChooseCount: (count: number) => void;
  readonly onChooseCandidates: (codes: readonly string[]) => void;
  /** Makes them the sites of the scenario. */
  readonly onTake: () => void;
}

export const NextSites = memo(function NextSites(props: NextSitesProps) {
  const { sites, communes, isPartial, candidates, count } = props;
  const nameOf = (code: string) => communes.get(code)?.nom ?? code;
  return (
    <section className={styles.block} aria-labelledby="next-sites-title">
      <h2 id="next-sites-title" className={styles.title}>
        {words.title}
      </h2>
      <p className={styles.note}>{candidates.length === 0 ? words.lead : words.leadAmong(candidates.length)}</p>
      <NumberSlider
        label={measured.count}
        value={count}
        least={1}
        most={mostSites}
        step={1}
        format={measured.siteCount}
        onMove={props.onMoveCount}
        onChoose={props.onChooseCount}
      />
      {sites.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol className={styles.list}>
          {sites.map(({ code, gained, won }, rank) => (
            <li key={code} className={styles.item}>
              <span className={styles.number} aria-hidden="true">
                {rank + 1}
              </span>
              <span className={styles.name}>{nameOf(code)}</span>
              <span className={styles.gained}>{words.gained(gained)}</span>
              <span className={styles.won}>
                {words.won(
                  won.map((commune) => nameOf(commune.code)),
                  isPartial,
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {sites.length > 0 && sites.length < count && (
        <p className={styles.note}>{words.fewer(sites.length, candidates.length > 0)}</p>
      )}
      <p className={styles.note}>{words.guarantee}</p>
      {sites.length > 0 && <Button onPress={props.onTake}>{words.take}</Button>}
      <CandidateList chosen={candidates} communes={communes} onChoose={props.onChooseCandidates} />
    </section>
  );
});
