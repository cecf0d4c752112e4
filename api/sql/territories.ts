/** Territories as the API shows them. */
import { z } from 'zod';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';
import type { Territory } from '../contract.ts';
import { startParameters } from './parameters.ts';
import { currentState, namesSql, type State } from './state.ts';

const rowsSchema = z.array(
  z.object({
    level: z.enum(['commune', 'epci', 'departement']),
    code: z.string(),
    name: z.string(),
    official_name: z.string(),
    population: z.number().nullable(),
    population_vintage: z.string(),
    postcodes: z.array(z.string()),
    ept_code: z.string().nullable(),
    ept_name: z.string().nullable(),
    epci_code: z.string().nullable(),
    epci_name: z.string().nullable(),
    longitude: z.number(),
    latitude: z.number(),
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    communes: z.array(z.string()),
    whole: z.number(),
  }),
);

/** Levels from the largest, then codes in order. A null level or code keeps all. */
export async function readTerritories(
  database: Queryable,
  wanted: { readonly level: Level | null; readonly code: string | null; readonly departement?: string | null },
): Promise<Territory[]> {
  const rows = await database.query(
    `with loaded as materialized (
       select m.commune, m.epci, m.departement from membership m join territory l on l.level = 'commune' and l.code = m.commune),
     held (level, code, communes) as materialized (
       select 'epci', epci, array_agg(commune order by commune collate "C") from loaded group by epci
       union all select 'departement', departement, array_agg(commune order by commune collate "C") from loaded group by departement),
     extent (level, code, communes) as materialized (
       select 'epci', epci, count(*) from membership group by epci
       union all select 'ept', ept, count(*) from membership group by ept
       union all select 'departement', departement, count(*) from membership group by departement)
     select t.level, t.code, t.name, t.official_name, t.population, t.population_vintage, t.postcodes, t.ept_code, t.ept_name,
       e.code as epci_code, e.name as epci_name,
       st_x(t.center_4326) as longitude, st_y(t.center_4326) as latitude, t.bbox,
       coalesce(h.communes, '{}') as communes,
       case when t.level = 'commune' then (own.commune is not null)::int::bigint else coalesce(x.communes, 0) end as whole
     from territory t
     left join membership own on t.level = 'commune' and own.commune = t.code
     left join territory e on e.level = 'epci' and e.code = own.epci
     left join held h on h.level = t.level and h.code = t.code
     left join extent x on x.level = case when t.level = 'epci' and t.ept_code is not null then 'ept' else t.level end
       and x.code = case when t.level = 'epci' then coalesce(t.ept_code, t.code) else t.code end
     where ($1::text is null or t.level = $1) and ($2::text is null or t.code = $2)
       and ($3::text is null or own.departement = $3 or (t.level = 'departement' and t.code = $3)
         or (t.level = 'epci' and exists (select 1 from membership m where m.epci = t.code and m.departement = $3)))
     order by array_position(array['departement', 'epci', 'commune'], t.level), t.code collate "C"`,
    [wanted.level, wanted.code, wanted.departement ?? null],
  );
  return rowsSchema.parse(rows).map((row) => ({
    code: row.code,
    nom: row.name,
    nomOfficiel: row.official_name,
    niveau: row.level,
    codesPostaux: row.postcodes,
    population: row.population,
    populationMillesime: row.population_vintage,
    epci: row.epci_code !== null && row.epci_name !== null ? { code: row.epci_code, nom: row.epci_name } : null,
    ept: row.ept_code !== null && row.ept_name !== null ? { code: row.ept_code, nom: row.ept_name } : null,
    centre: [row.longitude, row.latitude],
    bbox: row.bbox,
    communes: row.communes,
    communesEntier: row.whole,
    partiel: row.level !== 'commune' && row.whole > row.communes.length,
  }));
}

/** Codes of the territories of a level, in order. */
export async function readCodes(database: Queryable, level: Level, state: State = currentState): Promise<string[]> {
  const parameters = startParameters();
  const rows = await database.query(
    `select code from (${namesSql(state, parameters)}) named where level = ${parameters.add(level)} order by code collate "C"`,
    parameters.values,
  );
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}
