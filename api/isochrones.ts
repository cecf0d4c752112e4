/**
 * Areas from which a point is reached in so many minutes, asked of a service with the interface of the Géoplateforme's
 * (`GET …/isochrone?point=lon,lat&costType=time&costValue=…`) and kept on disk for a year: a restart asks nothing again.
 * Few requests at once, and at the pace that the Géoplateforme allows. A service that fails is given a rest, and what
 * was waiting for it is told so: nothing is ever answered in its place.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AreaGeometry } from '../data/analysis/polygon.ts';
import type { Position } from '../data/analysis/reach.ts';
import { areaSchema, readIsochrone } from './isochrone-answer.ts';
import { ProblemError } from './problem.ts';

export const travelProfiles = ['voiture', 'pied'] as const;
export type TravelProfile = (typeof travelProfiles)[number];
const serviceProfiles: Readonly<Record<TravelProfile, string>> = { voiture: 'car', pied: 'pedestrian' };

export interface IsochroneOptions {
  readonly url: URL;
  readonly cacheFolder: string;
  readonly perSecond: number;
  readonly atOnce?: number;
  readonly timeoutMs?: number;
  /** How long a person waits before being told how far it is. */
  readonly patienceMs?: number;
}

export interface Isochrones {
  /** Who computes, for people. */
  readonly service: string;
  /** The whole address: answers are those of this one. */
  readonly address: string;
  /**
   * In the order of the points. @throws ProblemError 502 or 503, with how long to wait before asking again: the service
   * fails, or is still at work (what it gave is kept)
   */
  read(points: readonly Position[], profile: TravelProfile, minutes: number): Promise<AreaGeometry[]>;
}

interface Task {
  readonly run: () => Promise<void>;
  readonly giveUp: (failure: ProblemError) => void;
}

const restSeconds = { busy: 60, unreachable: 60, wrong: 30 } as const;
const stillAtWorkSeconds = 5;
/** Roads change: what is older is asked for again. */
const keptMs = 365 * 86_400_000;
const keptSchema = z.object({ geometry: areaSchema });

export function openIsochrones(options: IsochroneOptions): Isochrones {
  const { url, cacheFolder, perSecond, atOnce = 4, timeoutMs = 15_000, patienceMs = 20_000 } = options;
  const asked = new Map<string, Promise<AreaGeometry>>();
  const waiting: Task[] = [];
  let running = 0;
  let nextStartMs = 0;
  let resting: { until: number; failure: ProblemError } | null = null;

  function schedule(): void {
    while (running < atOnce) {
      const task = waiting.shift();
      if (!task) return;
      const delay = Math.max(0, nextStartMs - Date.now());
      nextStartMs = Date.now() + delay + 1000 / perSecond;
      running++;
      void new Promise((resolve) => setTimeout(resolve, delay)).then(task.run).finally(() => {
        running--;
        schedule();
      });
    }
  }

  function rest(failure: ProblemError): void {
    resting = { until: Date.now() + 1000 * (failure.retryAfterSeconds ?? 0), failure };
    for (const { giveUp } of waiting.splice(0)) giveUp(failure);
  }

  function ask(request: URL, file: string): Promise<AreaGeometry> {
    if (resting && Date.now() < resting.until) return Promise.reject(resting.failure);
    return new Promise((resolve, reject) => {
      const run = async () => {
        try {
          // Requests that started before the failure end by themselves; those that had a place in time do not start.
          if (resting && Date.now() < resting.until) throw resting.failure;
          const geometry = await fetchIsochrone(request, timeoutMs);
          await keep(file, geometry);
          resolve(geometry);
        } catch (error) {
          if (error instanceof ProblemError && error !== resting?.failure) rest(error);
          reject(error);
        }
      };
      waiting.push({ run, giveUp: reject });
      schedule();
    });
  }

  async function obtain(point: Position, profile: TravelProfile, minutes: number): Promise<AreaGeometry> {
    const request = addressOf(url, point, profile, minutes);
    const file = path.join(cacheFolder, `${createHash('sha256').update(request.href).digest('hex').slice(0, 40)}.json`);
    return (await findKept(file)) ?? (await ask(request, file));
  }

  return {
    service: url.hostname,
    address: url.href,
    read: async (points, profile, minutes) => {
      let done = 0;
      const all = points.map((point) => {
        const key = `${roundedPoint(point)} ${profile} ${minutes}`;
        const under = asked.get(key) ?? obtain(point, profile, minutes).finally(() => asked.delete(key));
        asked.set(key, under);
        return under.then((geometry) => {
          done++;
          return geometry;
        });
      });
      const each = Promise.all(all);
      // Told to whoever asks next, should nobody wait for it any more.
      each.catch(() => {});
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<never>((_, reject) => {
        const tell = () =>
          reject(
            new ProblemError(
              503,
              `Le calcul des temps de trajet est en cours : ${done} zones sur ${points.length} sont prêtes. Demander de nouveau dans quelques secondes ; ce qui est prêt est gardé.`,
              {},
              stillAtWorkSeconds,
            ),
          );
        timer = setTimeout(tell, patienceMs);
      });
      return Promise.race([each, patience]).finally(() => clearTimeout(timer));
    },
  };
}

