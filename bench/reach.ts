/**
 * Access to places on thousands of cells: what a step of the slider costs (who is beyond, what each commune would win,
 * the next sites), and what a site that moves costs, against distances measured one by one.
 */
import { indexDemands } from '../data/analysis/demand-index.ts';
import { type CommuneCells, spreadPopulation } from '../data/analysis/population-spread.ts';
import { type Cover, type Demand, distanceKm, type Position, reachOf } from '../data/analysis/reach.ts';
import { addSites, demandsOf, giniBeyond, nextSites } from '../data/analysis/service-reach.ts';
import type { Database } from '../data/database/port.ts';
import { cellTable } from '../data/sources/insee-carreaux.ts';
import { centreOfCell } from '../etl/population-cells.ts';
import { readCsv } from '../etl/read/csv.ts';
import { writeSyntheticGrid } from '../etl/testing-grid.ts';
import { formatRatio, inTurn } from './ratio.ts';

const wantedCells = 8000;
const placeCount = 100;
const limitsKm = [2, 5, 12, 30];
const rounds = 9;

interface Territory {
  readonly code: string;
  readonly population: number | null;
  readonly centre: Position;
  readonly epci: { readonly code: string } | null;
}

export async function benchReach(database: Database): Promise<void> {
  const communes = await database.query<Territory>(
    `select t.code, t.population, array[st_x(t.center_4326), st_y(t.center_4326)] as centre,
       json_build_object('code', coalesce(m.epci, '')) as epci
     from territory t join membership m on m.commune = t.code where t.level = 'commune' order by t.code collate "C"`,
  );
  const { demands } = demandsOf(communes, null, await syntheticCells(communes));
  // Spread evenly over the cells, always the same.
  const places = Array.from(
    { length: placeCount },
    (_, i): Position => demands[Math.floor(((i * 0.618) % 1) * demands.length)]?.at ?? [2, 48],
  );
  console.log(
    `reach: ${demands.length} cells (synthetic), ${communes.length} candidates, ${placeCount} places; milliseconds, median of ${rounds}`,
  );
  const index = indexDemands(demands);
  for (const limitKm of limitsKm) {
    const ours = (at: Position) => index.within(at, limitKm);
    const peer = (at: Position) => oneByOne(demands, at, limitKm);
    const step = await inTurn(
      rounds,
      async () => milliseconds(() => slide(demands, communes, places, ours)),
      async () => milliseconds(() => slide(demands, communes, places, peer)),
    );
    const reach = reachOf(demands, places.map(ours));
    let turn = 0;
    const move = (coverOf: (at: Position) => Cover) => {
      const sites = Array.from({ length: 20 }, (_, i): Position => [2 + ((i + turn++) % 40) / 100, 48.5]);
      const added = addSites(demands, reach, sites.map(coverOf));
      const won = new Set(added.flatMap(({ ranks }) => ranks));
      giniBeyond(
        demands,
        reach.ranks.filter((rank) => !won.has(rank)),
      );
    };
    const drag = await inTurn(
      rounds,
      async () => milliseconds(() => move(ours)),
      async () => milliseconds(() => move(peer)),
    );
    console.log(
      `  ${limitKm} km, a step of the slider: ours ${step.ours.toFixed(1)}, one by one ${step.peer.toFixed(1)}, ratio ${formatRatio(step)}; 20 sites of which one moves: ours ${drag.ours.toFixed(1)}, one by one ${drag.peer.toFixed(1)}, ratio ${formatRatio(drag)}`,
    );
  }
}

function slide(
  demands: readonly Demand[],
  communes: readonly Territory[],
  places: readonly Position[],
  coverOf: (at: Position) => Cover,
): void {
  const reach = reachOf(demands, places.map(coverOf));
  const candidates = communes.map(({ code, centre }) => ({ code, cover: coverOf(centre) }));
  nextSites(demands, reach, candidates, 20);
}

function oneByOne(demands: readonly Demand[], at: Position, limitKm: number): number[] {
  return demands.flatMap((demand, rank) => (distanceKm(demand.at, at) <= limitKm ? [rank] : []));
}

async function syntheticCells(communes: readonly Territory[]): Promise<Map<string, CommuneCells>> {
  const text = Buffer.from(await writeSyntheticGrid(wantedCells));
  const cells = readCsv('grille-synthetique.csv', text, cellTable.format).map(({ record }) => {
    const { corner, individuals } = cellTable.row.parse(record);
    return { commune: record.lcog_geo ?? '', position: centreOfCell(corner), weight: individuals };
  });
  return spreadPopulation(new Map(communes.map(({ code, population }) => [code, population])), cells);
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
