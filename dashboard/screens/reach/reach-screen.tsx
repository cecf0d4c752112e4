/** Who lives too far from a place, where the next ones would serve most people, and what sites chosen by hand change. */
import { lazy, Suspense, useState } from 'react';
import type { Place, Territory } from '../../../api/contract.ts';
import { Button } from '../../controls/button.tsx';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { type GapChoices, mostSites, roundPosition, type SitePosition } from '../../state/gap-choices.ts';
import { useDepartement, usePlaces, useTerritories } from '../../state/queries.ts';
import { useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { ofDepartement } from '../../text/departement-name.ts';
import {
  assumptions,
  beyondSentence,
  communesSentence,
  dated,
  ofEpci,
  placePhrase,
  reachMap,
  sitesSentence,
  reach as words,
} from '../../text/reach.ts';
import { sections } from '../../text/sections.ts';
import { BeyondTable } from './beyond-table.tsx';
import { NextSites } from './next-sites.tsx';
import { ReachChoices } from './reach-choices.tsx';
import { ReachLegend } from './reach-legend.tsx';
import styles from './reach-screen.module.css';
import { type Scenario, useScenario } from './use-scenario.ts';
import { WhatIf } from './what-if.tsx';

const ReachMap = lazy(async () => {
  const [{ ReachMap: map }] = await Promise.all([
    import('./reach-map.tsx'),
    document.fonts.load('16px "Atkinson Hyperlegible Next Variable"'),
  ]);
  return { default: map };
});

/** Below, the map stands between the choices and the sites: the page scrolls under it. */
const stackedScreen = '(width < 1160px)';

export function ReachScreen() {
  const places = usePlaces(true);
  const communes = useTerritories('commune');
  const epci = useTerritories('epci');
  const failed = places.error ?? communes.error ?? epci.error;
  if (!places.data || !communes.data || !epci.data)
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
    />
  );
}

interface ReachPageProps {
  readonly places: readonly Place[];
  readonly total: number;
  readonly communes: readonly Territory[];
  readonly epci: readonly Territory[];
}

function ReachPage({ places, total, communes, epci }: ReachPageProps) {
  const { view, choose } = useView();
  const isStacked = useMedia(stackedScreen);
  // What a slider or a site says while it moves; the address takes it when it is let go.
  const [limit, setLimit] = useState<number | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const [dragged, setDragged] = useState<readonly SitePosition[] | null>(null);
  const dropped = dragged ?? view.gaps.dropped;
  const limitKm = limit ?? view.gaps.limitKm;
  const siteCount = count ?? view.gaps.siteCount;
  const scenario = useScenario(communes, places, {
    epci: view.epci,
    open: view.open,
    gaps: { ...view.gaps, limitKm, siteCount, dropped },
  });
  const change = (some: Partial<GapChoices>) => choose({ gaps: { ...view.gaps, ...some } });
  const drop = (dropped: readonly SitePosition[]) =>
    change({ dropped: dropped.slice(0, mostSites).map((at) => roundPosition(at)) });
  const asked = { kind: view.gaps.kind, service: view.gaps.service, open: view.open };
  return (
    <SectionPage isWide title={sections.titles.reach} lead={<Lead scenario={scenario} limitKm={limitKm} epci={epci} />}>
      <div className={styles.screen}>
        <div className={styles.side}>
          <ReachChoices places={places} epci={epci} limitKm={limitKm} onMoveLimit={setLimit} />
          <p className={styles.muted}>
            {[
              words.placesCounted(
                scenario.standing.length,
                scenario.standing.filter(({ isAtCentre }) => isAtCentre).length,
                scenario.nowhere,
              ),
              words.unknownHours(scenario.unknownHours),
              words.noPopulation(scenario.unknownPopulation),
              ...(total > places.length ? [words.truncated(places.length, total)] : []),
            ]
              .filter((text) => text !== '')
              .join(' ')}
          </p>
        </div>
        <figure className={styles.plate} aria-label={reachMap.title}>
          <div className={styles.map}>
            <Suspense fallback={<p className={styles.muted}>{reachMap.waiting}</p>}>
              <ReachMap
                scenario={scenario}
                epci={epci}
                isWithinPage={isStacked}
                onDrop={(at) => drop([...dropped, at])}
                onMove={(rank, to, isDropped) => {
                  const moved = dropped.map((at, each) => (each === rank ? to : at));
                  setDragged(isDropped ? null : moved);
                  if (isDropped) drop(moved);
                }}
              />
            </Suspense>
          </div>
          <figcaption>
            <ReachLegend scenario={scenario} limitKm={limitKm} />
          </figcaption>
        </figure>
        {scenario.isAccepted ? (
          <>
            <div className={styles.next}>
              <NextSites
                scenario={scenario}
                count={siteCount}
                onMoveCount={setCount}
                onChooseCount={(next) => {
                  setCount(null);
                  change({ siteCount: next });
                }}
                onTake={() => drop(scenario.sites.flatMap(({ code }) => centresOf(scenario, code)))}
              />
            </div>
            <div className={styles.whatIf}>
              <WhatIf scenario={scenario} phrase={placePhrase(asked)} limitKm={limitKm} onChange={drop} />
            </div>
          </>
        ) : (
          <section className={styles.warning} aria-labelledby="dated-title">
            <h2 id="dated-title" className={styles.heading}>
              {dated.title}
            </h2>
            <p>{dated.text(scenario.age.median, scenario.age.undated)}</p>
            <p>{dated.why}</p>
            <Button onPress={() => change({ isDated: true })}>{dated.go(scenario.age.median)}</Button>
          </section>
        )}
      </div>
      <BeyondTable scenario={scenario} />
      <section className={styles.assumptions} aria-labelledby="assumptions-title">
        <h2 id="assumptions-title" className={styles.heading}>
          {assumptions.title}
        </h2>
        <ul>
          {assumptions.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </SectionPage>
  );
}

function centresOf({ communes }: Scenario, code: string): SitePosition[] {
  const centre = communes.get(code)?.centre;
  return centre ? [centre] : [];
}

interface LeadProps {
  readonly scenario: Scenario;
  readonly limitKm: number;
  readonly epci: readonly Territory[];
}

/** Three sentences: how many, in how many communes, and what the next sites would bring. */
function Lead({ scenario, limitKm, epci }: LeadProps) {
  const { view } = useView();
  const departement = useDepartement();
  const { reach, communes, distances, standing, sites } = scenario;
  const chosen = epci.find(({ code }) => code === view.epci);
  const largest = communes.get(reach.codes[0] ?? '');
  const km = largest && distances.get(largest.code);
  return [
    beyondSentence({
      kind: view.gaps.kind,
      service: view.gaps.service,
      open: view.open,
      limitKm,
      inhabitants: reach.inhabitants,
      beyond: reach.beyond,
      places: standing.length,
      ofTerritory: chosen ? ofEpci(chosen.nom) : departement ? ofDepartement(departement) : '',
    }),
    standing.length > 0 && largest && km !== undefined
      ? communesSentence(reach.codes.length, { name: largest.nom, inhabitants: largest.population ?? 0, km })
      : '',
    standing.length > 0
      ? sitesSentence(
          sites.map(({ code }) => communes.get(code)?.nom ?? code),
          sites.reduce((sum, { gained }) => sum + gained, 0),
          reach.beyond,
          limitKm,
        )
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
