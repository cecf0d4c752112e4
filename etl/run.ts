/**
 * Loads each source in catalogue order, for the départements that are wanted: locate, obtain, prepare, load. A source
 * that fails leaves the former figures in force, and the next ones are tried all the same.
 */
import { frenchDay } from '../data/analysis/french-dates.ts';
import type { Database } from '../data/database/port.ts';
import cogSource from '../data/sources/cog.ts';
import type { Source } from '../data/sources/declare.ts';
import { sources as allSources } from '../data/sources/registry.ts';
import { whatToDo } from './fetch/not-the-file.ts';
import { startRun } from './load.ts';
import { loadEdition } from './load-edition.ts';
import { type Cog, readCog, toMembership } from './membership.ts';
import type { Located, Origin, Wanted } from './origin/declare.ts';
import { fetchLocalFile } from './origin/local-file.ts';
import type { Ground } from './prepare/declare.ts';
import type { Progress } from './progress.ts';
import { blankResult, type SourceResult } from './report.ts';
import { isCovered, toScopes, toWhereabouts } from './scope.ts';

export interface EtlOptions {
  readonly database: Database;
  readonly origin: Origin;
  readonly departements: readonly string[];
  readonly now: () => Date;
  readonly progress: Progress;
  /** The sources that were asked for by name: one that is not there is then a failure. All of the registry otherwise. */
  readonly only?: readonly Source[] | undefined;
}

/** The COG of the installed package: what every other source is attached to. */
export async function readInstalledCog(): Promise<Cog> {
  const [form] = cogSource.forms;
  return readCog(await Promise.all(form.files.map(({ path }) => fetchLocalFile('', path))));
}

/**
 * @returns one result a source, edition and département, in catalogue order; never throws for a bad file
 * @throws ReadingError when a département does not exist
 */
export async function runEtl(options: EtlOptions): Promise<SourceResult[]> {
  const { database, departements, origin, progress } = options;
  await startRun(database, options.now());
  const ground = await readGround(database, await readInstalledCog(), departements, progress);
  const results: SourceResult[] = [];
  for (const source of options.only ?? allSources) {
    const covered = departements.filter((departement) => isCovered(source, departement));
    const own: SourceResult[] = departements
      .filter((departement) => !covered.includes(departement))
      .map((departement) => ({ ...blankResult(source.id, '', departement), status: 'uncovered' }));
    let listed: readonly Located[] = [];
    try {
      listed = await origin.locate(source, toWanted(groundOf(ground, covered)));
      for (const located of listed) own.push(...(await loadLocated(options, source, located, ground)));
    } catch (error) {
      const failure = (error as Error).message;
      own.push(...covered.map((departement) => ({ ...blankResult(source.id, '', departement), failure })));
    }
    const served = new Set(own.map(({ departement }) => departement));
    for (const departement of departements)
      if (!served.has(departement)) own.push(await absence(options, source, departement, listed));
    for (const result of own) {
      await recordAttempt(options, result);
      results.push(result.failure === undefined ? result : { ...result, hasFormer: await hasFormer(database, result) });
    }
  }
  return results;
}

async function readGround(
  database: Database,
  cog: Cog,
  wanted: readonly string[],
  progress: Progress,
): Promise<Ground> {
  const loaded = await database.query<{ departement: string }>(
    `select distinct departement from current_load where source = $1`,
    [cogSource.id],
  );
  const all = [...new Set([...loaded.map(({ departement }) => departement), ...wanted])].sort();
  const scopes = toScopes(toMembership(cog, wanted));
  return {
    database,
    cog,
    membership: toMembership(cog, all),
    scopes,
    where: toWhereabouts(cog, scopes),
    onRows: (read) => progress.rows(read),
  };
}

/** The part of the ground that a file is about. */
function groundOf(ground: Ground, departements: readonly string[]): Ground {
  const scopes = ground.scopes.filter(({ departement }) => departements.includes(departement));
  return { ...ground, scopes, where: toWhereabouts(ground.cog, scopes) };
}

