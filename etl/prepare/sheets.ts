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
import { type Remark, validateRows } from '../validate.ts';
import { type Ground, type Obtained, type Prepared, staysAsWritten } from './declare.ts';
import { type Objector, objectToCensus, objectToDecisions, objectToProjects, objectToSheets } from './objections.ts';

const listed = { communesExpected: null, communesAbsent: [], warnings: [], isUpToDate: staysAsWritten } as const;

export function prepareProjects(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(
    obtained,
    ground,
    projectTable,
    ['id'],
    insertProjects,
    async (records) => objectToProjects(records, ground.membership, ground.cog),
    leaveOrphans,
  );
}

export function prepareSheets(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, sheetTable, ['id'], insertSheets, () => objectToSheets(ground.database));
}

export function prepareDecisions(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, decisionTable, ['fiche'], insertDecisions, () =>
    objectToDecisions(ground.database),
  );
}

export function prepareCensus(obtained: Obtained, ground: Ground): Promise<Map<string, Prepared>> {
  return prepareRows(obtained, ground, censusTable, ['epci'], insertCensus, async () =>
    objectToCensus(ground.membership),
  );
}

/** A project whose parent was refused stays, without it: what it says of itself is right. */
function leaveOrphans(file: string, rows: readonly ProjectRow[]): { rows: ProjectRow[]; warnings: Remark[] } {
  const kept = new Set(rows.map(({ id }) => id));
  const isOrphan = ({ parent }: ProjectRow) => parent !== null && !kept.has(parent);
  return {
    rows: rows.map((row) => (isOrphan(row) ? { ...row, parent: null } : row)),
    warnings: rows.filter(isOrphan).map(({ id, parent }) => ({
      reason: 'parent : projet parent refusé',
      message: `${file}, projet ${id} : son parent ${parent} est refusé. Il est gardé, sans parent ; corriger la ligne du parent les réunira.`,
    })),
  };
}

/**
 * @param toObject what rows are checked against, besides their own schema
 * @param settle what the refusal of some rows makes of the others
 */
async function prepareRows<Row>(
  { vintage, files }: Obtained,
  { scopes }: Ground,
  table: ExchangeTable<Row>,
  keyColumns: readonly string[],
  insert: (tx: Queryable, loadId: number, rows: readonly Row[]) => Promise<void>,
  toObject: (records: readonly NumberedRecord[]) => Promise<Objector>,
  settle: (file: string, rows: readonly Row[]) => { rows: readonly Row[]; warnings: readonly Remark[] } = (
    _,
    rows,
  ) => ({
    rows,
    warnings: [],
  }),
): Promise<Map<string, Prepared>> {
  const file = onlyFile(files);
  const records = await readExchangeFile(file, table);
  const {
    rows: sound,
    read,
    taken,
    refused,
  } = validateRows(file.name, table.row, keyColumns, records, await toObject(records));
  const { rows, warnings: losses } = settle(file.name, sound);
  const warnings = [...warnOfStrangeColumns(file.name, table, records), ...losses];
  return new Map(
    scopes.map(({ departement }): [string, Prepared] => [
      departement,
      {
        ...listed,
        read,
        taken,
        refused,
        warnings,
        periods: [vintage],
        write: (tx, load) => insert(tx, load, rows),
      },
    ]),
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
  const results = new Map<string, Prepared>();
  for (const scope of ground.scopes) {
    const { rows, read, refused, warnings } = placesOf(list, scope);
    results.set(scope.departement, {
      ...listed,
      read,
      taken: rows.length,
      refused,
      warnings,
      periods: [vintage],
      write: (tx, load) => insertPlaces(tx, load, rows),
    });
  }
  return results;
}
