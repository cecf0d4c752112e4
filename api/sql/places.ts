/** Places where people are helped with digital services, filtered and by page. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { type Place, placeSchema } from '../contract.ts';
import { foldedSql } from './folded.ts';
import { startParameters } from './parameters.ts';

export interface PlaceFilters {
  readonly commune?: string | undefined;
  readonly epci?: string | undefined;
  readonly type?: string | undefined;
  readonly q?: string | undefined;
  readonly limite: number;
  readonly page: number;
}

const current = `place p join current_load c on c.load_id = p.load_id and c.source = 'lieux-recenses'
  left join membership m on m.commune = p.commune`;

/** In the order of identifiers. `total` counts what the filters keep, whatever the page. */
export async function readPlaces(
  database: Queryable,
  filters: PlaceFilters,
): Promise<{ total: number; places: Place[] }> {
  const parameters = startParameters();
  const conditions = ['true'];
  if (filters.commune !== undefined) conditions.push(`p.commune = ${parameters.add(filters.commune)}`);
  if (filters.epci !== undefined) conditions.push(`m.epci = ${parameters.add(filters.epci)}`);
  if (filters.type !== undefined) conditions.push(`p.kind = ${parameters.add(filters.type)}`);
  if (filters.q !== undefined)
    conditions.push(
      `strpos(${foldedSql(`concat_ws(' ', p.name, p.address, p.programme, m.name)`)}, ${foldedSql(`${parameters.add(filters.q)}::text`)}) > 0`,
    );
  const kept = `from ${current} where ${conditions.join(' and ')}`;
  const [count] = await database.query<{ total: number }>(`select count(*) as total ${kept}`, parameters.values);
  const rows = await database.query<{ longitude: number | null; latitude: number | null }>(
    `select p.id, p.name as nom, p.kind as type, p.programme as dispositif, p.is_itinerant as itinerant, p.services,
       p.address as adresse, p.postcode as "codePostal", p.commune, coalesce(m.name, p.commune) as "communeNom", m.epci,
       st_x(p.location_4326) as longitude, st_y(p.location_4326) as latitude, p.opening_hours as horaires,
       p.website as site, p.source_url as "sourceUrl", p.source_on as "sourceDate", p.confidence as confiance
     ${kept} order by p.id collate "C"
     limit ${parameters.add(filters.limite)} offset ${parameters.add((filters.page - 1) * filters.limite)}`,
    parameters.values,
  );
  const places = rows.map(({ longitude, latitude, ...row }) => ({
    ...row,
    position: longitude === null || latitude === null ? null : [longitude, latitude],
  }));
  return { total: count?.total ?? 0, places: z.array(placeSchema).parse(places) };
}

/** The kinds of places that there are, in order. */
export async function readPlaceKinds(database: Queryable): Promise<string[]> {
  const rows = await database.query(`select distinct p.kind collate "C" as kind from ${current} order by 1`);
  return z
    .array(z.object({ kind: z.string() }))
    .parse(rows)
    .map(({ kind }) => kind);
}
