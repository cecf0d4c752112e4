/** What is measured: the sentences, the map, the sites and the scenario. */
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { ReachCovers } from '../../../api/contract-reach.ts';
import { Button } from '../../controls/button.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { type GapChoices, mostSites, roundPosition, type SitePosition } from '../../state/gap-choices.ts';
import { useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { dated, placePhrase, reachMap, reach as words } from '../../text/reach.ts';
import { assumptions, countedAt } from '../../text/reach-assumptions.ts';
import type { ReachLimit } from '../../text/reach-limit.ts';
import { sections } from '../../text/sections.ts';
import { BeyondTable } from './beyond-table.tsx';
import { NextSites } from './next-sites.tsx';
import { ReachLead } from './reach-lead.tsx';
import { ReachLegend } from './reach-legend.tsx';
import styles from './reach-screen.module.css';
import type { ReachPageProps } from './reach-screen.tsx';
import { nearestCommune, type Scenario, useScenario } from './use-scenario.ts';
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

interface MeasuredReachProps extends ReachPageProps {
  readonly choices: ReactNode;
  readonly covers: ReachCovers | null;
  /** null: minutes, those of the covers. */
  readonly limitKm: number | null;
  /** Shown in place of the figures while travel times are not known; the choices stay where they are. */
  readonly waiting: ReactNode | null;
}

export function MeasuredReach(props: MeasuredReachProps) {
  const { places, total, communes, epci, population, means, covers, limitKm } = props;
  const { view, choose } = useView();
  const { gaps } = view;
  const isStacked = useMedia(stackedScreen);
  const [count, setCount] = useState<number | null>(null);
  // Where sites are while one is dragged; the address takes them when it is let go.
  const [dragged, setDragged] = useState<readonly SitePosition[] | null>(null);
  const dropped = dragged ?? gaps.dropped;
  const siteCount = count ?? gaps.siteCount;
  const { limitMinutes, profile } = gaps;
  const limit = useMemo(
    (): ReachLimit =>
      limitKm === null ? { km: null, minutes: limitMinutes ?? 0, profile } : { km: limitKm, minutes: null },
    [limitKm, limitMinutes, profile],
  );
  const scenario = useScenario(
    { communes, places, population, covers, limit },
    { epci: view.epci, open: view.open, gaps: { ...gaps, siteCount, dropped } },
  );
  // What the memoised parts call does not change as a site moves: it finds here what is true now.
  const now = useRef({ gaps, scenario });
  now.current = { gaps, scenario };
  const change = useCallback(
    (some: Partial<GapChoices>) => choose({ gaps: { ...now.current.gaps, ...some } }),
    [choose],
  );
  const drop = useCallback(
    (sites: readonly SitePosition[]) => {
      const held = now.current.scenario;
      const snap = (at: SitePosition) =>
        held.limit.km === null ? (nearestCommune(held.communes.values(), at)?.commune.centre ?? at) : at;
      change({ dropped: sites.slice(0, mostSites).map((at) => roundPosition(snap(at))) });
    },
    [change],
  );
  const take = useCallback(() => {
    const { sites, communes: known } = now.current.scenario;
    drop(
      sites.flatMap(({ code }): SitePosition[] => {
        const centre = known.get(code)?.centre;
        return centre ? [centre] : [];
      }),
    );
  }, [drop]);
  const chooseCount = useCallback(
    (next: number) => {
      setCount(null);
      change({ siteCount: next });
    },
    [change],
  );
  const chooseCandidates = useCallback((candidates: readonly string[]) => change({ candidates }), [change]);
  if (props.waiting !== null)
    return (
      <SectionPage isWide title={sections.titles.reach}>
        <div className={styles.screen}>
          <div className={styles.side}>{props.choices}</div>
          <div className={styles.waitingTimes}>{props.waiting}</div>
        </div>
        {/* As many children as below: the choices are then the same ones, and the keyboard stays on their slider. */}
        {null}
        {null}
      </SectionPage>
    );
  const atCentre = scenario.standing.filter(({ isAtCentre }) => isAtCentre).length;
  return (
    <SectionPage isWide title={sections.titles.reach} lead={<ReachLead scenario={scenario} epci={epci} />}>
      <div className={styles.screen}>
        <div className={styles.side}>
          {props.choices}
          <p className={styles.muted}>
            {[
              words.placesCounted(scenario.standing.length, atCentre, scenario.nowhere),
              words.unknownHours(scenario.unknownHours),
              countedAt(population),
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
            <ReachLegend
              limit={limit}
              isPartial={scenario.isPartial}
              hasWon={scenario.won.size > 0}
              hasPlaces={atCentre < scenario.standing.length}
              hasPlacesAtCentre={atCentre > 0}
              hasProposed={scenario.sites.length > 0}
              hasDropped={scenario.dropped.length > 0}
            />
          </figcaption>
        </figure>
        {scenario.isAccepted ? (
          <>
            <div className={styles.next}>
              <NextSites
                sites={scenario.sites}
                communes={scenario.communes}
                isPartial={scenario.isPartial}
                candidates={gaps.candidates}
                count={siteCount}
                onMoveCount={setCount}
                onChooseCount={chooseCount}
                onChooseCandidates={chooseCandidates}
                onTake={take}
              />
            </div>
            <div className={styles.whatIf}>
              <WhatIf
                scenario={scenario}
                phrase={placePhrase({ kind: gaps.kind, service: gaps.service, open: view.open })}
                onChange={drop}
              />
            </div>
          </>
        ) : (
          <OldList scenario={scenario} onAccept={() => change({ isDated: true })} />
        )}
      </div>
      <BeyondTable
        beyond={scenario.beyond}
        communes={scenario.communes}
        distances={scenario.distances}
        won={scenario.won}
        isPartial={scenario.isPartial}
        inhabitantsOf={scenario.inhabitantsOf}
      />
      <section className={styles.assumptions} aria-labelledby="assumptions-title">
        <h2 id="assumptions-title" className={styles.heading}>
          {assumptions.title}
        </h2>
        <ul>
          {assumptions.items(population, limit, means).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </SectionPage>
  );
}

function OldList({ scenario: { age }, onAccept }: { readonly scenario: Scenario; readonly onAccept: () => void }) {
  return (
    <section className={styles.warning} aria-labelledby="dated-title">
      <h2 id="dated-title" className={styles.heading}>
        {dated.title}
      </h2>
      <p>{dated.text(age.median, age.undated)}</p>
      <p>{dated.why}</p>
      <Button onPress={onAccept}>{dated.go(age.median)}</Button>
    </section>
  );
}
