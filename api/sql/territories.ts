/** Territories as the API shows them. */
import { z } from 'zod';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';
import type { Territory } from '../contract.ts';

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
    `select t.level, t.code, t.name, t.official_name, t.population, t.population_vintage, t.postcodes, t.ept_code, t.ept_name,
       e.code as epci_code, e.name as epci_name,
       st_x(t.center_4326) as longitude, st_y(t.center_4326) as latitude, t.bbox,
       array(select m.commune from membership m join territory l on l.level = 'commune' and l.code = m.commune
         where (t.level = 'epci' and m.epci = t.code) or (t.level = 'departement' and m.departement = t.code)
         order by m.commune collate "C") as communes,
       (select count(*) from membership m where case t.level
         when 'commune' then m.commune = t.code
         when 'epci' then case when t.ept_code is null then m.epci = t.code else m.ept = t.ept_code end
         else m.departement = t.code end) as whole
     from territory t
     left join membership own on t.level = 'commune' and own.commune = t.code
     left join territory e on e.level = 'epci' and e.code = own.epci
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
