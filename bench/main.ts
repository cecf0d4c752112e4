/**
 * What we claim of speed, measured beside a peer in the same run. Prints ratios and the machine; asserts nothing.
 * `npm run bench`; the peer of the pyramid, of the downloads and of the buildings is `ogr2ogr` (Debian's gdal-bin), and the buildings need a
 * PostGIS, `BENCH_SERVER=postgres://…`: what is not there is left out, and said so.
 */
import { cpus } from 'node:os';
import { openTestDatabase, prepareTestDatabases } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { benchBuildings } from './buildings.ts';
import { benchDownloads } from './downloads.ts';
import { benchFrance } from './france.ts';
import { benchGapScreens } from './gap-screens.ts';
import { benchPyramid } from './pyramid.ts';
import { benchReach } from './reach.ts';
import { benchReachScreen } from './reach-screen.ts';
import { benchTiles } from './tiles.ts';

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}`);
await prepareTestDatabases();
const database = await openTestDatabase();
try {
  await loadPackage(database, 'data/essonne', () => {});
  await benchReach(database);
  await benchReachScreen();
  await benchGapScreens();
  await benchPyramid(database);
  await benchTiles(database);
  await benchFrance();
  await benchDownloads();
  await benchBuildings(process.env.BENCH_SERVER);
} finally {
  await database.close();
}
