/** Access to places and next sites, on the data package that comes with the program. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { createApp } from './app.ts';
import type { ReachAnswer } from './contract-gaps.ts';

let database: Database;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  app = createApp({ database, tilesFolder: 'none', now: () => new Date('2026-11-26'), log: () => {} });
}, 120_000);
afterAll(() => database.close());

const read = async (query: string) => (await (await app.request(`/api/v1/ecarts/acces${query}`)).json()) as ReachAnswer;

it('counts every inhabitant, and fewer beyond as the distance grows', async () => {
  const answers = await Promise.all(['2', '5', '10', '30'].map((km) => read(`?km=${km}`)));
  for (const { habitants, habitantsAuDela, communesAuDela } of answers) {
    expect(habitants).toBe(1_338_485);
    expect(communesAuDela.reduce((sum, { population }) => sum + population, 0)).toBe(habitantsAuDela);
  }
  const beyond = answers.map(({ habitantsAuDela }) => habitantsAuDela);
  expect(beyond).toEqual([...beyond].sort((a, b) => b - a));
  expect(new Set(beyond).size).toBe(4);
  for (const { distanceKm } of answers[1]?.communesAuDela ?? []) expect(distanceKm).toBeGreaterThan(5);
});

it('says what it knows of the places: how old, where they stand, when nobody knows that they open', async () => {
  const all = await read('');
  expect([all.lieux, all.lieuxSansPosition, all.lieuxAuCentreDeLeurCommune]).toEqual([92, 3, 40]);
  expect(all.liste).toEqual({ misAJourAvant: expect.stringMatching(/^2022/), sansDate: 11, ancienne: true });
  const saturday = await read('?ouvert=samedi');
  expect(saturday.lieux + saturday.lieuxAuxHorairesInconnus).toBeLessThan(95);
  expect(saturday.lieuxAuxHorairesInconnus).toBeGreaterThan(40);
  expect(saturday.habitantsAuDela).toBeGreaterThan(all.habitantsAuDela);
});

it('proposes sites that each win less than the one before, and no commune twice', async () => {
  const { sites, habitantsAuDela } = await read('?nombre=5');
  expect(sites.length).toBe(5);
  const gains = sites.map(({ habitantsGagnes }) => habitantsGagnes);
  expect(gains).toEqual([...gains].sort((a, b) => b - a));
  expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeLessThanOrEqual(habitantsAuDela);
  const won = sites.flatMap(({ communesGagnees }) => communesGagnees);
  expect(new Set(won).size).toBe(won.length);
  expect((await read('?nombre=3')).sites).toEqual(sites.slice(0, 3));
});

it('keeps to the communes of one EPCI, that places of its neighbours serve', async () => {
  const own = await read('?epci=200017846&km=10');
  expect(own.communesAuDela.length).toBeLessThan(38);
  expect([own.lieux, own.gini]).toEqual([92, null]);
});

it('refuses a distance, a number or a word that it does not take', async () => {
  for (const query of ['?km=0.1', '?km=31', '?nombre=21', '?type=bar', '?ouvert=jamais', '?epci=200000009'])
    expect((await app.request(`/api/v1/ecarts/acces${query}`)).status, query).toBe(400);
});
