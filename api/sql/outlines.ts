/** Outlines of territories as GeoJSON text, a page of codes at a time: those of a country would not hold in memory. */
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';

/** About a centimetre: what RFC 7946 advises against exceeding. */
const mostDecimals = 7;

/**
 * Code → MultiPolygon, WGS 84, exterior rings counterclockwise; a territory that is not loaded is not there.
 * @param extent `entier`: with the communes of an EPCI that are outside the loaded départements
 */
export async function readOutlines(
  database: Queryable,
  level: Level,
  codes: readonly string[],
  extent: 'partie' | 'entier',
): Promise<Map<string, string>> {
  const geometry = extent === 'entier' ? 'coalesce(whole_geom_4326, geom_4326)' : 'geom_4326';
  const rows = await database.query<{ code: string; outline: string }>(
    `select code, st_asgeojson(st_forcepolygonccw(${geometry}), ${mostDecimals}, 0) as outline
     from territory where level = $1 and code = any($2::text[])`,
    [level, codes],
  );
  return new Map(rows.map(({ code, outline }) => [code, outline]));
}
