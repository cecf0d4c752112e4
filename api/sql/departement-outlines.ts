/** Outlines of a département, as the database holds them. */
import type { MultiPolygon } from 'geojson';
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';

const rowsSchema = z.array(
  z.object({
    level: z.enum(['commune', 'epci', 'departement']),
    code: z.string(),
    name: z.string(),
    outline: z.string(),
    whole: z.string().nullable(),
  }),
);

export interface OutlineRow {
  readonly level: 'commune' | 'epci' | 'departement';
  readonly code: string;
  readonly name: string;
  /** Degrees, WGS 84; of an EPCI: its part whose communes are loaded. */
  readonly outline: MultiPolygon;
  /** Of an EPCI, with its communes that are not loaded; null where they are not known. */
  readonly whole: MultiPolygon | null;
}

/** By level, then by code. */
export async function readDepartementOutlines(database: Queryable, departement: string): Promise<OutlineRow[]> {
  const rows = await database.query(
    `select t.level, t.code, t.name, st_asgeojson(t.geom_4326, 5) as outline, st_asgeojson(t.whole_geom_4326, 5) as whole
     from territory t
     left join membership own on t.level = 'commune' and own.commune = t.code
     where own.departement = $1 or (t.level = 'departement' and t.code = $1)
       or (t.level = 'epci' and exists (select 1 from membership m where m.epci = t.code and m.departement = $1))
     order by t.level, t.code collate "C"`,
    [departement],
  );
  return rowsSchema.parse(rows).map(({ outline, whole, ...row }) => ({
    ...row,
    outline: JSON.parse(outline) as MultiPolygon,
    whole: whole === null ? null : (JSON.parse(whole) as MultiPolygon),
  }));
}
