/**
 * Writes a PMTiles archive straight to a file: each tile is put aside on disk as it comes, and the archive is put
 * together once all are known. Only the places of the tiles stand in memory.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { zxyToTileId } from 'pmtiles';
import { type ArchiveDescription, compressTile, type PlacedTile, type Tile, writeHead } from './pmtiles.ts';

export interface PmtilesFile {
  add(tile: Tile): Promise<void>;
  /** Writes the archive; the same tiles give the same bytes as `writePmtiles`. */
  finish(description: ArchiveDescription): Promise<{ sha256: string; bytes: number }>;
  /** Removes what was put aside. */
  close(): Promise<void>;
}

/** @param file where the archive will be; `<file>.tiles` is used on the way */
export async function openPmtilesFile(file: string): Promise<PmtilesFile> {
  const aside = `${file}.tiles`;
  const contents = await open(aside, 'w+');
  const tiles: PlacedTile[] = [];
  const placeOf = new Map<string, { at: number; length: number }>();
  let end = 0;

  return {
    add: async ({ z, x, y, data }) => {
      const { hash, compressed } = compressTile(data);
      const { length } = compressed;
      if (!placeOf.has(hash)) {
        await contents.write(compressed, 0, length, end);
        placeOf.set(hash, { at: end, length });
        end += length;
      }
      tiles.push({ tileId: zxyToTileId(z, x, y), hash, length });
    },
    finish: async (description) => {
      const { head, order } = writeHead(tiles, description);
      const archive = await open(file, 'w');
      try {
        const sha256 = createHash('sha256');
        const write = async (bytes: Uint8Array) => {
          sha256.update(bytes);
          await archive.writeFile(bytes);
        };
        await write(head);
        for (const hash of order) await write(await readAt(contents, placeOf.get(hash) ?? { at: 0, length: 0 }));
        return { sha256: sha256.digest('hex'), bytes: head.length + end };
      } finally {
        await archive.close();
      }
    },
    close: async () => {
      await contents.close();
      await rm(aside, { force: true });
    },
  };
}

async function readAt(handle: FileHandle, { at, length }: { at: number; length: number }): Promise<Buffer> {
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer;
}