/** To about a metre: places of one doorstep are asked for once. */
const roundedPoint = ([longitude, latitude]: Position) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`;

/** What the configured address says of its own (another `resource`, a key) is left as it is. */
function addressOf(service: URL, point: Position, profile: TravelProfile, minutes: number): URL {
  const request = new URL(service);
  const parameters = {
    resource: 'bdtopo-valhalla',
    costType: 'time',
    timeUnit: 'second',
    direction: 'arrival',
    crs: 'EPSG:4326',
    geometryFormat: 'geojson',
  };
  for (const [name, value] of Object.entries(parameters))
    if (!request.searchParams.has(name)) request.searchParams.set(name, value);
  request.searchParams.set('point', roundedPoint(point));
  request.searchParams.set('profile', serviceProfiles[profile]);
  request.searchParams.set('costValue', String(60 * minutes));
  return request;
}

async function fetchIsochrone(request: URL, timeoutMs: number): Promise<AreaGeometry> {
  const { hostname } = request;
  const about = `pour le point ${request.searchParams.get('point')}`;
  let response: Response;
  try {
    response = await fetch(request, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json' },
    });
    if (response.ok) return await readIsochrone(response);
  } catch (error) {
    throw toProblem(error as Error, hostname, about, timeoutMs);
  }
  await response.body?.cancel();
  if (response.status === 429 || response.status === 503)
    throw new ProblemError(
      503,
      `Le service d’isochrones ${hostname} demande d’attendre (réponse ${response.status}). Aucune distance à vol d’oiseau n’est donnée à la place. Demander de nouveau plus tard, ou mesurer avec km.`,
      {},
      secondsOf(response.headers.get('retry-after')) ?? restSeconds.busy,
    );
  throw badAnswer(hostname, `réponse ${response.status} ${about}`);
}

function toProblem(error: Error, hostname: string, about: string, timeoutMs: number): ProblemError {
  const isSilent = error.name === 'TimeoutError' || error.name === 'AbortError';
  if (!isSilent && error.name !== 'TypeError') return badAnswer(hostname, `${error.message} ${about}`);
  return new ProblemError(
    503,
    `Le service d’isochrones ${hostname} ${isSilent ? `ne répond pas en ${(timeoutMs / 1000).toLocaleString('fr-FR')} s` : 'n’est pas joignable, ou coupe sa réponse'}. Aucune distance à vol d’oiseau n’est donnée à la place. Demander de nouveau plus tard, ou mesurer avec km.`,
    {},
    restSeconds.unreachable,
  );
}

function badAnswer(hostname: string, why: string): ProblemError {
  return new ProblemError(
    502,
    `Le service d’isochrones ${hostname} a mal répondu (${why}). Aucune distance à vol d’oiseau n’est donnée à la place : mesurer avec km, et prévenir l’administrateur (ISOCHRONE_URL).`,
    {},
    restSeconds.wrong,
  );
}

/** Seconds of a `Retry-After`, an hour at the most; undefined for a date or nothing. */
function secondsOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Math.min(3600, Number(text)) : undefined;
}

/** What was kept, is not too old and can be read; a file that was cut is asked for again. */
async function findKept(file: string): Promise<AreaGeometry | undefined> {
  try {
    if (Date.now() - (await stat(file)).mtimeMs > keptMs) return undefined;
    return keptSchema.parse(JSON.parse(await readFile(file, 'utf8'))).geometry;
  } catch {
    return undefined;
  }
}

async function keep(file: string, geometry: AreaGeometry): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  await writeFile(part, JSON.stringify({ geometry }));
  await rename(part, file);
}
