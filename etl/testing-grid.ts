/**
 * A synthetic grid for tests and benches: cells of 200 m inside the outlines of the Essonne's communes, thick around
 * their centre. Where people live is invented; only outlines and populations are real.
 */
import { readFile } from 'node:fs/promises';
import proj4 from 'proj4';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type AreaGeometry, testArea } from '../data/analysis/polygon.ts';
import { cellSideMeters, gridProjection } from '../data/sources/insee-carreaux.ts';
import { readCsv } from './read/csv.ts';

const projection = proj4('WGS84', gridProjection);

/** @param wanted about how many cells; a commune has one at least */
export async function writeSyntheticGrid(wanted: number, folder = 'data/essonne'): Promise<string> {
  const topology = JSON.parse(await readFile(`${folder}/contours.topojson`, 'utf8')) as Topology;
  const { features } = feature(topology, topology.objects.communes as GeometryCollection<{ code: string }>);
  const format = { delimiter: ',', headerColumn: 'commune', columns: ['commune', 'population'] } as const;
  const rows = readCsv('appartenances.csv', await readFile(`${folder}/appartenances.csv`), format);
  const populations = new Map(rows.map(({ record }) => [record.commune ?? '', Number(record.population)]));
  const size = (code: string) => (populations.get(code) ?? 0) ** 0.6;
  const total = features.reduce((sum, { properties }) => sum + size(properties.code), 0);
  const lines = features.flatMap(({ properties: { code }, geometry }) => {
    const cells = cellsInside(geometry as AreaGeometry);
    const kept = cells.slice(0, Math.max(1, Math.round((wanted * size(code)) / total)));
    const weights = kept.map((_, i) => 1 / (1 + (4 * i) / kept.length));
    const sum = weights.reduce((added, weight) => added + weight, 0);
    return kept.map(({ east, north }, i) => {
      const individuals = Math.max(0.5, ((populations.get(code) ?? 0) * (weights[i] ?? 0)) / sum);
      return `CRS3035RES200mN${north}E${east},${code},${individuals.toFixed(1)}\n`;
    });
  });
  return `idcar_200m,lcog_geo,ind\n${[...new Map(lines.map((line) => [line.slice(0, 30), line])).values()].join('')}`;
}

/** Cells whose centre is inside, the nearest to the middle first; the one of the middle when there is none. */
function cellsInside(geometry: AreaGeometry): { east: number; north: number; away: number }[] {
  const area = testArea(geometry);
  const [west, south, eastern, northern] = area.bounds;
  const [middleEast = 0, middleNorth = 0] = projection.forward([(west + eastern) / 2, (south + northern) / 2]);
  const snap = (meters: number) => Math.floor(meters / cellSideMeters) * cellSideMeters;
  const reach = 12_000;
  const cells: { east: number; north: number; away: number }[] = [];
  for (let east = snap(middleEast - reach); east <= middleEast + reach; east += cellSideMeters)
    for (let north = snap(middleNorth - reach); north <= middleNorth + reach; north += cellSideMeters) {
      const centre = [east + cellSideMeters / 2, north + cellSideMeters / 2] as const;
      const [longitude = 0, latitude = 0] = projection.inverse([...centre]);
      if (area.isInside([longitude, latitude]))
        cells.push({ east, north, away: Math.hypot(centre[0] - middleEast, centre[1] - middleNorth) });
    }
  cells.sort((a, b) => a.away - b.away || a.east - b.east || a.north - b.north);
  return cells.length > 0 ? cells : [{ east: snap(middleEast), north: snap(middleNorth), away: 0 }];
}
