/** Access to places and next sites, on the data package that comes with the program, then with a synthetic grid. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { sources } from '../data/sources/registry.ts';
import { freezeEdition } from '../etl/editions.ts';
import { loadPackage } from '../etl/load-package.ts';
import { openFolder } from '../etl/origin/folder.ts';
import { silentProgress } from '../etl/progress.ts';
import { runEtl } from '../etl/run.ts';
import { writeSyntheticGrid } from '../etl/testing-grid.ts';
import { createApp } from './app.ts';
import type { Population, ReachAnswer, ReachCovers, ReachMeans } from './contract-reach.ts';
import { type Isochrones, openIsochrones } from './isochrones.ts';
import { openTestIsochrones, type TestIsochrones } from './testing-isochrones.ts';

let database: Database;
let folder: string;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  folder = await mkdtemp(path.join(tmpdir(), 'reach-'));
  app = openApp(null);
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

function openApp(isochrones: Isochrones | null): ReturnType<typeof createApp> {
  const logged = (line: string) => expect.fail(line);
  return createApp({ database, tilesFolder: 'none', isochrones, now: () => new Date('2026-11-26'), log: logged });
}

const get = async <T>(address: string, one = app) => (await (await one.request(`/api/v1/${address}`)).json()) as T;
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
  for (const query of ['?candidats=1001', '?candidats=91228|75056', '?minutes=0', '?minutes=61', '?profil=voiture'])
    expect((await app.request(`/api/v1/ecarts/acces${query}`)).status, query).toBe(400);
  expect((await app.request('/api/v1/ecarts/acces?edition=t1-1999')).status).toBe(404);
});

it('chooses among the communes that are given, and says which', async () => {
  const given = await read('?candidats=91338|91200&nombre=5');
  expect(given.candidats).toEqual(['91338', '91200']);
  expect(given.sites.length).toBeGreaterThan(0);
  for (const { code } of given.sites) expect(['91338', '91200']).toContain(code);
  expect((await read('')).candidats).toBeNull();
});

it('counts at the centre of communes while no grid is loaded, and says so', async () => {
  const { population, hypothese, mesure, km } = await read('');
  expect(population).toEqual({ base: 'centre-de-la-commune', source: null, communesAuCentre: 194 });
  expect([mesure, km]).toEqual(['distance', 5]);
  expect(hypothese).toMatch(/^Les habitants d’une commune sont comptés en un point, son centre\. /);
  const { communes } = await get<Population>('population/carreaux');
  expect(communes.length).toBe(194);
  expect(communes.every(({ carreaux }) => carreaux === null)).toBe(true);
});

it('has no travel time without a service, and never answers straight lines in its place', async () => {
  expect((await get<ReachMeans>('ecarts/acces/moyens')).temps).toBeNull();
  const response = await app.request('/api/v1/ecarts/acces?minutes=15');
  expect(response.status).toBe(400);
  expect((await response.json()).detail).toMatch(/aucun service d’isochrones n’est configuré ici \(ISOCHRONE_URL\)/);
});

describe('with a synthetic grid', () => {
  let before: ReachAnswer;
  beforeAll(async () => {
    before = await read('');
    await freezeEdition(database, 'Avant', () => new Date('2026-11-26T10:00:00Z'));
    await mkdir(path.join(folder, 'insee-carreaux'));
    await writeFile(path.join(folder, 'insee-carreaux/carreaux_200m_met.csv'), await writeSyntheticGrid(3000));
    const [result] = await runEtl({
      database,
      origin: openFolder(folder),
      departements: ['91'],
      now: () => new Date('2026-11-26T11:00:00Z'),
      progress: silentProgress,
      only: sources.filter(({ id }) => id === 'insee-carreaux'),
    });
    expect(result?.failure).toBeUndefined();
  });

  it('spreads the same inhabitants, says which grid, and finds communes that are partly beyond', async () => {
    const answer = await read('');
    expect(answer.habitants).toBe(before.habitants);
    expect(answer.population.base).toBe('carreaux-200m');
    expect(answer.population.source).toMatchObject({ id: 'insee-carreaux', millesime: '2021' });
    expect(answer.hypothese).toMatch(/répartie sur ses carreaux habités de 200 m \(INSEE, 2021\)/);
    const sum = answer.communesAuDela.reduce((added, { habitantsAuDela }) => added + habitantsAuDela, 0);
    expect(sum).toBe(answer.habitantsAuDela);
    const partly = answer.communesAuDela.filter(({ population, habitantsAuDela }) => habitantsAuDela < population);
    expect(partly.length).toBeGreaterThan(0);
    for (const { population, habitantsAuDela } of answer.communesAuDela)
      expect(habitantsAuDela).toBeLessThanOrEqual(population);
  });

  it('gives the cells of each commune, which hold its population to the inhabitant', async () => {
    const { communes, base } = await get<Population>('population/carreaux?departement=91');
    expect(base).toBe('carreaux-200m');
    for (const { population, carreaux } of communes)
      expect(carreaux?.reduce((sum, [, , inhabitants]) => sum + inhabitants, 0)).toBe(population);
  });

  it('answers an état des lieux that was frozen before it as it answered then', async () => {
    const { edition, ...frozen } = await read('?edition=avant');
    expect(edition?.titre).toBe('Avant');
    expect({ ...frozen, edition: null }).toEqual(before);
    expect((await get<Population>('population/carreaux?edition=avant')).base).toBe('centre-de-la-commune');
  });
});

describe('with a service of isochrones', () => {
  let service: TestIsochrones;
  let timed: ReturnType<typeof createApp>;
  beforeAll(async () => {
    service = await openTestIsochrones({ answerMs: 1 });
    const cacheFolder = path.join(folder, 'isochrones');
    timed = openApp(openIsochrones({ url: service.url, cacheFolder, perSecond: 900, atOnce: 8 }));
  });
  afterAll(() => service.close());

  it('tells that times can be asked for, and counts who is beyond them', async () => {
    expect((await get<ReachMeans>('ecarts/acces/moyens', timed)).temps).toEqual({
      service: '127.0.0.1',
      profils: ['voiture', 'pied'],
      minutesAuMoins: 1,
      minutesAuPlus: 60,
    });
    const answers = [];
    for (const query of ['minutes=5', 'minutes=15', 'minutes=15&profil=pied'])
      answers.push(await get<ReachAnswer>(`ecarts/acces?${query}`, timed));
    const [short, long, onFoot] = answers;
    expect([short?.mesure, short?.km, short?.minutes, short?.profil]).toEqual(['temps', null, 5, 'voiture']);
    expect(short?.hypothese).toMatch(/Les temps de trajet sont ceux du service d’isochrones configuré, en voiture/);
    expect(short?.habitantsAuDela).toBeGreaterThan(long?.habitantsAuDela ?? 0);
    expect(onFoot?.habitantsAuDela).toBeGreaterThan(short?.habitantsAuDela ?? 0);
    expect(short?.sites.length).toBe(3);
    const asked = service.received.length;
    await get('ecarts/acces?minutes=15&nombre=9', timed);
    expect(service.received.length).toBe(asked);
  });

  it('gives the cover sets from which a browser makes the same sites', async () => {
    const answer = await get<ReachAnswer>('ecarts/acces?minutes=5&nombre=1', timed);
    const covers = await get<ReachCovers>('ecarts/acces/couvertures?minutes=5', timed);
    const { communes } = await get<Population>('population/carreaux', timed);
    const inhabitants = communes.flatMap(
      ({ carreaux, population }) => carreaux?.map(([, , count]) => count) ?? population ?? [],
    );
    expect(covers.demandes).toBe(inhabitants.length);
    const sum = (ranks: readonly number[]) => ranks.reduce((added, rank) => added + (inhabitants[rank] ?? 0), 0);
    expect(sum(covers.auDela)).toBe(answer.habitantsAuDela);
    expect(covers.sites.length).toBe(194);
    const best = Math.max(...covers.sites.map(({ rangs }) => sum(rangs)));
    expect(best).toBe(answer.sites[0]?.habitantsGagnes);
  });

  it('says that the service fails, and when to ask again, in place of another answer', async () => {
    service.be('broken');
    const response = await timed.request('/api/v1/ecarts/acces?minutes=31');
    expect([response.status, response.headers.get('retry-after')]).toEqual([502, '30']);
    expect((await response.json()).detail).toMatch(/Le service d’isochrones 127\.0\.0\.1 a mal répondu/);
    expect((await timed.request('/api/v1/ecarts/acces?km=5')).status).toBe(200);
    expect((await timed.request('/api/v1/ecarts/acces?km=5&minutes=5')).status).toBe(400);
  });
});
