/** The pyramid of tiles of the département, against `ogr2ogr -f MVT` on the same outlines and zooms. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '../data/database/port.ts';
import { buildTileArchives } from '../etl/tiles.ts';
import { formatRatio, inTurn } from './ratio.ts';

export async function benchPyramid(database: Database): Promise<void> {
  if (spawnSync('ogr2ogr', ['--version']).error) {
    console.log('pyramid: no ogr2ogr on this machine, not compared');
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  const outlines = path.join(folder, 'communes.geojson');
  const [row] = await database.query<{ collection: object }>(
    `select json_build_object('type', 'FeatureCollection', 'features', json_agg(json_build_object('type', 'Feature',
       'properties', json_build_object('code', code, 'nom', name), 'geometry', st_asgeojson(geom_4326, 7)::json))) as collection
     from territory where level = 'commune'`,
  );
  await writeFile(outlines, JSON.stringify(row?.collection));
  let round = 0;
  const measured = await inTurn(
    3,
    () => seconds(() => buildTileArchives(database, path.join(folder, `tiles-${round++}`))),
    () =>
      seconds(async () => {
        await promisify(execFile)('ogr2ogr', [
          '-f',
          'MVT',
          path.join(folder, `mvt-${round++}`),
          outlines,
          '-dsco',
          'MINZOOM=5',
          '-dsco',
          'MAXZOOM=12',
        ]);
      }),
  );
  console.log(
    `pyramid z5–12: ours ${measured.ours.toFixed(2)} s for communes, EPCI and département, ogr2ogr -f MVT ${measured.peer.toFixed(2)} s for communes alone; ratio ${formatRatio(measured)}`,
  );
  await rm(folder, { recursive: true });
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
