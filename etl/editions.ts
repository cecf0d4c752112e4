/**
 * Frozen états des lieux. An edition names the loads in force, with the memberships and names of the day: what it
 * answers does not change when newer figures, or another COG, take their place.
 */
import { createHash } from 'node:crypto';
import { isReservedStateName } from '../data/catalogue/state-names.ts';
import type { Database, Queryable } from '../data/database/port.ts';
import { presenceColumns } from './presence.ts';
import { ReadingError } from './reading-error.ts';
import { listColumns } from './sheets.ts';

const longestTitle = 60;

/** `T2 2026` → `t2-2026`, `Cœur` → `coeur`: its place in the address. */
export function toEditionId(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * @returns its identifier, and the hash of all it holds: see `hashOfEdition`
 * @throws ReadingError when the title is unusable or taken, or nothing is loaded
 */
export async function freezeEdition(
  database: Database,
  title: string,
  now: () => Date,
): Promise<{ id: string; sha256: string }> {
  const name = title.trim();
  const id = toEditionId(name);
  if (id === '' || name.length > longestTitle)
    throw new ReadingError(
      `« ${name.slice(0, 80)} » ne peut pas nommer un état des lieux : il faut une lettre ou un chiffre, et ${longestTitle} caractères au plus.`,
    );
  if (isReservedStateName(id))
    throw new ReadingError(
      `« ${name} » ne peut pas nommer un état des lieux : dans une adresse, « ${id} » désigne déjà les chiffres en vigueur ou un chargement. Donnez un autre titre, comme « T2 2026 ».`,
    );
  return database.transaction(async (tx) => {
    const [taken] = await tx.query('select id from edition where id = $1', [id]);
    if (taken)
      throw new ReadingError(`L’état des lieux « ${id} » existe déjà et ne change plus. Donnez un autre titre.`);
    const [loaded] = await tx.query<{ count: number }>('select count(*) as count from current_load');
    if (loaded?.count === 0)
      throw new ReadingError('Rien n’est chargé : il n’y a pas d’état des lieux à figer. Lancez d’abord npm run etl.');
    await tx.query('insert into edition (id, title, frozen_at, sha256) values ($1, $2, $3, $4)', [
      id,
      name,
      now().toISOString(),
      await hashOfState(tx),
    ]);
    await tx.query(
      `insert into edition_load (edition, source, departement, period, load_id)
       select $1, source, departement, period, load_id from current_load`,
      [id],
    );
    await tx.query(
      `insert into edition_membership (edition, commune, name, departement, epci, ept, population, is_loaded)
       select $1, commune, name, departement, epci, ept, population,
         exists (select 1 from territory t where t.level = 'commune' and t.code = m.commune)
       from membership m`,
      [id],
    );
    await tx.query(
      `insert into edition_territory (edition, level, code, name, ept_code)
       select $1, level, code, name, ept_code from territory`,
      [id],
    );
    return { id, sha256: await requireHash(tx, id) };
  });
}

async function requireHash(database: Queryable, id: string): Promise<string> {
  const [row] = await database.query<{ sha256: string }>('select sha256 from edition where id = $1', [id]);
  if (!row) throw new Error(`edition "${id}" was not written`);
  return row.sha256;
}

/** Whether an edition still is what it was when it was frozen, its figures included. */
export async function verifyEdition(database: Queryable, id: string): Promise<boolean> {
  return (await hashOfEdition(database, id)) === (await requireHash(database, id));
}

/**
 * SHA-256 over, in the order of their codes: the loads (source, département, period, hash of their files, revision of
 * their reader), the figures that they brought, the rows of their lists (projects, places, catalogue, decisions, census,
 * digital presence) with all their columns, the memberships and the names; then the inhabited cells, if there are any.
 */
async function hashOfEdition(database: Queryable, id: string): Promise<string> {
  return hashOf(database, {
    pointer: '(select source, departement, period, load_id from edition_load where edition = $1)',
    members: `select commune, name, departement, epci, ept, population, is_loaded from edition_membership where edition = $1`,
    names: 'select level, code, name, ept_code from edition_territory where edition = $1',
    parameters: [id],
  });
}

function hashOfState(database: Queryable): Promise<string> {
  return hashOf(database, {
    pointer: 'current_load',
    members: `select commune, name, departement, epci, ept, population,
      exists (select 1 from territory t where t.level = 'commune' and t.code = m.commune) as is_loaded from membership m`,
    names: 'select level, code, name, ept_code from territory',
    parameters: [],
  });
}

/** Unknown values are left out: a column that is added later, empty, does not change what was frozen before. */
function listSql(pointer: string, table: string, columns: readonly string[]): string {
  const cells = columns.map((name) => (name.endsWith('_4326') ? `st_astext(p.${name}, 7) as ${name}` : `p.${name}`));
  return `select c.source, c.departement as of, jsonb_strip_nulls(to_jsonb(r)) as cells from ${pointer} c
    join ${table} p on p.load_id = c.load_id cross join lateral (select ${cells.join(', ')}) r`;
}
const listOrder = 't::text collate "C"';

interface Held {
  readonly pointer: string;
  readonly members: string;
  readonly names: string;
  readonly parameters: readonly string[];
}

async function hashOf(database: Queryable, { pointer, members, names, parameters }: Held): Promise<string> {
  const hash = createHash('sha256');
  const digest = (rows: string, key: string) =>
    `select md5(coalesce(string_agg(t::text, E'\\n' order by ${key}), '')) as digest from (${rows}) t`;
  const statements = [
    digest(
      `select c.source, c.departement, c.period, l.sha256, l.revision from ${pointer} c join load l on l.id = c.load_id`,
      't.source collate "C", t.departement collate "C", t.period collate "C"',
    ),
    digest(
      `select c.source, c.departement as of, o.commune, o.period, o.measure, o.value_number, o.value_text, o.value_on, o.state, o.reason
       from ${pointer} c join observation o on o.load_id = c.load_id and o.period = c.period`,
      't.source collate "C", t.of collate "C", t.period collate "C", t.measure collate "C", t.commune collate "C"',
    ),
    ...Object.entries(listColumns).map(([table, columns]) => digest(listSql(pointer, table, columns), listOrder)),
    digest(listSql(pointer, 'digital_presence', presenceColumns), listOrder),
    digest(members, 't.commune collate "C"'),
    digest(names, 't.level collate "C", t.code collate "C"'),
  ];
  for (const statement of statements) {
    const [row] = await database.query<{ digest: string }>(statement, parameters);
    hash.update(`${row?.digest}\n`);
  }
  // Only where there are some, so that what was frozen before keeps its hash; by commune, for a country has millions.
  const [cells] = await database.query<{ digest: string | null }>(
    `select md5(string_agg(concat_ws(' ', t.of, t.commune, t.digest), E'\\n' order by t.of collate "C", t.commune collate "C")) as digest
     from (select c.departement as of, p.commune, md5(string_agg(concat_ws(' ', p.cell, p.individuals, st_astext(p.location_4326, 7)), E'\\n'
         order by p.cell collate "C")) as digest
       from ${pointer} c join population_cell p on p.load_id = c.load_id group by 1, 2) t`,
    parameters,
  );
  if (cells?.digest) hash.update(`${cells.digest}\n`);
  return hash.digest('hex');
}
