/**
 * Writes a PMTiles 3 archive. Reading is left to the `pmtiles` package; no maintained package writes one with its
 * bounds and zooms filled in (s2-pmtiles leaves them at zero), hence these lines.
 * Layout: header, root directory, metadata, leaf directories, tile data. Specification: PMTiles 3.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** An encoded vector tile, not compressed. */
  readonly data: Uint8Array;
}

export interface ArchiveDescription {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** west, south, east, north, degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** The JSON metadata: `name`, `vector_layers`… */
  readonly metadata: Readonly<Record<string, unknown>>;
}

interface Entry {
  tileId: number;
  offset: number;
  length: number;
  runLength: number;
}

const headerLength = 127;
/** The header and the root directory must fit in the first 16 KiB, so that a client reads both at once. */
const rootLimit = 16_384 - headerLength;
const entriesPerLeaf = 4_096;
const compressionGzip = 2;
const typeMvt = 1;

export interface CompressedTile {
  /** Of the tile before it was compressed: equal tiles have the same. */
  readonly hash: string;
  readonly compressed: Uint8Array;
}

export function compressTile(data: Uint8Array): CompressedTile {
  const hash = createHash('sha256').update(data).digest('base64');
  return { hash, compressed: gzipSync(data, { level: 9 }) };
}

/** A tile whose compressed content is kept elsewhere. */
export interface PlacedTile {
  readonly tileId: number;
  readonly hash: string;
  /** Bytes, compressed. */
  readonly length: number;
}

/** @returns the archive; the same tiles give the same bytes. Equal tiles are stored once. */
export function writePmtiles(tiles: readonly Tile[], description: ArchiveDescription): Uint8Array {
  const contents = new Map<string, Uint8Array>();
  const placed = tiles.map(({ z, x, y, data }): PlacedTile => {
    const { hash, compressed } = compressTile(data);
    contents.set(hash, compressed);
    return { tileId: zxyToTileId(z, x, y), hash, length: compressed.length };
  });
  const { head, order } = writeHead(placed, description);
  return Buffer.concat([head, ...order.map((hash) => contents.get(hash) ?? new Uint8Array())]);
}

/** @returns what comes before the data, and the hashes of the contents in the order in which they follow */
export function writeHead(
  tiles: readonly PlacedTile[],
  description: ArchiveDescription,
): { head: Buffer; order: string[] } {
  const sorted = tiles.toSorted((a, b) => a.tileId - b.tileId);
  const entries: Entry[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let dataLength = 0;
  for (const { tileId, hash, length } of sorted) {
    let place = known.get(hash);
    if (!place) {
      place = { offset: dataLength, length };
      known.set(hash, place);
      dataLength += length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++;
    else entries.push({ tileId, ...place, runLength: 1 });
  }
  const { root, leaves } = writeDirectories(entries);
  const metadata = gzipSync(JSON.stringify(description.metadata), { level: 9 });
  const header = writeHeader(description, {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.length,
    data: dataLength,
    addressed: sorted.length,
    entries: entries.length,
    contents: known.size,
  });
  return { head: Buffer.concat([header, root, metadata, leaves]), order: [...known.keys()] };
}

function writeDirectories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = writeDirectory(entries);
  if (whole.length <= rootLimit) return { root: whole, leaves: new Uint8Array() };
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let start = 0; start < entries.length; start += entriesPerLeaf) {
    const part = entries.slice(start, start + entriesPerLeaf);
    const leaf = writeDirectory(part);
    // A run length of 0 marks an entry that leads to a leaf directory.
    pointers.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  const root = writeDirectory(pointers);
  if (root.length > rootLimit) throw new Error(`${entries.length} tiles need a third level of directories`);
  return { root, leaves: Buffer.concat(leaves) };
}

/** Five columns of varints: identifiers as differences, run lengths, lengths, offsets (0 = right after the previous). */
function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  pushVarint(bytes, entries.length);
  let lastId = 0;
  for (const { tileId } of entries) {
    pushVarint(bytes, tileId - lastId);
    lastId = tileId;
  }
  for (const { runLength } of entries) pushVarint(bytes, runLength);
  for (const { length } of entries) pushVarint(bytes, length);
  let expected = -1;
  for (const { offset, length } of entries) {
    pushVarint(bytes, offset === expected ? 0 : offset + 1);
    expected = offset + length;
  }
  return gzipSync(Uint8Array.from(bytes), { level: 9 });
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

function writeHeader(
  { minZoom, maxZoom, bounds }: ArchiveDescription,
  size: Record<'root' | 'metadata' | 'leaves' | 'data' | 'addressed' | 'entries' | 'contents', number>,
): Buffer {
  const header = Buffer.alloc(headerLength);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  let at = 8;
  let offset = headerLength;
  for (const length of [size.root, size.metadata, size.leaves, size.data]) {
    header.writeBigUInt64LE(BigInt(offset), at);
    header.writeBigUInt64LE(BigInt(length), at + 8);
    at += 16;
    offset += length;
  }
  for (const count of [size.addressed, size.entries, size.contents]) {
    header.writeBigUInt64LE(BigInt(count), at);
    at += 8;
  }
  const isClustered = 1;
  for (const byte of [isClustered, compressionGzip, compressionGzip, typeMvt, minZoom, maxZoom])
    header.writeUInt8(byte, at++);
  const [west, south, east, north] = bounds;
  for (const degrees of [west, south, east, north]) {
    header.writeInt32LE(Math.round(degrees * 1e7), at);
    at += 4;
  }
  header.writeUInt8(minZoom, at++);
  for (const degrees of [(west + east) / 2, (south + north) / 2]) {
    header.writeInt32LE(Math.round(degrees * 1e7), at);
    at += 4;
  }
  return header;
}
