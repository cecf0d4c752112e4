/** Communes too far, those that sites win, the places, and the sites: a click drops one, a drag moves it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Territory } from '../../../api/contract.ts';
import type { Plate } from '../../layers/declare.ts';
import { territoryNames } from '../../layers/name-shifts.ts';
import { reachAreas, reachCircles, reachPlate } from '../../layers/reach.ts';
import { darkGround, lightGround } from '../../map/ground.ts';
import { type Pin, Pins } from '../../map/pins.tsx';
import { type MapTerritory, TerritoryMap } from '../../map/territory-map.tsx';
import type { SitePosition } from '../../state/gap-choices.ts';
import { useDepartement } from '../../state/queries.ts';
import { darkPage, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { projectMap } from '../../text/projects.ts';
import { reachMap as words } from '../../text/reach.ts';
import styles from './reach-screen.module.css';
import { letterOf } from './site-letters.ts';
import type { Scenario } from './use-scenario.ts';

interface ReachMapProps {
  readonly scenario: Scenario;
  readonly epci: readonly Territory[];
  /** Whether the page scrolls under the map. */
  readonly isWithinPage: boolean;
  readonly onDrop: (at: SitePosition) => void;
  /** Told all along the way, then once the site is let go. */
  readonly onMove: (rank: number, to: SitePosition, isDropped: boolean) => void;
}

export function ReachMap({ scenario, epci, isWithinPage, onDrop, onMove }: ReachMapProps) {
  const { view, adjust } = useView();
  const ground = useMedia(darkPage) ? darkGround : lightGround;
  const departement = useDepartement();
  const { communes, population, beyond, won, standing, sites, dropped, isAccepted, isPartial, distances } = scenario;
  const beyondOf = useMemo(() => new Map(beyond.map(({ code, inhabitants }) => [code, inhabitants])), [beyond]);
  const areas = useStableAreas(
    useMemo(
      () =>
        reachAreas(
          population.communes.map(({ code, epci: own, population: inhabitants }) => ({
            code,
            isCounted: view.epci === null || own?.code === view.epci,
            inhabitants: inhabitants ?? 0,
            beyond: beyondOf.get(code) ?? 0,
            won: won.get(code) ?? 0,
          })),
        ),
      [population, view.epci, beyondOf, won],
    ),
  );
  const circles = useMemo(
    () => reachCircles(standing.map(({ place, at, isAtCentre }) => ({ commune: place.commune, at, isAtCentre }))),
    [standing],
  );
  const { isMoving, note } = useMovingHand();
  const plate = useOnceAtRest(
    useMemo(() => reachPlate(areas, circles), [areas, circles]),
    isMoving,
  );
  const communeNames = useMemo(() => territoryNames([...communes.values()], new Map()), [communes]);
  const epciNames = useMemo(() => territoryNames(epci, new Map()), [epci]);
  const pins: Pin[] = [
    ...sites.flatMap(({ code }, rank) => {
      const centre = communes.get(code)?.centre;
      return centre ? [{ id: `proposed-${code}`, label: String(rank + 1), position: centre }] : [];
    }),
    ...dropped.map(({ at }, rank) => ({
      id: `dropped-${rank}`,
      label: letterOf(rank),
      position: at,
      onMove: (to: SitePosition, isDropped: boolean) => {
        note(isDropped);
        onMove(rank, to, isDropped);
      },
    })),
  ];
  const bounds = epci.find(({ code }) => code === view.epci)?.bbox ?? departement?.bbox;
  if (!departement || !bounds) return <div className={styles.waiting} aria-busy="true" />;

  function tooltip({ code }: MapTerritory) {
    const commune = communes.get(code);
    const km = distances.get(code);
    return (
      <>
        <strong className={styles.name}>{commune?.nom ?? code}</strong>
        <span className={styles.value}>
          {words.tooltip(
            scenario.inhabitantsOf.get(code) ?? null,
            isPartial ? (beyondOf.get(code) ?? 0) : null,
            km === undefined || km === Number.POSITIVE_INFINITY ? null : km,
          )}
        </span>
      </>
    );
  }

  return (
    <TerritoryMap
      plate={plate}
      ground={ground}
      level="commune"
      isWhole={false}
      communeNames={communeNames}
      epciNames={epciNames}
      bounds={bounds}
      reach={departement.bbox}
      camera={view.camera}
      focus={null}
      coveredPx={0}
      selected={view.epci === null ? null : { level: 'epci', code: view.epci }}
      isWithinPage={isWithinPage}
      labels={{
        map: words.labels.map,
        help: isAccepted ? words.labels.help : words.labels.helpLocked,
        locale: projectMap.labels.locale,
      }}
      tooltip={tooltip}
      hasBuildings={false}
      buildingTooltip={() => null}
      onMove={(camera) => adjust({ camera })}
      onChoose={(_, at) => {
        if (isAccepted) onDrop(at);
      }}
    >
      <Pins pins={pins} />
    </TerritoryMap>
  );
}

/** A hand that has not moved for so long is at rest. */
const restMs = 250;

/** Whether a site is being dragged; `note` is told each step of the way, and the drop. */
function useMovingHand(): { isMoving: boolean; note: (isDropped: boolean) => void } {
  const [isMoving, setMoving] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const note = useCallback((isDropped: boolean) => {
    clearTimeout(timer.current);
    setMoving(!isDropped);
    if (!isDropped) timer.current = window.setTimeout(() => setMoving(false), restMs);
  }, []);
  return { isMoving, note };
}

/**
 * What the map showed before the hand moved, until it rests: where it is drawn in software, a frame of the map takes a
 * tenth of a second, in which no figure would follow the hand.
 */
function useOnceAtRest(plate: Plate, isMoving: boolean): Plate {
  const [kept, setKept] = useState(plate);
  if (isMoving || kept === plate) return kept;
  setKept(plate);
  return plate;
}

/** The areas as they were, while none of them changes: a site that moves seldom changes a colour. */
function useStableAreas(areas: Plate['areas']): Plate['areas'] {
  const [kept, setKept] = useState(areas);
  if (kept === areas || isSame(kept, areas)) return kept;
  setKept(areas);
  return areas;
}

function isSame(a: Plate['areas'], b: Plate['areas']): boolean {
  if (a.size !== b.size) return false;
  for (const [code, { color, isDimmed }] of a) {
    const other = b.get(code);
    if (other?.color !== color || other.isDimmed !== isDimmed) return false;
  }
  return true;
}
