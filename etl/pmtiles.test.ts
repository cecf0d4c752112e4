import { gunzipSync } from 'node:zlib';
import { PMTiles, type Source } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { type Tile, writePmtiles } from './pmtiles.ts';

const description = { minZoom: 0, maxZoom: 8, bounds: [1.9, 48.2, 2.6, 48.8] as const, metadata: { name: 'essai' } };

function read(archive: Uint8Array): PMTiles {
  const source: Source = {
    getKey: () => 'test',
    getBytes: async (offset, length) => ({ data: new Uint8Array(archive).slice(offset, offset + length).buffer }),
  };
  return new PMTiles(source, undefined, async (buffer) => new Uint8Array(gunzipSync(new Uint8Array(buffer))).buffer);
}

const text = (data: ArrayBuffer | undefined) => data && new TextDecoder().decode(data);

describe('a PMTiles archive', () => {
  it('is read back by the reference reader, header and metadata included', async () => {
    const tiles: Tile[] = [
      { z: 0, x: 0, y: 0, data: new TextEncoder().encode('monde') },
      { z: 8, x: 129, y: 88, data: new TextEncoder().encode('Essonne') },
    ];
    const archive = read(writePmtiles(tiles, description));
    expect(await archive.getMetadata()).toEqual({ name: 'essai' });
    expect(await archive.getHeader()).toMatchObject({
      minZoom: 0,
      maxZoom: 8,
      minLon: 1.9,
      maxLat: 48.8,
      tileType: 1,
      clustered: true,
    });
    expect(text((await archive.getZxy(0, 0, 0))?.data)).toBe('monde');
    expect(text((await archive.getZxy(8, 129, 88))?.data)).toBe('Essonne');
    expect(await archive.getZxy(8, 1, 1)).toBeUndefined();
  });

  it('finds each of 66 000 tiles through leaf directories', async () => {
    const tiles: Tile[] = [];
    for (let x = 0; x < 256; x++)
      for (let y = 0; y < 256; y++)
        tiles.push({ z: 8, x, y, data: new TextEncoder().encode(`${(x * 7919 + y * 104729) % 1013}`) });
    const archive = read(writePmtiles(tiles, description));
    for (const [x, y] of [
      [0, 0],
      [255, 255],
      [129, 88],
      [17, 203],
    ] as const)
      expect(text((await archive.getZxy(8, x, y))?.data)).toBe(`${(x * 7919 + y * 104729) % 1013}`);
  });

  it('stores equal tiles once and is the same for the same tiles in another order', () => {
    const tiles: Tile[] = Array.from({ length: 16 }, (_, i) => ({
      z: 2,
      x: i % 4,
      y: i >> 2,
      data: new Uint8Array(5000).fill(7),
    }));
    const archive = writePmtiles(tiles, description);
    expect(archive.length).toBeLessThan(400);
    expect(Buffer.compare(archive, writePmtiles(tiles.toReversed(), description))).toBe(0);
  });
});
