/** Reads a PMTiles 3 archive whole into memory: tiles as stored (gzipped), found by a number, without any parsing per request. */
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, readVarint, tileIdToZxy } from 'pmtiles';
import { z } from 'zod';

export interface TileArchive {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly metadata: z.infer<typeof metadataSchema>;
  /** Gzipped tiles by `tileKey`; views of one buffer. */
  readonly tiles: ReadonlyMap<number, Uint8Array<ArrayBuffer>>;
}

const metadataSchema = z.object({
  name: z.string(),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
});

/** One number per tile, exact below 2^53 up to zoom 24. */
export function tileKey(zoom: number, x: number, y: number): number {
  return (zoom * 0x1000000 + x) * 0x1000000 + y;
}

/** @throws Error when the archive is not one of gzipped tiles. */
export function readArchive(bytes: Uint8Array<ArrayBuffer>): TileArchive {
  const header = bytesToHeader(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 127));
  const gzip = 2;
  if (header.tileCompression !== gzip || header.internalCompression !== gzip)
    throw new Error('tile archive: gzip expected, inside and for tiles');
  const slice = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const metadata = gunzipSync(slice(header.jsonMetadataOffset, header.jsonMetadataLength)).toString('utf8');
  const tiles = new Map<number, Uint8Array<ArrayBuffer>>();

  function readEntries(offset: number, length: number): void {
    for (const entry of readDirectory(gunzipSync(slice(offset, length)))) {
      if (entry.runLength === 0) {
        readEntries((header.leafDirectoryOffset ?? 0) + entry.offset, entry.length);
        continue;
      }
      const data = slice(header.tileDataOffset + entry.offset, entry.length);
      for (let id = entry.tileId; id < entry.tileId + entry.runLength; id++) {
        const [zoom, x, y] = tileIdToZxy(id);
        tiles.set(tileKey(zoom, x, y), data);
      }
    }
  }
  readEntries(header.rootDirectoryOffset, header.rootDirectoryLength);
  return {
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    metadata: metadataSchema.parse(JSON.parse(metadata)),
    tiles,
  };
}

interface Entry {
  tileId: number;
  runLength: number;
  length: number;
  offset: number;
}

/** A directory is columnar: ids as differences, run lengths, lengths, then offsets, where 0 means "right after the former". */
function readDirectory(bytes: Uint8Array): Entry[] {
  const position = { buf: bytes, pos: 0 };
  const count = readVarint(position);
  const column = () => Array.from({ length: count }, () => readVarint(position));
  const [steps, runLengths, lengths, offsets] = [column(), column(), column(), column()];
  const entries: Entry[] = [];
  let tileId = 0;
  for (let i = 0; i < count; i++) {
    tileId += steps[i] ?? 0;
    const before = entries.at(-1);
    const stored = offsets[i] ?? 0;
    const offset = stored === 0 && before ? before.offset + before.length : stored - 1;
    entries.push({ tileId, runLength: runLengths[i] ?? 0, length: lengths[i] ?? 0, offset });
  }
  return entries;
}
