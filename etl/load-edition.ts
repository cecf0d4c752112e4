/** An edition's files → a new load a département, checked, and the pointer that moves to it in one transaction. */
import type { Database } from '../data/database/port.ts';
import type { Form, Source } from '../data/sources/declare.ts';
import { loadBuildingEdition } from './buildings/load-edition.ts';
import { checkListShrink } from './checks.ts';
import { hashOfAll } from './fetched-file.ts';
import { countOf } from './french.ts';
import { findLoad, insertLoad, isInForce, type LoadKey, type LoadReport, putInForce } from './load.ts';
import type { Edition } from './origin/declare.ts';
import { type Ground, type Prepared, Refusal } from './prepare/declare.ts';
import { prepare } from './prepare.ts';
import { blankResult, type SourceResult } from './report.ts';
import { summarise } from './validate.ts';

/** Sources of which one edition is in force at a time: a list of places has no history, figures have. */
const hasNoHistory = (source: Source) => source.brings !== 'facts' && source.brings !== 'presence';

/** @returns one result a département of the ground */
export async function loadEdition(
  database: Database,
  now: () => Date,
  source: Source,
  form: Form,
  obtained: Edition,
  ground: Ground,
): Promise<SourceResult[]> {
  if (source.brings === 'buildings') return loadBuildingEdition(database, now, source, form, obtained, ground);
  const began = now();
  const sha256 = hashOfAll(obtained.files);
  const edition = { ...obtained, vintage: await vintageInForce(database, source, sha256, obtained) };
  const prepared = await prepare(source, { form, ...edition }, ground);
  const { vintage } = edition;
  const keyOf = (departement: string): LoadKey => ({
    source: source.id,
    departement,
    vintage,
    sha256,
    revision: source.revision,
  });
  if (source.brings === 'membership' || source.brings === 'outlines')
    return loadTogether(database, now, source, edition, keyOf, prepared, began);
  const results: SourceResult[] = [];
  for (const [departement, one] of prepared)
    results.push(await loadOne(database, now, source, edition, keyOf(departement), one, began));
  return results;
}

/** Memberships and outlines, which are those of every département at once: written once, in one transaction. */
async function loadTogether(
  database: Database,
  now: () => Date,
  source: Source,
  edition: Edition,
  keyOf: (departement: string) => LoadKey,
  prepared: ReadonlyMap<string, Prepared | Refusal>,
  began: Date,
): Promise<SourceResult[]> {
  const seconds = () => (now().getTime() - began.getTime()) / 1000;
  const blank = (departement: string) => blankResult(source.id, edition.vintage, departement);
  const sound = [...prepared].flatMap(([departement, one]) =>
    one instanceof Refusal ? [] : [{ departement, key: keyOf(departement), one }],
  );
  const known = new Map<string, Awaited<ReturnType<typeof findLoad>>>();
  for (const { departement, key } of sound) known.set(departement, await findLoad(database, key));
  const isInPlace = sound.every(({ departement, one }) => isInForce(known.get(departement), one.periods));
  const [first] = sound;
  const isUnchanged = isInPlace && (first === undefined || (await first.one.isUpToDate(database)));
  if (first && !isUnchanged)
    await database.transaction(async (tx) => {
      for (const { departement, key, one } of sound) {
        const report = toReport(now, edition, key, one, seconds);
        const loadId = known.get(departement)?.id ?? (await insertLoad(tx, report));
        await putInForce(tx, key, loadId, one.periods, hasNoHistory(source));
      }
      await first.one.write(tx, 0);
    });
  return [...prepared].map(([departement, one]) => {
    if (one instanceof Refusal)
      return { ...blank(departement), failure: one.message, refused: one.refused, seconds: seconds() };
    const { read, taken, takenByAny, refused, warnings } = one;
    const file = { sha256: keyOf(departement).sha256, read, taken: takenByAny };
    const counts = { read, taken, outside: read - taken - refused.length, refused, warnings, file };
    return { ...blank(departement), ...counts, status: isUnchanged ? 'unchanged' : 'loaded', seconds: seconds() };
  });
}

