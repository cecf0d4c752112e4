/** Referenced projects and places → rows of a load. A list replaces the former one as a whole. */
import { readFile } from 'node:fs/promises';
import type { OtherSource } from '../../data/sources/declare.ts';
import { projectTable } from '../../data/tables/projets.ts';
import type { FetchedFile } from '../fetched-file.ts';
import { placesOf, readPlaceFile } from '../places.ts';
import { readCsv } from '../read/csv.ts';
import { insertPlaces, insertProjects } from '../sheets.ts';
import { validateRows } from '../validate.ts';
import { type Ground, type Obtained, type Prepared, staysAsWritten } from './declare.ts';

const listed = { communesExpected: null, communesAbsent: [], warnings: [], isUpToDate: staysAsWritten } as const;

function onlyFile(files: readonly FetchedFile[]): FetchedFile {
  const [file] = files;
  if (!file) throw new Error('sheets are one file');
  return file;
}

export async function prepareProjects(
  { vintage, files }: Obtained,
  { membership, scopes }: Ground,
): Promise<Map<string, Prepared>> {
  const file = onlyFile(files);
  const records = readCsv(file.name, await readFile(file.path), projectTable.format);
  const ids = new Set(records.map(({ record }) => record.id));
  const communes = new Set(membership.members.map(({ commune }) => commune));
  const epcis = new Set(membership.members.map(({ epci }) => epci));
  const stranger = (cell: string | undefined, known: ReadonlySet<string | null>) =>
    (cell ?? '').split('|').find((code) => code !== '' && !known.has(code));
  const { rows, read, taken, refused } = validateRows(file.name, projectTable.row, ['id'], records, (record) => {
    const commune = stranger(record.communes, communes);
    if (commune) return { column: 'communes', message: `la commune « ${commune} » n’est pas du territoire` };
    const epci = stranger(record.epci, epcis);
    if (epci) return { column: 'epci', message: `l’EPCI « ${epci} » n’est pas du territoire` };
    return record.parent && !ids.has(record.parent)
      ? { column: 'parent', message: `le projet « ${record.parent} » n’existe pas` }
      : null;
  });
  return new Map(
    scopes.map(({ departement }): [string, Prepared] => [
      departement,
      { ...listed, read, taken, refused, periods: [vintage], write: (tx, load) => insertProjects(tx, load, rows) },
    ]),
  );
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
