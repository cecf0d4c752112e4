/** Who lives too far from a place, where the next ones would serve most people, and what sites chosen by hand change. */
import { useState } from 'react';
import type { Place, Territory } from '../../../api/contract.ts';
import type { Population, ReachMeans } from '../../../api/contract-reach.ts';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { usePlaces, useTerritories } from '../../state/queries.ts';
import { useCovers, usePopulation, useReachMeans } from '../../state/use-reach-data.ts';
import { useView } from '../../state/use-view.ts';
import { reach as words } from '../../text/reach.ts';
import { timeWords } from '../../text/reach-assumptions.ts';
import { sections } from '../../text/sections.ts';
import { MeasuredReach } from './measured-reach.tsx';
import { ReachChoices } from './reach-choices.tsx';
import styles from './reach-screen.module.css';

export function ReachScreen() {
  const places = usePlaces(true);
  const communes = useTerritories('commune');
  const epci = useTerritories('epci');
  const population = usePopulation();
  const means = useReachMeans();
  const failed = places.error ?? communes.error ?? epci.error ?? population.error ?? means.error;
  if (!places.data || !communes.data || !epci.data || !population.data || !means.data)
    return (
      <SectionPage isWide title={sections.titles.reach}>
        {failed ? <Failure message={failed.message} /> : <p className={styles.muted}>{words.waiting}</p>}
      </SectionPage>
    );
  return (
    <ReachPage
      places={places.data.lieux}
      total={places.data.total}
      communes={communes.data.territoires}
      epci={epci.data.territoires}
      population={population.data}
      means={means.data}
    />
  );
}

export interface ReachPageProps {
  readonly places: readonly Place[];
  readonly total: number;
  readonly communes: readonly Territory[];
  readonly epci: readonly Territory[];
  readonly population: Population;
  readonly means: ReachMeans;
}

function ReachPage(props: ReachPageProps) {
  const { places, epci, means, population } = props;
  const { view } = useView();
  const { gaps } = view;
  // What a slider says while it moves; the address takes it when it is let go.
  const [moving, setMoving] = useState<number | null>(null);
  const isInMinutes = gaps.limitMinutes !== null && means.temps !== null;
  const covers = useCovers(view, isInMinutes);
  const choices = <ReachChoices places={places} epci={epci} means={means} moving={moving} onMove={setMoving} />;
  const isStale = covers.data && covers.data.demandes !== countDemands(population, view.epci);
  const waiting =
    !isInMinutes || (covers.data && !isStale) ? null : isStale ? (
      <p role="alert">{timeWords.stale}</p>
    ) : covers.error ? (
      <Failure message={covers.error.message} />
    ) : (
      <div role="status">
        <p className={styles.heading}>{timeWords.waiting}</p>
        <p className={styles.muted}>{covers.failureReason?.message}</p>
      </div>
    );
  return (
    <MeasuredReach
      {...props}
      choices={choices}
      covers={isInMinutes && !isStale ? (covers.data ?? null) : null}
      limitKm={isInMinutes ? null : (moving ?? gaps.limitKm)}
      waiting={waiting}
    />
  );
}

/** Points in which inhabitants are counted: ranks of the covers are theirs. */
function countDemands({ communes }: Population, epci: string | null): number {
  return communes.reduce(
    (sum, { epci: own, population, carreaux }) =>
      population === null || (epci !== null && own?.code !== epci) ? sum : sum + (carreaux?.length ?? 1),
    0,
  );
}
