/** Loads each source in catalogue order: fetch, read, validate, load. A source that fails leaves the former figures. */
import type { Database } from '../data/database/port.ts';
import type { Source, Vintage } from '../data/sources/declare.ts';
import { sources as allSources } from '../data/sources/registry.ts';
import { type FetchedFile, fetchFiles, hashOfAll } from './fetch.ts';
import { findLoad, insertLoad, isInForce, type LoadKey, putInForce } from './load.ts';
import { type Membership, readMembership } from './membership.ts';
import { prepare, Refusal } from './prepare.ts';
import type { Progress } from './progress.ts';
import { ReadingError } from './reading-error.ts';
import type { SourceResult } from './report.ts';
import { summarise } from './validate.ts';

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
