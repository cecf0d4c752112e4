/** Files of the exchange tables made for tests: rows that are right but for one thing, and what is told of them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { sources } from '../data/sources/registry.ts';
import { type PublishedTable, publishedTables } from '../data/tables/registry.ts';
import { toMembership } from './membership.ts';
import { openFolder } from './origin/folder.ts';
import type { Ground, Prepared } from './prepare/declare.ts';
import { prepareCensus, prepareDecisions, prepareProjects, prepareSheets } from './prepare/sheets.ts';
import { silentProgress } from './progress.ts';
import { ReadingError } from './reading-error.ts';
import type { SourceResult } from './report.ts';
import { readInstalledCog, runEtl } from './run.ts';
import { toScopes, toWhereabouts } from './scope.ts';

export type Cells = Readonly<Record<string, string>>;

const places = {
  projets: { source: 'projets-recenses', file: 'projets/projets', prepare: prepareProjects },
  fiches: { source: 'fiches-catalogue', file: 'catalogue/fiches', prepare: prepareSheets },
  decisions: { source: 'decisions-fiches', file: 'catalogue/decisions', prepare: prepareDecisions },
  recensement: { source: 'recensement-epci', file: 'projets/recensement', prepare: prepareCensus },
} as const;
export type TableId = keyof typeof places;

const requireSource = (id: string) => sources.filter((source) => source.id === id);

export function tableOf(id: TableId): PublishedTable & { readonly columns: readonly string[] } {
  const table = publishedTables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return { ...table, columns: table.fields.map(({ name }) => name) };
}

/** A row that is right, under another identifier, but for what is changed. */
export function rowOf(id: TableId, key: string, change: Cells = {}): Cells {
  const { key: columns, example } = tableOf(id);
  return { ...example, [columns[0] ?? 'id']: key, ...change };
}

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** @param columns those of the file, in order; the others are not there */
export function toCsv(columns: readonly string[], rows: readonly Cells[], separator = ','): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => quoted(row[column] ?? '')))];
  return lines.map((line) => `${line.join(separator)}\n`).join('');
}

type Account = Pick<SourceResult, 'read' | 'taken' | 'refused' | 'warnings' | 'failure'> & { readonly status: string };

export function told({ status, read, taken, refused, warnings, failure }: Account): string[] {
  return [
    `${status} : lues ${read}, retenues ${taken}, refusées ${refused.length}, avertissements ${warnings.length}`,
    ...(failure ? [`échec : ${failure}`] : []),
    ...refused.map(({ message }) => message),
    ...warnings.map(({ message }) => message),
  ];
}

/** A database that knows the territory alone, and a folder in which files are put one after the other. */
export interface Bench {
  readonly database: Database;
  /** Loads a file as if nothing of its source had been loaded before. */
  load(table: TableId, content: string | Buffer, extension?: 'csv' | 'xlsx'): Promise<SourceResult>;
  /** What is told of a file that is read, and not loaded: quicker, and short of what is said of the file as a whole. */
  read(table: TableId, content: string): Promise<string[]>;
  /** What is told of one row, read alone. */
  messageOf(table: TableId, row: Cells): Promise<string>;
  close(): Promise<void>;
}

export async function openBench(now: () => Date): Promise<Bench> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'exchange-input-'));
  const run = (id: string) =>
    runEtl({
      database,
      origin: openFolder(folder),
      departements: ['91'],
      now,
      progress: silentProgress,
      only: requireSource(id),
    });
  await run('cog');
  const cog = await readInstalledCog();
  const membership = toMembership(cog, ['91']);
  const scopes = toScopes(membership);
  const prepare = async (table: TableId, content: string): Promise<Prepared | undefined> => {
    const { source, prepare: prepareTable } = places[table];
    const place = path.join(folder, 'read.csv');
    await writeFile(place, content);
    const file = { name: `${table}.csv`, path: place, sha256: '', bytes: 0, url: null, retrievedAt: null };
    const form = requireSource(source)[0]?.forms[0];
    if (!form) throw new Error(`${source} has no form`);
    return (await prepareTable({ form, vintage: '2026', files: [file] }, ground)).get('91');
  };
  const ground: Ground = { database, cog, membership, scopes, where: toWhereabouts(cog, scopes), onRows: () => {} };
  return {
    database,
    load: async (table, content, extension = 'csv') => {
      const { source, file } = places[table];
      const place = path.join(folder, `${file}.${extension}`);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, content);
      await database.run(`delete from current_load where source = '${source}'`);
      const [result] = await run(source);
      await rm(place);
      if (!result) throw new Error(`${source} gives no result`);
      return result;
    },
    read: async (table, content) => {
      try {
        const prepared = await prepare(table, content);
        return prepared ? told({ ...prepared, status: 'lu' }) : [];
      } catch (error) {
        if (!(error instanceof ReadingError)) throw error;
        return ['fichier refusé', error.message];
      }
    },
    messageOf: async (table, row) =>
      (await prepare(table, toCsv(tableOf(table).columns, [row])))?.refused[0]?.message ?? 'acceptée',
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