function toWanted({ scopes, cog }: Ground): Wanted[] {
  return scopes.map(({ departement, around }) => ({
    departement,
    neighbours: [...new Set([...around].map((commune) => cog.communes.get(commune)?.departement ?? ''))].sort(),
  }));
}

async function loadLocated(
  { database, progress, now }: EtlOptions,
  source: Source,
  located: Located,
  ground: Ground,
): Promise<SourceResult[]> {
  const { departements, label, form } = located;
  progress.begin(source.id, label, departements);
  let results: SourceResult[];
  try {
    const edition = await located.obtain((received, total) => progress.bytes(received, total));
    results = edition
      ? await loadEdition(database, now, source, form, edition, groundOf(ground, departements))
      : await vanished(database, source, located);
  } catch (error) {
    const failure = (error as Error).message;
    results = departements.map((departement) => ({ ...blankResult(source.id, label, departement), failure }));
  }
  progress.end(results);
  return results;
}

/** A listed edition that has no file is not published; one that is in force has lost its address. */
async function vanished(database: Database, source: Source, { label, departements }: Located): Promise<SourceResult[]> {
  const rows = await database.query<{ departement: string; url: string; at: string }>(
    `select distinct on (c.departement) c.departement, l.files->0->>'url' as url, l.retrieved_at as at
     from current_load c join load l on l.id = c.load_id
     where c.source = $1 and c.departement = any($2) and l.vintage = $3 and l.files->0->>'url' is not null
     order by c.departement, l.id desc`,
    [source.id, departements, label],
  );
  return rows.map(({ departement, url, at }) => ({
    ...blankResult(source.id, label, departement),
    failure: `${url}, obtenu le ${frenchDay(at)}, n’est plus à son adresse officielle, alors que l’édition ${label} est toujours listée. ${whatToDo}`,
  }));
}

/**
 * What it means that an origin gives nothing of a source: a failure when it was asked for, was there before, or is
 * listed without a file for any of its editions.
 */
async function absence(
  { database, origin, only }: EtlOptions,
  source: Source,
  departement: string,
  listed: readonly Located[],
): Promise<SourceResult> {
  const blank = blankResult(source.id, '', departement);
  const labels = listed.filter(({ departements }) => departements.includes(departement)).map(({ label }) => label);
  if (labels.length > 0)
    return {
      ...blank,
      failure: `aucun fichier n’est publié pour les éditions listées (${labels.join(', ')}). ${whatToDo}`,
    };
  const [before] = await database.query<{ name: string }>(
    `select coalesce(l.files->0->>'url', l.files->0->>'name') as name from current_load c join load l on l.id = c.load_id
     where c.source = $1 and c.departement = $2 and (l.files->0->>'url' is null) = $3
       and l.files->0->>'name' !~ '^(npm|package):' order by l.id desc limit 1`,
    [source.id, departement, origin.isFolder],
  );
  if (before) return { ...blank, failure: `${before.name}, chargé auparavant, n’est plus dans ${origin.name}.` };
  if (only)
    return { ...blank, failure: `${origin.name} ne donne rien de cette source pour le département ${departement}.` };
  return { ...blank, status: 'absent' };
}

async function hasFormer(database: Database, { source, departement }: SourceResult): Promise<boolean> {
  const [row] = await database.query<{ loads: number }>(
    'select count(*) as loads from current_load where source = $1 and departement = $2',
    [source, departement],
  );
  return (row?.loads ?? 0) > 0;
}

async function recordAttempt(
  { database, now }: EtlOptions,
  { source, departement, vintage, status, failure }: SourceResult,
): Promise<void> {
  if (status === 'absent' || status === 'uncovered') return;
  await database.query(
    `insert into attempt (source, departement, vintage, attempted_at, status, failure, run)
     values ($1, $2, $3, $4, $5, $6, (select max(id) from run))`,
    [source, departement, vintage, now().toISOString(), status, failure ?? null],
  );
}
