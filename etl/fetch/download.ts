/**
 * Downloads through the cache: asks only for what has changed, takes up a download that was cut where it stopped, and
 * keeps nothing that is not the file. Bytes go to disk as they come.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { frenchDay } from '../../data/analysis/french-dates.ts';
import { hashOfFile } from '../fetched-file.ts';
import { ReadingError } from '../reading-error.ts';
import { type Cache, type CachedAddress, openCache } from './cache.ts';
import { absent, refuseWebPage, whatToDo } from './not-the-file.ts';

export interface DownloadedFile {
  /** As asked. */
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  /** The immutable file of the cache. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** ISO instant at which these bytes were obtained, whenever they were last checked. */
  readonly retrievedAt: string;
  /** ISO instant that the publisher gives; null when it gives none. */
  readonly lastModified: string | null;
  /** Whether bytes came over the network in this run. */
  readonly isFresh: boolean;
}

export interface DownloadOptions {
  readonly onBytes?: (received: number, total: number | null) => void;
  /** `data` (default): a web page in place of the file is refused. */
  readonly expects?: 'data' | 'page';
}

export interface Downloader {
  /** @throws ReadingError in French; `isAbsent` when the server says that there is no such file */
  download(url: string, options?: DownloadOptions): Promise<DownloadedFile>;
}

export interface DownloaderSettings {
  readonly cacheFolder: string;
  /** Only what is in the cache. */
  readonly isOffline?: boolean;
  readonly now: () => Date;
  readonly fetch?: typeof fetch;
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** A connection without a byte for so long is given up, and asked again. */
  readonly idleTimeoutMs?: number;
  readonly attempts?: number;
}

type Settings = Required<DownloaderSettings> & { readonly cache: Cache };

export function openDownloader(given: DownloaderSettings): Downloader {
  const settings: Settings = {
    isOffline: false,
    fetch: globalThis.fetch,
    sleep: wait,
    idleTimeoutMs: 30_000,
    attempts: 5,
    ...given,
    cache: openCache(given.cacheFolder),
  };
  const asked = new Map<string, Promise<DownloadedFile>>();
  return {
    download: (url, options = {}) => {
      const known = asked.get(url);
      if (known) return known;
      const answer = downloadOnce(settings, url, options);
      asked.set(url, answer);
      answer.catch(() => asked.delete(url));
      return answer;
    },
  };
}

async function downloadOnce(settings: Settings, url: string, options: DownloadOptions): Promise<DownloadedFile> {
  if (!/^https?:\/\//.test(url)) throw new ReadingError(`${url} : une adresse http ou https est attendue.`);
  const cached = await settings.cache.find(url);
  if (settings.isOffline) {
    if (cached) return toFile(settings, cached, false);
    const absence = await settings.cache.findAbsence(url);
    throw absence
      ? absent(url, `le serveur a répondu ${absence.status} le ${frenchDay(absence.checkedAt)}`)
      : new ReadingError(`${url} n’est pas en cache : lancez une fois sans --offline.`);
  }
  const part = settings.cache.partPath(url);
  await mkdir(path.dirname(part), { recursive: true });
  await rm(part, { force: true });
  let validator: string | null = null;
  let reason = '';
  for (let attempt = 1; attempt <= settings.attempts; attempt++) {
    const outcome = await tryOnce(settings, url, options, cached, part, validator);
    if (outcome.kind === 'done') return outcome.file;
    reason = outcome.reason;
    validator = outcome.validator;
    if (attempt < settings.attempts) await settings.sleep(outcome.afterMs ?? 500 * 2 ** attempt);
  }
  await rm(part, { force: true });
  throw new ReadingError(
    `${url} : ${reason}, après ${settings.attempts} essais. Réessayez plus tard, ou donnez le fichier avec --from.`,
  );
}

type Outcome =
  | { readonly kind: 'done'; readonly file: DownloadedFile }
  /** `validator`: what the bytes on disk are of, when they may be taken up. */
  | { readonly kind: 'again'; readonly reason: string; readonly validator: string | null; readonly afterMs?: number };

async function tryOnce(
  settings: Settings,
  url: string,
  options: DownloadOptions,
  cached: CachedAddress | undefined,
  part: string,
  validator: string | null,
): Promise<Outcome> {
  const have = validator === null ? 0 : await sizeOf(part);
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), settings.idleTimeoutMs);
  const stillAlive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), settings.idleTimeoutMs);
  };
  let kept = validator;
  try {
    const response = await settings.fetch(url, {
      signal: stop.signal,
      headers: requestHeaders(cached, have, validator),
    });
    stillAlive();
    if (response.status === 304 && cached) {
      const checked = { ...cached, checkedAt: settings.now().toISOString() };
      await settings.cache.write(checked);
      return { kind: 'done', file: toFile(settings, checked, false) };
    }
    if (response.status === 416) return { kind: 'again', reason: 'reprise refusée', validator: null };
    if (!response.ok) return await refusalOf(settings, url, response, validator);
    const isResumed = response.status === 206 && have > 0;
    kept = await receive(url, options, response, part, isResumed ? have : 0, stillAlive);
    return { kind: 'done', file: await keep(settings, url, options, response, part) };
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    // A connection that was cut leaves bytes that the next attempt takes up, if the server can tell them apart.
    const held = error instanceof CutConnection ? error.validator : kept;
    const reason = stop.signal.aborted
      ? `le serveur n’a rien envoyé pendant ${settings.idleTimeoutMs / 1000} secondes`
      : `la connexion a été coupée (${(error as Error).message})`;
    return { kind: 'again', reason, validator: held };
  } finally {
    clearTimeout(timer);
  }
}

