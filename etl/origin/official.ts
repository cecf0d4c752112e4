/** The publishers' own addresses: listings are read, files are downloaded through the cache, each with its provenance. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Address, Form } from '../../data/sources/declare.ts';
import type { Downloader } from '../fetch/download.ts';
import { listQuarterFolders, resolveDataGouv } from '../fetch/resolve.ts';
import type { FetchedFile } from '../fetched-file.ts';
import { readJson } from '../read/json.ts';
import { ReadingError } from '../reading-error.ts';
import {
  dealOut,
  type Edition,
  endOfQuarter,
  type Found,
  fill,
  findVintage,
  type OnBytes,
  type Origin,
  type Wanted,
} from './declare.ts';
import { fetchLocalFile, isInstalled } from './local-file.ts';

export interface OfficialSettings {
  readonly downloader: Downloader;
  /** The data package that comes with the program, for the sources that are compiled in it. */
  readonly packageFolder: string;
}

export function openOfficial(settings: OfficialSettings): Origin {
  return {
    name: 'les adresses officielles',
    isFolder: false,
    locate: (source, wanted) =>
      dealOut(source.forms.filter(isOfficial), wanted, (form) => findEditions(settings, form)),
  };
}

const isOfficial = (form: Form) => form.files.every(({ path: name, official }) => isInstalled(name) || official);

async function findEditions(settings: OfficialSettings, form: Form): Promise<Found[]> {
  const { editions } = form;
  switch (editions.kind) {
    case 'fixed':
      return [foundAt(settings, form, editions.vintage, editions.dataOn)];
    case 'standing':
      return [foundAt(settings, form, '', '')];
    case 'quarterly': {
      const quarters = await listQuarters(settings, form);
      return (editions.keep === 'latest' ? quarters.slice(-1) : quarters).map(({ quarter, vintage }) =>
        foundAt(settings, form, vintage, endOfQuarter(vintage), quarter),
      );
    }
  }
}

async function listQuarters(
  { downloader }: OfficialSettings,
  { editions, files }: Form,
): Promise<{ quarter: string; vintage: string }[]> {
  const official = files[0]?.official;
  const written =
    editions.kind === 'quarterly' && editions.index !== undefined
      ? await listQuarterFolders(downloader, editions.index)
      : official?.at === 'data-gouv'
        ? (await resolveTitles(downloader, official)).map(({ title }) =>
            title.replace(/^.*?(\d{4})[Tt]([1-4]).*$/, '$1_T$2'),
          )
        : [];
  const byVintage = new Map(
    written.flatMap((quarter) => {
      const vintage = findVintage(quarter);
      return vintage ? [[vintage, { quarter, vintage }] as const] : [];
    }),
  );
  return [...byVintage.values()].sort((a, b) => (a.vintage < b.vintage ? -1 : 1));
}

function resolveTitles(downloader: Downloader, address: Extract<Address, { at: 'data-gouv' }>, quarter?: string) {
  const pattern = address.title.replace('{quarter}', quarter?.replace('_T', '[Tt]') ?? '\\d{4}[Tt][1-4]');
  return resolveDataGouv(downloader, { dataset: address.dataset, title: new RegExp(pattern) });
}

function foundAt(settings: OfficialSettings, form: Form, vintage: string, dataOn: string, quarter?: string): Found {
  const rules = form.files;
  return {
    label: vintage,
    holds: async (departement) => {
      const packaged = rules.some(({ official }) => official?.at === 'package');
      return !packaged || (await packagedDepartement(settings.packageFolder)) === departement;
    },
    obtain: async (one, onBytes) => {
      const dates: string[] = [];
      const files: FetchedFile[] = [];
      for (const rule of rules)
        for (const departement of departementsOf(rule, one)) {
          const values = { ...(quarter !== undefined && { quarter }), ...(departement && { departement }) };
          const file = await obtainFile(settings, rule, values, onBytes);
          if (!file) return null;
          files.push(file);
          if (file.changedAt) dates.push(file.changedAt.slice(0, 10));
        }
      const day = dataOn || (await dayOf(settings, form)) || dates[0] || (files[0]?.retrievedAt ?? '').slice(0, 10);
      return { vintage: vintage || day, dataOn: day, files } satisfies Edition;
    },
  };
}

function departementsOf({ path: name, withNeighbours }: Form['files'][number], one: Wanted | null): (string | null)[] {
  if (!one || !name.includes('{departement}')) return [null];
  return [one.departement, ...(withNeighbours ? one.neighbours : [])];
}

/** @returns null when the publisher answers that this file of a listed edition does not exist */
async function obtainFile(
  { downloader, packageFolder }: OfficialSettings,
  { path: name, official }: Form['files'][number],
  values: { quarter?: string; departement?: string },
  onBytes: OnBytes,
): Promise<(FetchedFile & { changedAt: string | null }) | null> {
  if (!official) return { ...(await fetchLocalFile(packageFolder, name)), changedAt: null };
  if (official.at === 'package') {
    const file = await fetchLocalFile(packageFolder, official.file);
    return { ...file, name: `package:${official.file}`, changedAt: null };
  }
  let url: string;
  let changedAt: string | null = null;
  if (official.at === 'url') url = fill(official.url, values);
  else {
    const resources = await resolveTitles(downloader, official, values.quarter);
    const [newest] = resources.sort((a, b) => (a.lastModified < b.lastModified ? 1 : -1));
    if (!newest) return null;
    url = newest.url;
    changedAt = newest.lastModified;
  }
  const isListed = values.quarter !== undefined;
  const downloaded = await downloader.download(url, { onBytes, expects: 'data' }).catch((error: unknown) => {
    if (isListed && error instanceof ReadingError && error.isAbsent) return null;
    throw error;
  });
  if (!downloaded) return null;
  const { path: place, sha256, bytes, retrievedAt, lastModified } = downloaded;
  const shown = path.posix.normalize(fill(name, values));
  return { name: shown, path: place, sha256, bytes, url, retrievedAt, changedAt: changedAt ?? lastModified };
}

/** The day that a publisher's page gives for a dataset. */
async function dayOf({ downloader }: OfficialSettings, { editions }: Form): Promise<string | undefined> {
  if (editions.kind !== 'standing' || !editions.datedBy) return undefined;
  const { url, field } = editions.datedBy;
  const page = await downloader.download(url, { expects: 'data' });
  const answer: unknown = readJson(url, await readFile(page.path), z.unknown());
  const value = field
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | null | undefined)?.[name], answer);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return value.slice(0, 10);
  throw new ReadingError(`${url} : le champ ${field} ne donne pas de date. La page a changé ? Voyez la source.`);
}

async function packagedDepartement(folder: string): Promise<string> {
  const bytes = await readFile(path.join(folder, 'datapackage.json'));
  return readJson('datapackage.json', bytes, z.object({ departement: z.string() })).departement;
}
