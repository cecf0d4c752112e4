/**
 * What we claim of speed, measured beside a peer in the same run. Prints ratios and the machine; asserts nothing.
 * `npm run bench`; the pyramid's peer needs `ogr2ogr` (Debian's gdal-bin) and is left out, and said so, without it.
 */
import { cpus } from 'node:os';
import { openTestDatabase, prepareTestDatabases } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { benchPyramid } from './pyramid.ts';
import { benchTiles } from './tiles.ts';

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}`);
await prepareTestDatabases();
const database = await openTestDatabase();
try {
  await loadPackage(database, 'data/essonne', () => {});
  await benchPyramid(database);
  await benchTiles(database);
} finally {
  await database.close();
}
