/** Files of a source → what is to be written, checked: figures, memberships, outlines, projects or places. */
import type { Queryable } from '../data/database/port.ts';
import type { Fact, FactSource, Source, Vintage } from '../data/sources/declare.ts';
import { mergedCommunes } from '../data/sources/mergers.ts';
import { placeTable } from '../data/tables/lieux.ts';
import { projectTable } from '../data/tables/projets.ts';
import { checkFacts, moveToPresentCommunes, warnOfAbsence, warnOfExcess } from './facts.ts';
import type { FetchedFile } from './fetch.ts';
import { insertFacts } from './load.ts';
import { type Membership, writeMembership } from './membership.ts';
import { holdsTerritories, toTerritories, writeTerritories } from './outlines.ts';
import { readCsv } from './read/csv.ts';
import { readOutlines } from './read/outlines.ts';
import { insertPlaces, insertProjects } from './sheets.ts';
import { type Remark, validateFacts, validateRows, type Whereabouts } from './validate.ts';

/** What a file gives once read and checked: how to write it, and the account of its rows. */
export interface Prepared {
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

/** A file that was read but may not take the place of the former figures. */
export class Refusal extends Error {
  readonly refused: readonly Remark[];
  constructor(message: string, refused: readonly Remark[]) {
    super(message);
    this.refused = refused;
  }
}

/** Figures, projects and places belong to their load: nothing else rewrites them. */
const isUpToDate = async () => true;

/**
 * @throws ReadingError when a file cannot be read at all
 * @throws Refusal when a check that the source declares is not passed
 */
export function prepare(
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
