/** The loads that a frozen état des lieux names. */
import type { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { editionSchema } from '../contract-states.ts';

const rowsSchema = editionSchema.shape.chargements;

/** By source, département and period. */
export async function readEditionLoads(database: Queryable, id: string): Promise<z.output<typeof rowsSchema>> {
  const rows = await database.query(
    `select e.source, e.departement, e.period as periode, l.vintage as millesime, l.data_on as "dateDonnees", l.sha256
     from edition_load e join load l on l.id = e.load_id where e.edition = $1
     order by e.source collate "C", e.departement collate "C", e.period collate "C"`,
    [id],
  );
  return rowsSchema.parse(rows);
}
