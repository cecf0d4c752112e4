import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from './load-package.ts';
import { runAlone } from './one-runner.ts';
import type { Origin } from './origin/declare.ts';
import { parseRefreshSettings, refreshOnce, scheduleRefresh } from './refresh.ts';

let database: Database;
const asked: [source: string, departements: string[]][] = [];
/** Holds nothing, and remembers what it was asked for. */
const origin: Origin = {
  name: 'nulle part',
  isFolder: false,
  locate: async (source, wanted) => {
    asked.push([source.id, wanted.map(({ departement }) => departement)]);
    return [];
  },
};
const lines: string[] = [];
let tiled = 0;
const refresh = () => ({
  database,
  origin,
  now: () => new Date('2026-11-24T05:00:00Z'),
  log: (line: string) => lines.push(line),
  afterLoad: async () => {
    tiled++;
  },
});

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
}, 30_000);
afterAll(() => database.close());

describe('the refresh at set times', () => {
  it('is off unless it is asked for', () => {
    expect(parseRefreshSettings({})).toEqual({ cron: null });
    expect(parseRefreshSettings({ REFRESH_CRON: ' 0 5 * * 1 ' })).toEqual({ cron: '0 5 * * 1' });
  });

  it('names the setting that is no cron', () => {
    expect(() => parseRefreshSettings({ REFRESH_CRON: 'tous les lundis' })).toThrow(
      /REFRESH_CRON vaut « tous les lundis » : cinq champs de cron sont attendus/,
    );
  });

  it('tells when it comes next, and stops', () => {
    const stop = scheduleRefresh('0 5 * * 1', refresh());
    expect(lines.at(-1)).toMatch(/^Rafraîchissement programmé \(0 5 \* \* 1\) ; prochain : 20\d\d-/);
    stop();
  });

  it('asks every source for the départements that are loaded, then has the tiles cut', async () => {
    await refreshOnce(refresh());
    expect(asked.length).toBeGreaterThan(15);
    expect(new Set(asked.map(([, departements]) => departements.join()))).toEqual(new Set(['91']));
    expect(tiled).toBe(1);
  });

  it('logs what fails, and never throws', async () => {
    const broken = { ...refresh(), database: { ...database, query: () => Promise.reject(new Error('coupée')) } };
    await refreshOnce(broken as unknown as Parameters<typeof refreshOnce>[0]);
    expect(lines.at(-1)).toBe('Le rafraîchissement a échoué : coupée');
  });

  it('lets one runner at a time load', async () => {
    let inside = false;
    const ran = await runAlone(database, async () => {
      // The embedded database belongs to one process: there is no other runner to keep out.
      inside = database.engine === 'pglite' ? false : await runAlone(database, async () => {});
    });
    expect([ran, inside]).toEqual([true, false]);
  });
});