/** The same bytes found again another day are the same edition: what stands at an address is dated by its last change. */
async function vintageInForce(
  database: Database,
  source: Source,
  sha256: string,
  { vintage }: Edition,
): Promise<string> {
  const [same] = await database.query<{ vintage: string }>(
    `select l.vintage from load l join current_load c on c.load_id = l.id
     where l.source = $1 and l.sha256 = $2 and l.revision = $3 limit 1`,
    [source.id, sha256, source.revision],
  );
  return same?.vintage ?? vintage;
}

async function loadOne(
  database: Database,
  now: () => Date,
  source: Source,
  edition: Edition,
  key: LoadKey,
  prepared: Prepared | Refusal,
  began: Date,
): Promise<SourceResult> {
  const seconds = () => (now().getTime() - began.getTime()) / 1000;
  const blank = blankResult(source.id, key.vintage, key.departement);
  const refusal = prepared instanceof Refusal ? prepared : await refuse(database, source, key, prepared);
  if (refusal) return { ...blank, failure: refusal.message, refused: refusal.refused, seconds: seconds() };
  const { read, taken, takenByAny, refused, warnings } = prepared as Prepared;
  const file = { sha256: key.sha256, read, taken: takenByAny };
  const told = { ...blank, read, taken, outside: read - taken - refused.length, refused, warnings, file };
  try {
    const isNew = await write(database, now, source, edition, key, prepared as Prepared, seconds);
    return { ...told, status: isNew ? 'loaded' : 'unchanged', seconds: seconds() };
  } catch (error) {
    return { ...told, failure: (error as Error).message, seconds: seconds() };
  }
}

function toleranceWords({ refusalTolerance }: Source): string {
  if (refusalTolerance === 0) return 'or aucune ne peut l’être';
  return `or ${(refusalTolerance * 100).toLocaleString('fr-FR')} % au plus peuvent l’être`;
}

/** null when it may take its place. */
async function refuse(
  database: Database,
  source: Source,
  { departement }: LoadKey,
  { refused, taken }: Prepared,
): Promise<Refusal | null> {
  const rows = taken + refused.length;
  if (refused.length > source.refusalTolerance * rows)
    return new Refusal(
      `${countOf(refused.length, 'ligne refusée', 'lignes refusées')} sur ${rows}, ${toleranceWords(source)} : le fichier est refusé en entier. Première : ${refused[0]?.message}`,
      refused,
    );
  const shrink = await checkListShrink(database, source, departement, taken);
  return shrink === null ? null : new Refusal(shrink, refused);
}

/** @returns false when the load is in force already and nothing was written */
async function write(
  database: Database,
  now: () => Date,
  source: Source,
  edition: Edition,
  key: LoadKey,
  prepared: Prepared,
  seconds: () => number,
): Promise<boolean> {
  const { periods } = prepared;
  const known = await findLoad(database, key);
  if (isInForce(known, periods) && (await prepared.isUpToDate(database))) return false;
  await database.transaction(async (tx) => {
    // A load that is known but no longer in force is pointed at again, not written twice.
    const loadId = known?.id ?? (await insertLoad(tx, toReport(now, edition, key, prepared, seconds)));
    if (!known) await prepared.write(tx, loadId);
    await putInForce(tx, key, loadId, periods, hasNoHistory(source));
  });
  return true;
}

function toReport(
  now: () => Date,
  { dataOn, files }: Edition,
  key: LoadKey,
  prepared: Prepared,
  seconds: () => number,
): LoadReport {
  const at = now().toISOString();
  const { read, taken, refused, warnings, periods, communesExpected, communesAbsent } = prepared;
  return {
    ...key,
    dataOn,
    files: files.map(({ name, url, sha256, bytes, retrievedAt }) => ({ name, url, sha256, bytes, retrievedAt })),
    retrievedAt:
      files
        .map((file) => file.retrievedAt ?? '')
        .sort()
        .at(-1) || at,
    loadedAt: at,
    rowsRead: read,
    rowsTaken: taken,
    rowsOutside: read - taken - refused.length,
    rowsRefused: refused.length,
    refusals: summarise(refused),
    warnings: summarise(warnings),
    durationMs: Math.round(seconds() * 1000),
    periods,
    communesExpected,
    communesAbsent,
  };
}
