/** The tile archives in force, as recorded once written. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';

const rowsSchema = z.array(
  z.object({
    tileset: z.string(),
    file_name: z.string().regex(/^[\w-]+\.pmtiles$/),
    sha256: z.string(),
    bounds: z.array(z.number()).length(4),
  }),
);
export type ArchiveRecord = z.infer<typeof rowsSchema>[number];

export async function readArchiveRecords(database: Queryable): Promise<ArchiveRecord[]> {
  return rowsSchema.parse(
    await database.query('select tileset, file_name, sha256, bounds from tile_archive order by tileset collate "C"'),
  );
}