class CutConnection extends Error {
  readonly validator: string | null;
  constructor(cause: Error, validator: string | null) {
    super(cause.message, { cause });
    this.validator = validator;
  }
}

function requestHeaders(cached: CachedAddress | undefined, have: number, validator: string | null): HeadersInit {
  // Bytes as they are stored: a download can then be taken up where it stopped.
  const plain = { 'accept-encoding': 'identity' };
  if (have > 0 && validator !== null) return { ...plain, range: `bytes=${have}-`, 'if-range': validator };
  if (!cached) return plain;
  return {
    ...plain,
    ...(cached.etag && { 'if-none-match': cached.etag }),
    ...(cached.lastModified && { 'if-modified-since': cached.lastModified }),
  };
}

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
const longestWaitMs = 60_000;

async function refusalOf(
  { cache, now }: Settings,
  url: string,
  response: Response,
  validator: string | null,
): Promise<Outcome> {
  const { status } = response;
  void response.body?.cancel();
  if (status === 404 || status === 410) {
    await cache.writeAbsence({ url, status, checkedAt: now().toISOString() });
    throw absent(url, `le serveur répond ${status}`);
  }
  if (!passing.has(status)) throw new ReadingError(`${url} : le serveur répond ${status}. ${whatToDo}`);
  const seconds = Number(response.headers.get('retry-after'));
  const reason = `le serveur répond ${status}`;
  return Number.isFinite(seconds) && seconds > 0
    ? { kind: 'again', reason, validator, afterMs: Math.min(seconds * 1000, longestWaitMs) }
    : { kind: 'again', reason, validator };
}

/** @returns what the bytes are of, for a later `If-Range` */
async function receive(
  url: string,
  { onBytes = () => {}, expects = 'data' }: DownloadOptions,
  response: Response,
  part: string,
  from: number,
  stillAlive: () => void,
): Promise<string | null> {
  const { headers } = response;
  const isEncoded = (headers.get('content-encoding') ?? 'identity') !== 'identity';
  const length = headers.get('content-length');
  const total = isEncoded || length === null ? null : from + Number(length);
  // Bytes that the server compressed on the way cannot be counted, hence not taken up.
  const strong = headers.get('etag')?.startsWith('W/') ? null : headers.get('etag');
  const validator = isEncoded ? null : (strong ?? headers.get('last-modified'));
  const output = createWriteStream(part, { flags: from > 0 ? 'a' : 'w' });
  let received = from;
  try {
    for await (const chunk of response.body ?? []) {
      stillAlive();
      if (received === 0 && expects === 'data') refuseWebPage(url, headers, chunk as Uint8Array);
      received += (chunk as Uint8Array).length;
      onBytes(received, total);
      if (!output.write(chunk)) await once(output, 'drain');
    }
    if (total !== null && received !== total) throw new Error(`${received} octets reçus sur ${total}`);
  } catch (error) {
    await closed(output);
    if (error instanceof ReadingError) {
      await rm(part, { force: true });
      throw error;
    }
    throw new CutConnection(error as Error, validator);
  }
  await closed(output);
  return validator;
}

const closed = (output: ReturnType<typeof createWriteStream>) =>
  new Promise<void>((resolve, reject) => output.end((error?: Error | null) => (error ? reject(error) : resolve())));

async function keep(
  settings: Settings,
  url: string,
  { expects = 'data' }: DownloadOptions,
  response: Response,
  part: string,
): Promise<DownloadedFile> {
  const bytes = await sizeOf(part);
  if (bytes === 0 && expects === 'data') {
    await rm(part, { force: true });
    throw new ReadingError(
      `${url} : le serveur envoie un fichier vide. Réessayez plus tard, ou donnez le fichier avec --from.`,
    );
  }
  const sha256 = await hashOfFile(part);
  await settings.cache.keep(part, sha256);
  const at = settings.now().toISOString();
  const record: CachedAddress = {
    url,
    finalUrl: response.url || url,
    sha256,
    bytes,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    retrievedAt: at,
    checkedAt: at,
  };
  await settings.cache.write(record);
  return toFile(settings, record, true);
}

function toFile({ cache }: Settings, record: CachedAddress, isFresh: boolean): DownloadedFile {
  const { url, finalUrl, sha256, bytes, retrievedAt, lastModified } = record;
  const changed = lastModified === null ? Number.NaN : Date.parse(lastModified);
  return {
    url,
    finalUrl,
    path: cache.objectPath(sha256),
    sha256,
    bytes,
    retrievedAt,
    lastModified: Number.isNaN(changed) ? null : new Date(changed).toISOString(),
    isFresh,
  };
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0;
