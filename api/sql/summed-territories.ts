/** The territories of a level that figures are asked for, with what their whole extent holds besides. */
import { z } from 'zod';
import type { SummedTerritory } from '../../data/analysis/figure.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';

const rowsSchema = z.array(z.object({ code: z.string(), name: z.string(), outside: z.number() }));

/** @param epci keeps the communes of an EPCI, or that EPCI; the département is always whole. In the order of codes. */
export async function readSummedTerritories(
  database: Queryable,
  level: Level,
  epci: string | null,
): Promise<SummedTerritory[]> {
  const rows = await database.query(
    `select t.code, t.name,
       case when t.level <> 'epci' then 0 else (
         select count(*) from membership m
         where case when t.ept_code is null then m.epci = t.code else m.ept = t.ept_code end
           and not exists (select 1 from territory l where l.level = 'commune' and l.code = m.commune)) end as outside
     from territory t left join membership own on t.level = 'commune' and own.commune = t.code
     where t.level = $1 and ($2::text is null or t.level = 'departement' or t.code = $2 or own.epci = $2)
     order by t.code collate "C"`,
    [level, epci],
  );
  return rowsSchema.parse(rows).map(({ code, name, outside }) => ({ code, name, level, communesOutside: outside }));
}

/** Codes of the territories of a level, in order. */
export async function readCodes(database: Queryable, level: Level): Promise<string[]> {
  const rows = await database.query('select code from territory where level = $1 order by code collate "C"', [level]);
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}
