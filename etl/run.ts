/** Loads each source in catalogue order: fetch, read, validate, load. A source that fails leaves the former figures. */
import type { Database, Queryable } from '../data/database/port.ts';
import type { Fact, FactSource, Source, Vintage } from '../data/sources/declare.ts';
import { mergedCommunes } from '../data/sources/mergers.ts';
import { sources as allSources } from '../data/sources/registry.ts';
import { placeTable } from '../data/tables/lieux.ts';
import { projectTable } from '../data/tables/projets.ts';
import { checkFacts, moveToPresentCommunes, warnOfAbsence, warnOfExcess } from './facts.ts';
import { type FetchedFile, fetchFiles, hashOfAll } from './fetch.ts';
import { findLoad, insertFacts, insertLoad, isInForce, type LoadKey, putInForce } from './load.ts';
import { type Membership, readMembership, writeMembership } from './membership.ts';
import { holdsTerritories, toTerritories, writeTerritories } from './outlines.ts';
import type { Progress } from './progress.ts';
import { readCsv } from './read/csv.ts';
import { readOutlines } from './read/outlines.ts';
import { ReadingError } from './reading-error.ts';
import { insertPlaces, insertProjects } from './sheets.ts';
import { type Remark, summarise, validateFacts, validateRows, type Whereabouts } from './validate.ts';

export interface EtlOptions {
  readonly database: Database;
  /** Folder of official files. */
  readonly from: string;
  readonly departement: string;
  readonly now: () => Date;
  readonly progress: Progress;
  /** The sources to load; all of the registry unless a test names others. */
  readonly sources?: readonly Source[];
}

export interface SourceResult {
  readonly source: string;
  readonly vintage: string;
  readonly status: 'loaded' | 'unchanged' | 'failed';
  readonly read: number;
  readonly taken: number;
  readonly outside: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly seconds: number;
  /** Why it failed, a French sentence. */
  readonly failure?: string;
}

/** What a file gives once read and checked: how to write it, and the account of its rows. */
interface Prepared {
  readonly read: number;
  readonly taken: number;
  readonly outside: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly periods: readonly string[];
  write(tx: Queryable, loadId: number): Promise<void>;
  /** Whether what the load in force wrote still stands, its file being the same. */
  isUpToDate(database: Queryable): Promise<boolean>;
}

/** @returns one result a source and vintage, in catalogue order; never throws for a bad file. */
export async function runEtl(options: EtlOptions): Promise<SourceResult[]> {
  const results: SourceResult[] = [];
  let membership: Membership | null = null;
  for (const source of options.sources ?? allSources)
    for (const vintage of source.vintages) {
      const began = options.now().getTime();
      const seconds = () => (options.now().getTime() - began) / 1000;
      const nothing = {
        source: source.id,
        vintage: vintage.vintage,
        read: 0,
        taken: 0,
        outside: 0,
        refused: [],
        warnings: [],
      };
      options.progress.begin(source.id, vintage.vintage);
      let result: SourceResult;
      try {
        const files = await fetchFiles(options.from, vintage.files);
        options.progress.advance('lecture');
        if (source.brings === 'membership') membership = readMembership(files, options.departement);
        if (!membership)
          throw new ReadingError(
            'les communes et EPCI (cog) n’ont pas pu être lus : rien d’autre ne peut être rattaché à un territoire.',
          );
        result = {
          ...nothing,
          ...(await loadVintage(options, source, vintage, files, membership, seconds)),
          seconds: seconds(),
        };
      } catch (error) {
        const refused = error instanceof Refusal ? error.refused : [];
        result = { ...nothing, refused, status: 'failed', failure: (error as Error).message, seconds: seconds() };
      }
      results.push(result);
      options.progress.end(result);
    }
  return results;
}

/** A file that was read but may not take the place of the former figures. */
class Refusal extends Error {
  readonly refused: readonly Remark[];
  constructor(message: string, refused: readonly Remark[]) {
    super(message);
    this.refused = refused;
  }
}

type Outcome = Pick<SourceResult, 'status' | 'read' | 'taken' | 'outside' | 'refused' | 'warnings'>;

async function loadVintage(
  { database, departement, now, progress }: EtlOptions,
  source: Source,
  vintage: Vintage,
  files: readonly FetchedFile[],
  membership: Membership,
  seconds: () => number,
): Promise<Outcome> {
  const key: LoadKey = {
    source: source.id,
    departement,
    vintage: vintage.vintage,
    sha256: hashOfAll(files),
    revision: source.revision,
  };
  const prepared = prepare(source, vintage, files, membership, departement);
  const { read, taken, outside, refused, warnings } = prepared;
  if (refused.length > source.refusalTolerance * (taken + refused.length))
    throw new Refusal(
      `${refused.length} lignes refusées sur ${taken + refused.length}, plus que la tolérance de la source. Première : ${refused[0]?.message}`,
      refused,
    );
  progress.advance('écriture');
  const known = await findLoad(database, key);
  const isSame = isInForce(known, prepared.periods);
  if (isSame && (await prepared.isUpToDate(database)))
    return { status: 'unchanged', read, taken, outside, refused, warnings };
  await database.transaction(async (tx) => {
    // Territories are replaced as a whole; a load known but no longer in force is pointed at again, not written twice.
    const rewrites = source.brings === 'membership' || source.brings === 'outlines';
    const at = now().toISOString();
    const loadId =
      known?.id ??
      (await insertLoad(tx, {
        ...key,
        dataOn: vintage.dataOn,
        files: files.map(({ name, sha256, bytes }) => ({ name, url: null, sha256, bytes: bytes.length })),
        retrievedAt: at,
        loadedAt: at,
        rowsRead: read,
        rowsTaken: taken,
        rowsOutside: outside,
        rowsRefused: refused.length,
        refusals: summarise(refused),
        warnings: summarise(warnings),
        durationMs: Math.round(seconds() * 1000),
      }));
    if (!known || rewrites) await prepared.write(tx, loadId);
    await putInForce(tx, key, loadId, prepared.periods);
  });
  return { status: 'loaded', read, taken, outside, refused, warnings };
}

