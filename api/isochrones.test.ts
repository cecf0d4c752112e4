/** The client of a service of isochrones, against one that answers, dawdles, fails and lies. */
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Position } from '../data/analysis/reach.ts';
import { openIsochrones } from './isochrones.ts';
import { ProblemError } from './problem.ts';
import { openTestIsochrones, type ServiceMood, type TestIsochrones } from './testing-isochrones.ts';

let service: TestIsochrones;
let cacheFolder: string;
beforeEach(async () => {
  service = await openTestIsochrones();
  cacheFolder = await mkdtemp(path.join(tmpdir(), 'isochrones-'));
});
afterEach(async () => {
  await service.close();
  await rm(cacheFolder, { recursive: true });
});

const open = (options = {}) =>
  openIsochrones({ url: service.url, cacheFolder, perSecond: 900, timeoutMs: 2000, ...options });
const points = (count: number): Position[] => Array.from({ length: count }, (_, i) => [2 + i / 100, 48.5]);

async function failureOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error;
  throw new Error(`a problem was expected, not ${error}`);
}

it('asks in seconds, for those who arrive, of the resource that is configured', async () => {
  const [area] = await open().read([[2.123456, 48.5]], 'pied', 15);
  expect(area?.type).toBe('Polygon');
  expect(Object.fromEntries(service.received[0] ?? [])).toEqual({
    resource: 'bdtopo-valhalla',
    costType: 'time',
    timeUnit: 'second',
    direction: 'arrival',
    crs: 'EPSG:4326',
    geometryFormat: 'geojson',
    point: '2.12346,48.50000',
    profile: 'pedestrian',
    costValue: '900',
  });
  const url = new URL('?resource=bdtopo-pgr&apikey=inventee', service.url);
  await open({ url }).read([[2, 48]], 'voiture', 20);
  const second = Object.fromEntries(service.received[1] ?? []);
  expect([second.resource, second.apikey, second.profile]).toEqual(['bdtopo-pgr', 'inventee', 'car']);
});

it('asks few at once, each point once, and nothing again after a restart', async () => {
  const isochrones = open({ atOnce: 3 });
  const [once, again] = await Promise.all([
    isochrones.read([...points(12), ...points(3)], 'voiture', 10),
    isochrones.read(points(12), 'voiture', 10),
  ]);
  expect([once.length, again.length, service.received.length]).toEqual([15, 12, 12]);
  expect(service.mostAtOnce()).toBeLessThanOrEqual(3);
  expect(await open().read(points(12), 'voiture', 10)).toEqual(again);
  expect(service.received.length).toBe(12);
  await open().read(points(1), 'voiture', 11);
  expect(service.received.length).toBe(13);
});

it('keeps the pace of the service', async () => {
  const start = performance.now();
  await open({ perSecond: 20, atOnce: 10 }).read(points(6), 'voiture', 10);
  expect(performance.now() - start).toBeGreaterThan(240);
});

it('asks again for what was cut on the disk', async () => {
  const before = await open().read(points(1), 'voiture', 10);
  const [name = ''] = await readdir(cacheFolder);
  await writeFile(path.join(cacheFolder, name), '{"geometry": {"type": "Poly');
  expect(await open().read(points(1), 'voiture', 10)).toEqual(before);
  expect(service.received.length).toBe(2);
});

it('asks again after a year, for roads change', async () => {
  await open().read(points(1), 'voiture', 10);
  const [name = ''] = await readdir(cacheFolder);
  const file = path.join(cacheFolder, name);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await utimes(file, daysAgo(364), daysAgo(364));
  await open().read(points(1), 'voiture', 10);
  expect(service.received.length).toBe(1);
  await utimes(file, daysAgo(366), daysAgo(366));
  await open().read(points(1), 'voiture', 10);
  await open().read(points(1), 'voiture', 10);
  expect(service.received.length).toBe(2);
});

it('says how far it is when it takes long, and keeps what is ready', async () => {
  service.be('slow');
  const isochrones = open({ atOnce: 2, patienceMs: 600 });
  const { problem, retryAfterSeconds } = await failureOf(isochrones.read(points(6), 'voiture', 10));
  expect(problem.status).toBe(503);
  expect(problem.detail).toMatch(/en cours : 2 zones sur 6 sont prêtes/);
  expect(retryAfterSeconds).toBe(5);
  service.be('well');
  expect((await open({ patienceMs: 5000 }).read(points(6), 'voiture', 10)).length).toBe(6);
});

it.each<[ServiceMood, number, RegExp, number]>([
  ['busy', 503, /demande d’attendre \(réponse 429\)/, 7],
  ['broken', 502, /a mal répondu \(réponse 500 pour le point 2\.00000,48\.50000\)/, 30],
  ['page', 502, /réponse qui n’est pas du JSON pour le point/, 30],
  ['no-area', 502, /réponse sans polygone dans « geometry »/, 30],
  ['cut', 503, /n’est pas joignable, ou coupe sa réponse/, 60],
  ['slow', 503, /ne répond pas en 0,1 s/, 60],
])('tells plainly of a service that is %s, and gives it a rest', async (mood, status, why, seconds) => {
  service.be(mood);
  const isochrones = open({ atOnce: 1, timeoutMs: 100 });
  const { problem, retryAfterSeconds } = await failureOf(isochrones.read(points(20), 'voiture', 10));
  expect([problem.status, retryAfterSeconds]).toEqual([status, seconds]);
  expect(problem.detail).toMatch(why);
  expect(problem.detail).toContain('Aucune distance à vol d’oiseau n’est donnée à la place');
  const asked = service.received.length;
  expect(asked).toBeLessThanOrEqual(2);
  await failureOf(isochrones.read(points(20), 'voiture', 10));
  expect(service.received.length).toBe(asked);
});

it('tells of a service that nobody answers for', async () => {
  const url = new URL(service.url);
  await service.close();
  const { problem } = await failureOf(open({ url }).read(points(2), 'voiture', 10));
  expect([problem.status, problem.detail]).toEqual([503, expect.stringContaining('n’est pas joignable')]);
  service = await openTestIsochrones();
});
