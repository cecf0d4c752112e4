/** Rows of the exchange tables → rows of a load. A list replaces the former one as a whole. */
import type { Queryable } from '../../data/database/port.ts';
import type { OtherSource } from '../../data/sources/declare.ts';
import { shown } from '../../data/tables/cells.ts';
import { decisionTable } from '../../data/tables/decisions.ts';
import type { ExchangeTable } from '../../data/tables/declare.ts';
import { sheetTable } from '../../data/tables/fiches.ts';
import { type ProjectRow, projectTable } from '../../data/tables/projets.ts';
import { censusTable } from '../../data/tables/recensement.ts';
import type { FetchedFile } from '../fetched-file.ts';
import { placesOf, readPlaceFile } from '../places.ts';
import { readExchangeFile } from '../read/exchange.ts';
import type { NumberedRecord } from '../read/records.ts';
import { insertCensus, insertDecisions, insertPlaces, insertProjects, insertSheets } from '../sheets.ts';
import { type Outcome, type Remark, validateRows } from '../validate.ts';
import { type Belonging, belongingOfCensus, belongingOfProjects, belongsToEach } from './belonging.ts';
import { type Ground, type Obtained, type Prepared, staysAsWritten } from './declare.ts';
import { type Objector, objectToCensus, objectToDecisions, objectToProjects, objectToSheets } from './objections.ts';

const listed = { communesExpected: null, communesAbsent: [], warnings: [], isUpToDate: staysAsWritten } as const;

export function prepareProjects(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, {
    table: projectTable,
    keyColumns: ['id'],
    insert: insertProjects,
    toObject: async (records) => objectToProjects(records, ground.cog),
    toBelonging: (records) => belongingOfProjects(ground.cog, records),
    settle: leaveOrphans,
  });
}

/** The catalogue and what is decided of it are those of the syndicat, whatever the département: the API reads them once. */
export function prepareSheets(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, {
    table: sheetTable,
    keyColumns: ['id'],
    insert: insertSheets,
    toObject: () => objectToSheets(ground.database),
    toBelonging: () => belongsToEach,
  });
}

export function prepareDecisions(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, {
    table: decisionTable,
    keyColumns: ['fiche'],
    insert: insertDecisions,
    toObject: () => objectToDecisions(ground.database),
    toBelonging: () => belongsToEach,
  });
}

export function prepareCensus(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, {
    table: censusTable,
    keyColumns: ['epci'],
    insert: insertCensus,
    toObject: async () => objectToCensus(ground.cog),
    toBelonging: (records) => belongingOfCensus(ground.cog, records),
  });
}

interface Exchange<Row> {
  readonly table: ExchangeTable<Row>;
  readonly keyColumns: readonly string[];
  readonly insert: (tx: Queryable, loadId: number, rows: readonly Row[]) => Promise<void>;
  /** What rows are checked against, besides their own schema. */
  readonly toObject: (records: readonly NumberedRecord[]) => Promise<Objector>;
  readonly toBelonging: (records: readonly NumberedRecord[]) => Belonging;
  /** What the refusal of some rows makes of the others: those of a département, among all that are taken. */
  readonly settle?: (
    file: string,
    rows: readonly Row[],
    taken: readonly Row[],
  ) => { readonly rows: readonly Row[]; readonly warnings: readonly Remark[] };
}

/** A project whose parent was refused stays, without it: what it says of itself is right. */
function leaveOrphans(
  file: string,
  rows: readonly ProjectRow[],
  taken: readonly ProjectRow[],
): { rows: readonly ProjectRow[]; warnings: readonly Remark[] } {
  const kept = new Set(taken.map(({ id }) => id));
  const isOrphan = ({ parent }: ProjectRow) => parent !== null && !kept.has(parent);
  return {
    rows: rows.map((row) => (isOrphan(row) ? { ...row, parent: null } : row)),
    warnings: rows.filter(isOrphan).map(({ id, parent }) => ({
      reason: 'parent : projet parent refusé',
      message: `${file}, projet ${id} : son parent ${parent} est refusé. Il est gardé, sans parent ; corriger la ligne du parent les réunira.`,
    })),
  };
}

async function prepareRows<Row>(
  { vintage, files }: Obtained,
  { scopes }: Ground,
  { table, keyColumns, insert, toObject, toBelonging, settle }: Exchange<Row>,
): Promise<Map<string, Prepared>> {
  const file = onlyFile(files);
  const records = await readExchangeFile(file, table);
  const belonging = toBelonging(records);
  const outcomes = validateRows(file.name, table.row, keyColumns, records, await toObject(records));
  const strange = warnOfStrangeColumns(file.name, table, records);
  const isOf = (departement: string, { record }: Outcome<Row>) => belonging(record)?.has(departement) ?? true;
  const takenByAny = outcomes.filter(
    (outcome) => 'row' in outcome && scopes.some(({ departement }) => isOf(departement, outcome)),
  ).length;
  const rowsOf = (of: readonly Outcome<Row>[]) => of.flatMap((outcome) => ('row' in outcome ? [outcome.row] : []));
  return new Map(
    scopes.map(({ departement }): [string, Prepared] => {
      const own = outcomes.filter((outcome) => isOf(departement, outcome));
      const settled = settle?.(file.name, rowsOf(own), rowsOf(outcomes));
      const rows = settled?.rows ?? rowsOf(own);
      const warnings = [...strange, ...(settled?.warnings ?? [])];
      const refused = own.flatMap((outcome) => ('refusal' in outcome ? [outcome.refusal] : []));
      const counts = { read: records.length, taken: rows.length, takenByAny, refused };
      const write: Prepared['write'] = (tx, load) => insert(tx, load, rows);
      return [departement, { ...listed, ...counts, warnings, periods: [vintage], write }];
    }),
  );
}

/** A column of another name is not read: nothing of it may be lost without a word. */
function warnOfStrangeColumns(
  name: string,
  { fields }: Pick<ExchangeTable<never>, 'fields'>,
  records: readonly NumberedRecord[],
): Remark[] {
  const known = fields.map((field) => field.name);
  const strange = Object.keys(records[0]?.record ?? {}).filter((column) => !known.includes(column));
  return strange.map((column) => ({
    reason: `${shown(column) || '(sans nom)'} : colonne inconnue`,
    message: `${name}, colonne « ${shown(column)} » : inconnue, elle n’est pas lue. Colonnes connues : ${known.join(', ')}.`,
  }));
}

function onlyFile(files: readonly FetchedFile[]): FetchedFile {
  const [file] = files;
  if (!file) throw new Error('sheets are one file');
  return file;
}

export async function preparePlaces(
  source: OtherSource,
  { vintage, files }: Obtained,
  ground: Ground,
): Promise<Map<string, Prepared>> {
  const list = await readPlaceFile(source, files, ground.cog);
  const readings = ground.scopes.map((scope) => [scope.departement, placesOf(list, scope)] as const);
  // A place that may be of several communes is in the list of each.
  const takenByAny = new Set(readings.flatMap(([, { rows }]) => rows.map(({ id }) => id))).size;
  return new Map(
    readings.map(([departement, { rows, read, refused, warnings }]): [string, Prepared] => {
      const counts = { read, taken: rows.length, takenByAny, refused, warnings };
      const write: Prepared['write'] = (tx, load) => insertPlaces(tx, load, rows);
      return [departement, { ...listed, ...counts, periods: [vintage], write }];
    }),
  );
}
