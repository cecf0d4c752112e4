/** Communes too far, those that sites win, the places, and the sites: a click drops one, a drag moves it. */
import { useMemo } from 'react';
import type { Territory } from '../../../api/contract.ts';
import { territoryNames } from '../../layers/name-shifts.ts';
import { reachPlate } from '../../layers/reach.ts';
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
  const { communes, reach, won, standing, sites, dropped, isAccepted, distances } = scenario;
  const plate = useMemo(
    () =>
      reachPlate({
        communes: [...communes.values()].map(({ code, epci: own }) => ({
          code,
          isCounted: view.epci === null || own?.code === view.epci,
        })),
        beyond: new Set(reach.codes),
        won,
        places: standing.map(({ place, at, isAtCentre }) => ({ commune: place.commune, at, isAtCentre })),
      }),
    [communes, view.epci, reach, won, standing],
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
      onMove: (to: SitePosition, isDropped: boolean) => onMove(rank, to, isDropped),
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
          {words.tooltip(commune?.population ?? null, km === undefined || km === Number.POSITIVE_INFINITY ? null : km)}
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
