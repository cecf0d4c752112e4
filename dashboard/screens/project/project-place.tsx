/** Where the project stands in the département. */
import { useMemo } from 'react';
import type { Project } from '../../../api/contract-projects.ts';
import { LocatorMap } from '../../map/locator-map.tsx';
import { useDepartement } from '../../state/queries.ts';
import { projectSheet } from '../../text/project-sheet.ts';
import styles from './project-place.module.css';
import { useNamedTerritories } from './use-named-territories.ts';

const words = projectSheet.map;
const width = 320;

export function ProjectPlace({ project }: { project: Project }) {
  const departement = useDepartement();
  const { communes, epcis, isKnown } = useNamedTerritories(project);
  const named = communes.length > 0 ? communes : epcis;
  const isWide = project.niveau === 'departement';
  const level = named[0]?.level ?? 'departement';
  const request = useMemo(() => {
    if (!departement) return null;
    const codes = named.map(({ code }) => code);
    return {
      level,
      codes: codes.length === 0 && isWide ? [departement.code] : codes,
      bounds: departement.bbox,
      width,
      height: Math.round(width * shapeOf(departement.bbox)),
    } as const;
  }, [departement, named, level, isWide]);
  if (!request || !isKnown) return <div className={styles.waiting} aria-hidden="true" />;
  const caption = captionOf(isWide, communes.length, epcis.length);
  return (
    <figure className={styles.place}>
      <LocatorMap
        request={request}
        alternative={words.alternative(named.length > 0 ? named.map(({ name }) => name).join(', ') : caption)}
        names={named.flatMap(({ name, centre }) => (centre ? [{ name, position: centre }] : []))}
      />
      {caption !== '' && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  );
}

/** What the picture alone would not say. */
function captionOf(isWide: boolean, communes: number, epcis: number): string {
  const isNamed = communes + epcis > 0;
  if (isWide) return isNamed ? words.wide(communes, epcis) : words.departement;
  return isNamed ? '' : words.other;
}

/** Height over width of a box of degrees, as Mercator draws it. */
function shapeOf([west, south, east, north]: readonly [number, number, number, number]): number {
  const middle = ((south + north) / 2) * (Math.PI / 180);
  return (north - south) / ((east - west) * Math.cos(middle));
}
