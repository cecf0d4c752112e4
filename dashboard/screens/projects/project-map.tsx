/** The projects of the list on the map, by EPCI: choosing one keeps its projects, choosing it again leaves it. */
import { useMemo, useState } from 'react';
import type { Territory } from '../../../api/contract.ts';
import type { Project } from '../../../api/contract-projects.ts';
import { emptyPlate } from '../../layers/declare.ts';
import { nameShifts, territoryNames } from '../../layers/name-shifts.ts';
import { projectDots } from '../../layers/project-dots.ts';
import { darkGround, lightGround } from '../../map/ground.ts';
import { type MapTerritory, TerritoryMap } from '../../map/territory-map.tsx';
import { toggleFacet } from '../../state/project-filters.ts';
import { useDepartement, useTerritories } from '../../state/queries.ts';
import { darkPage, useMedia } from '../../state/use-media.ts';
import { useProjectFilters } from '../../state/use-project-filters.ts';
import type { Camera } from '../../state/view.ts';
import { facets, projectMap as words } from '../../text/projects.ts';
import styles from './project-map.module.css';

/** Ground under a pixel with the whole département in sight. */
const metersPerPixel = { large: 130, small: 260 };
const none: readonly Territory[] = [];

interface ProjectMapProps {
  readonly projects: readonly Project[];
  /** Whether the page scrolls under the map. */
  readonly isWithinPage: boolean;
}

export function ProjectMap({ projects, isWithinPage }: ProjectMapProps) {
  const { filters, change } = useProjectFilters();
  const ground = useMedia(darkPage) ? darkGround : lightGround;
  const departement = useDepartement();
  const communes = useTerritories('commune').data?.territoires ?? none;
  const epci = useTerritories('epci').data?.territoires ?? none;
  // Where one looks in this small map is not a choice: the address does not keep it.
  const [camera, setCamera] = useState<Camera | null>(null);
  const plate = useMemo(
    () => ({ ...emptyPlate, circles: projectDots({ level: 'epci', projects, communes, epci }) }),
    [projects, communes, epci],
  );
  const shifts = useMemo(
    () => nameShifts(plate.circles, metersPerPixel[isWithinPage ? 'small' : 'large']),
    [plate, isWithinPage],
  );
  const communeNames = useMemo(() => territoryNames(communes, new Map()), [communes]);
  const epciNames = useMemo(() => territoryNames(epci, shifts), [epci, shifts]);
  if (!departement) return <div className={styles.waiting} aria-busy="true" />;

  function tooltip({ code }: MapTerritory) {
    const count = projects.filter((project) => project.epci.includes(code)).length;
    return (
      <>
        <strong className={styles.name}>{epci.find((each) => each.code === code)?.nom ?? code}</strong>
        <span className={styles.value}>{count === 0 ? words.none : facets.count(count)}</span>
      </>
    );
  }

  return (
    <TerritoryMap
      plate={plate}
      ground={ground}
      level="epci"
      isWhole={false}
      communeNames={communeNames}
      epciNames={epciNames}
      bounds={departement.bbox}
      reach={departement.bbox}
      camera={camera}
      focus={null}
      coveredPx={0}
      selected={null}
      kept={filters.facets.epcis}
      isWithinPage={isWithinPage}
      labels={words.labels}
      tooltip={tooltip}
      hasBuildings={false}
      buildingTooltip={() => null}
      onMove={setCamera}
      onChoose={({ code }) => change(({ facets: now }) => ({ facets: toggleFacet(now, 'epcis', code) }))}
    />
  );
}
