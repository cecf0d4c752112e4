/** Holds the archives in force in memory, and takes the next ones when the record in the database has moved. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Queryable } from '../../data/database/port.ts';
import { openHeaders } from '../cross-origin.ts';
import { type ArchiveRecord, readArchiveRecords } from '../sql/tile-archives.ts';
import { readArchive, type TileArchive } from './archive.ts';

export interface ServedArchive extends TileArchive {
  readonly record: ArchiveRecord;
  /** Short hash that stands in tile addresses as `v`. */
  readonly version: string;
  /** Shared by all answers: building them per request costs more than the tile. */
  readonly headers: { readonly dated: Headers; readonly undated: Headers };
}

export interface TileArchives {
  /** What is in memory now; never reads. */
  held(tileset: string): ServedArchive | undefined;
  /** Compares with the database, and reads the archives that moved. @throws Error when a recorded file cannot be read. */
  refresh(): Promise<void>;
  /** Refreshes once, at the first request. */
  ready(): Promise<void>;
}

export function openTileArchives(database: Queryable, folder: string): TileArchives {
  let served = new Map<string, ServedArchive>();
  let first: Promise<void> | null = null;

  async function refresh(): Promise<void> {
    const next = new Map<string, ServedArchive>();
    for (const record of await readArchiveRecords(database)) {
      const former = served.get(record.tileset);
      if (former?.record.sha256 === record.sha256) next.set(record.tileset, former);
      else
        next.set(
          record.tileset,
          serve(record, readArchive(new Uint8Array(await readFile(path.join(folder, record.file_name))))),
        );
    }
    served = next;
  }

  return {
    held: (tileset) => served.get(tileset),
    refresh,
    ready: () => {
      first ??= refresh().catch((error: unknown) => {
        first = null;
        throw error;
      });
      return first;
    },
  };
}

function serve(record: ArchiveRecord, archive: TileArchive): ServedArchive {
  const version = record.sha256.slice(0, 16);
  const headers = (cacheControl: string) =>
    new Headers({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'gzip',
      'cache-control': cacheControl,
      etag: `"${version}"`,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      ...openHeaders,
    });
  return {
    ...archive,
    record,
    version,
    headers: { dated: headers('public, max-age=31536000, immutable'), undated: headers('no-cache') },
  };
}
