/** vitest's globalSetup: the one slow step of the embedded engine, done once before the workers start. */
import { prepareTestDatabases, writeInOwnFolder } from './testing.ts';

export default async function setup(): Promise<() => Promise<void>> {
  await prepareTestDatabases();
  return writeInOwnFolder();
}