/** Figures, projects and places belong to their load: nothing else rewrites them. */
const isUpToDate = async () => true;

function prepare(
  source: Source,
  vintage: Vintage,
  files: readonly FetchedFile[],
  membership: Membership,
  departement: string,
): Prepared {
  const own = membership.members.filter((member) => member.departement === departement).map(({ commune }) => commune);
  const whole = { outside: 0, refused: [], warnings: [], periods: [vintage.vintage], isUpToDate };
  switch (source.brings) {
    case 'membership':
      return {
        ...whole,
        read: membership.read,
        taken: membership.members.length,
        outside: membership.read - membership.members.length,
        write: (tx) => writeMembership(tx, membership.members),
      };
    case 'outlines': {
      const outlines = readOutlines(files, own);
      const territories = toTerritories(outlines, membership, departement);
      const read = outlines.communes.size + outlines.whole.size;
      return {
        ...whole,
        read,
        taken: read,
        write: (tx) => writeTerritories(tx, territories, vintage.vintage),
        // Territories hold names, populations and EPCI of the COG: a new COG rewrites them, even after a load cut short.
        isUpToDate: (database) => holdsTerritories(database, territories),
      };
    }
    case 'facts':
      return prepareFacts(source, vintage, files, own, departement);
    case 'projects':
    case 'places':
      return { ...whole, ...prepareSheets(source.brings, files, membership) };
  }
}

function prepareFacts(
  source: FactSource,
  { vintage }: Vintage,
  files: readonly FetchedFile[],
  own: readonly string[],
  departement: string,
): Prepared {
  const known = new Set(own);
  const where: Whereabouts = (code) => {
    if (known.has(mergedCommunes[code] ?? code)) return 'inside';
    return /^[0-9][0-9AB][0-9]{3}$/.test(code) && !code.startsWith(departement) ? 'outside' : 'unknown';
  };
  const tables = source.tables.map((table, i) => {
    const file = files[i];
    if (!file) throw new Error(`${source.id} declares more tables than files`);
    return validateFacts(file.name, table, readCsv(file.name, file.bytes, table.format), where);
  });
  const published: readonly Fact[] = tables.flatMap(({ rows }) => rows.flat());
  const facts = moveToPresentCommunes(source.complete?.(published) ?? published);
  const failures = checkFacts(source, vintage, facts, own);
  const refused = tables.flatMap((table) => table.refused);
  if (failures.length > 0)
    throw new Refusal(
      `contrôle non passé, chiffres précédents conservés : ${failures.slice(0, 5).join(' ; ')}.${refused[0] ? ` ${refused[0].message}` : ''}`,
      refused,
    );
  const names = files.map(({ name }) => name);
  const sum = (of: (table: (typeof tables)[number]) => number) => tables.reduce((total, table) => total + of(table), 0);
  return {
    read: sum(({ read }) => read),
    taken: sum(({ rows }) => rows.length),
    outside: sum(({ outside }) => outside),
    refused,
    warnings: [...warnOfExcess(source, facts, names), ...warnOfAbsence(facts, own, names)],
    periods: [...new Set(facts.map(({ period }) => period))].sort(),
    write: (tx, loadId) => insertFacts(tx, loadId, departement, facts),
    isUpToDate,
  };
}

function prepareSheets(
  brings: 'projects' | 'places',
  files: readonly FetchedFile[],
  membership: Membership,
): Omit<Prepared, 'periods' | 'outside' | 'warnings' | 'isUpToDate'> {
  const [file] = files;
  if (!file) throw new Error('sheets are one file');
  const communes = new Set(membership.members.map(({ commune }) => commune));
  const epcis = new Set(membership.members.map(({ epci }) => epci));
  const strangers = (cell: string | undefined, known: ReadonlySet<string>) =>
    (cell ?? '').split('|').filter((code) => code !== '' && !known.has(code));
  if (brings === 'places') {
    const records = readCsv(file.name, file.bytes, placeTable.format);
    const { rows, read, refused } = validateRows(file.name, placeTable.row, ['id'], records, (record) => {
      const [unknown] = strangers(record.code_insee, communes);
      return unknown ? { column: 'code_insee', message: `la commune « ${unknown} » n’est pas du territoire` } : null;
    });
    return { read, taken: rows.length, refused, write: (tx, loadId) => insertPlaces(tx, loadId, rows) };
  }
  const records = readCsv(file.name, file.bytes, projectTable.format);
  const ids = new Set(records.map(({ record }) => record.id));
  const { rows, read, refused } = validateRows(file.name, projectTable.row, ['id'], records, (record) => {
    const [commune] = strangers(record.communes, communes);
    if (commune) return { column: 'communes', message: `la commune « ${commune} » n’est pas du territoire` };
    const [epci] = strangers(record.epci, epcis);
    if (epci) return { column: 'epci', message: `l’EPCI « ${epci} » n’est pas du territoire` };
    return record.parent && !ids.has(record.parent)
      ? { column: 'parent', message: `le projet « ${record.parent} » n’existe pas` }
      : null;
  });
  return { read, taken: rows.length, refused, write: (tx, loadId) => insertProjects(tx, loadId, rows) };
}
