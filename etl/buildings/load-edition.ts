/** An edition of the file of buildings → rows, streamed in one transaction for all the départements that are wanted. */
import type { Database, Queryable } from '../../data/database/port.ts';
import type { Form, Source } from '../../data/sources/declare.ts';
import { checkListShrink } from '../checks.ts';
import { hashOfAll } from '../fetched-file.ts';
import { countOf } from '../french.ts';
import { findLoad, insertLoad, isInForce, type LoadKey, putInForce } from '../load.ts';
import type { Edition } from '../origin/declare.ts';
import { type Ground, Refusal } from '../prepare/declare.ts';
import { openTable } from '../read/table.ts';
import { decodeText } from '../read/text.ts';
import { blankResult, type SourceResult } from '../report.ts';
import { summarise } from '../validate.ts';
import { type BuildingParser, buildingColumns, parseBuildings } from './parse.ts';

/** @returns one result a département; all of them load, or none */
export async function loadBuildingEdition(
  database: Database,
  now: () => Date,
  source: Source,
  form: Form,
  edition: Edition,
  ground: Ground,
): Promise<SourceResult[]> {
  const began = now().getTime();
  const seconds = () => (now().getTime() - began) / 1000;
  const { departements } = ground.where;
  const sha256 = hashOfAll(edition.files);
  const keyOf = (departement: string): LoadKey => ({
    source: source.id,
    departement,
    vintage: edition.vintage,
    sha256,
    revision: source.revision,
  });
  const known = await Promise.all(departements.map((code) => findLoad(database, keyOf(code))));
  const periods = [edition.vintage];
  const blank = (code: string) => blankResult(source.id, edition.vintage, code);
  if (known.every((load) => isInForce(load, periods)))
    return departements.map((code) => ({ ...blank(code), status: 'unchanged', seconds: seconds() }));
  try {
    const parser = await database.transaction(async (tx) => {
      // Twenty-five million rows take longer than any question that a person asks.
      await tx.query('set local statement_timeout = 0');
      const loadIdOf = new Map<string, number>();
      for (const code of departements) loadIdOf.set(code, await insertEmptyLoad(tx, now, keyOf(code), edition));
      const made = await copyBuildings(tx, form, edition, ground, loadIdOf);
      for (const code of departements) await settle(tx, source, keyOf(code), loadIdOf.get(code) ?? 0, made, seconds());
      await pruneBuildings(tx);
      return made;
    });
    // A building is of one département.
    const takenByAny = [...parser.accounts.values()].reduce((sum, { taken }) => sum + taken, 0);
    const file = { sha256, read: parser.read(), taken: takenByAny };
    return departements.map((code) => {
      const { taken = 0, refused = [] } = parser.accounts.get(code) ?? {};
      const outside = parser.read() - taken - refused.length;
      return {
        ...blank(code),
        status: 'loaded',
        read: parser.read(),
        taken,
        outside,
        refused,
        file,
        seconds: seconds(),
      };
    });
  } catch (error) {
    const failure = (error as Error).message;
    const refused = error instanceof Refusal ? error.refused : [];
    return departements.map((code) => ({ ...blank(code), failure, refused, seconds: seconds() }));
  }
}

function insertEmptyLoad(tx: Queryable, now: () => Date, key: LoadKey, edition: Edition): Promise<number> {
  const at = now().toISOString();
  return insertLoad(tx, {
    ...key,
    dataOn: edition.dataOn,
    files: edition.files.map(({ name, url, sha256, bytes, retrievedAt }) => ({
      name,
      url,
      sha256,
      bytes,
      retrievedAt,
    })),
    retrievedAt: edition.files[0]?.retrievedAt ?? at,
    loadedAt: at,
    rowsRead: 0,
    rowsTaken: 0,
    rowsOutside: 0,
    rowsRefused: 0,
    refusals: [],
    warnings: [],
    durationMs: 0,
    periods: [edition.vintage],
    communesExpected: null,
    communesAbsent: [],
  });
}

/** Reads, checks and writes in constant memory: a piece of text at a time. */
export async function copyBuildings(
  tx: Queryable,
  form: Pick<Form, 'files'>,
  { files }: Pick<Edition, 'files'>,
  { where, onRows }: Pick<Ground, 'where' | 'onRows'>,
  loadIdOf: ReadonlyMap<string, number>,
): Promise<BuildingParser> {
  const [file] = files;
  if (!file) throw new Error('the buildings are one file');
  const parser = parseBuildings(file.name, where, loadIdOf);
  const isZip = form.files.some(({ path }) => path.endsWith('.zip'));
  const bytes = await openTable(file, isZip ? { wrapping: { zipEntry: '.csv' } } : {});
  await tx.copyText(
    'building',
    buildingColumns,
    (async function* () {
      for await (const text of decodeText(file.name, bytes)) {
        const lines = parser.take(text);
        onRows(parser.read());
        if (lines !== '') yield lines;
      }
      yield parser.end();
    })(),
  );
  return parser;
}

/** Checks the rows of a département, tells their account, and puts the load in force. */
async function settle(
  tx: Queryable,
  source: Source,
  key: LoadKey,
  loadId: number,
  parser: BuildingParser,
  seconds: number,
): Promise<void> {
  const { taken = 0, refused = [] } = parser.accounts.get(key.departement) ?? {};
  const fails = (why: string) => new Refusal(`contrôle non passé : ${why}.`, refused);
  if (taken === 0) throw fails(`aucun immeuble du département ${key.departement} dans le fichier`);
  if (refused.length > source.refusalTolerance * (taken + refused.length))
    throw fails(
      `${countOf(refused.length, 'ligne refusée', 'lignes refusées')} sur ${taken + refused.length}. Première : ${refused[0]?.message}`,
    );
  const shrink = await checkListShrink(tx, source, key.departement, taken);
  if (shrink !== null) throw new Refusal(shrink, refused);
  await tx.query(
    `update load set rows_read = $2, rows_taken = $3, rows_outside = $4, rows_refused = $5, refusals = $6, duration_ms = $7
     where id = $1`,
    [
      loadId,
      parser.read(),
      taken,
      parser.read() - taken - refused.length,
      refused.length,
      JSON.stringify(summarise(refused)),
      Math.round(seconds * 1000),
    ],
  );
  await putInForce(tx, key, loadId, [key.vintage], true);
}

/** Buildings of loads that nothing points at any more: a quarter is 25 million rows, their history cannot be kept. */
async function pruneBuildings(tx: Queryable): Promise<void> {
  await tx.query(
    `delete from building where load_id in (
       select l.id from load l where l.source = 'arcep-immeubles'
         and not exists (select 1 from current_load c where c.load_id = l.id)
         and not exists (select 1 from edition_load e where e.load_id = l.id))`,
  );
}
