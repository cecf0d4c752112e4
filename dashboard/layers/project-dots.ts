/**
 * One dot per referenced project, in its theme's colour, in a round cluster about the centre of its territory: the
 * cluster's area is the number, and its sectors are the themes. At the level of communes a project goes to the communes
 * it names, and otherwise to its EPCI; one of two territories has a dot in each. Projects of no EPCI have no place here:
 * lists say them apart.
 */
import type { Territory } from '../../api/contract.ts';
import type { Project } from '../../api/contract-projects.ts';
import { themeIds, themes } from '../../data/catalogue/themes.ts';
import type { CircleMark, LayerInput } from './declare.ts';

const dotMeters = 480;
/** Ground between the centres of neighbouring dots. */
const spacingMeters = 560;
/** Successive points at this angle fill a disc evenly (H. Vogel 1979). */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const metersPerDegree = 111_320;

/** The dots of some projects, territory by territory. */
export function projectDots({
  level,
  projects,
  communes,
  epci,
}: Pick<LayerInput, 'level' | 'projects' | 'communes' | 'epci'>): CircleMark[] {
  const clusters = new Map<Territory, Project[]>();
  for (const project of projects) {
    const named = level === 'commune' ? communes.filter(({ code }) => project.communes.includes(code)) : [];
    const held = named.length > 0 ? named : epci.filter(({ code }) => project.epci.includes(code));
    for (const territory of held) clusters.set(territory, [...(clusters.get(territory) ?? []), project]);
  }
  return [...clusters].flatMap(([territory, held]) => cluster(territory, held));
}

function cluster(territory: Territory, projects: readonly Project[]): CircleMark[] {
  const ordered = [...projects].sort((a, b) => themeRank(a) - themeRank(b));
  const places = discPoints(ordered.length).sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]));
  const [longitude, latitude] = territory.centre;
  const eastward = metersPerDegree * Math.cos((latitude * Math.PI) / 180);
  return ordered.map((project, rank) => {
    const [x, y] = places[rank] ?? [0, 0];
    return {
      code: territory.code,
      level: territory.niveau === 'commune' ? 'commune' : 'epci',
      position: [longitude + x / eastward, latitude + y / metersPerDegree],
      radius: dotMeters,
      unit: 'meters',
      color: themes.find(({ id }) => id === project.theme)?.color ?? '#4d5a66',
    };
  });
}

/** `count` points of a disc, in metres, evenly spaced. */
function discPoints(count: number): [number, number][] {
  return Array.from({ length: count }, (_, rank) => {
    const radius = count === 1 ? 0 : spacingMeters * 1.05 * Math.sqrt(rank + 0.5);
    return [radius * Math.cos(rank * goldenAngle), radius * Math.sin(rank * goldenAngle)];
  });
}

function themeRank(project: Project): number {
  return (themeIds as readonly string[]).indexOf(project.theme);
}
