/** vitest's globalSetup: the one slow step of the embedded engine, done once before the workers start. */
export { prepareTestDatabases as setup } from './testing.ts';
