/** Clients that no one here wrote: GDAL on the tiles; and a server that starts on an empty PostgreSQL. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { startProgramOn } from './program.ts';

const origin = inject('origin');
const run = promisify(execFile);

describe('GDAL', () => {
  it.each([7, 9, 12])('reads 194 distinct communes in the tiles of zoom %i', async (zoom) => {
    const { stdout } = await run(
      'ogrinfo',
      [
        '-ro',
        '-q',
        '-al',
        `MVT:${origin}/tiles/communes/${zoom}`,
        '-oo',
        `METADATA_FILE=${origin}/tiles/communes.json`,
        '-oo',
        'TILE_EXTENSION=mvt',
        '-geom=NO',
      ],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    const codes = [...stdout.matchAll(/^\s*code \(String\) = (\S+)/gm)].map(([, code]) => code);
    expect(new Set(codes).size).toBe(194);
    for (const code of codes) expect(code).toMatch(/^91\d{3}$/);
  });

  it('reads the 13 EPCI and the département', async () => {
    const { stdout } = await run(
      'ogrinfo',
      [
        '-ro',
        '-q',
        '-al',
        `MVT:${origin}/tiles/epci/9`,
        '-oo',
        `METADATA_FILE=${origin}/tiles/epci.json`,
        '-oo',
        'TILE_EXTENSION=mvt',
        '-geom=NO',
      ],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    const codes = new Set([...stdout.matchAll(/^\s*code \(String\) = (\S+)/gm)].map(([, code]) => code));
    expect([...codes].filter((code) => code?.length === 9).length).toBe(13);
    expect(codes).toContain('91');
  });
});

interface Features {
  features: { geometry: { coordinates: unknown } | null }[];
}
const withoutGeometry = (features: Features['features']) => features.map(({ geometry: _, ...rest }) => rest);
/** Every number of a geometry, in order. */
function numbersOf({ geometry }: Features['features'][number]): number[] {
  return geometry === null ? [] : ([geometry.coordinates].flat(5) as number[]);
}

const server = process.env.TEST_SERVER;
if (server)
  describe('the program on PostgreSQL', () => {
    it('fills an empty database by itself and answers as the embedded engine does', async () => {
      const program = await startProgramOn(server);
      try {
        const indicators = (await (await fetch(`${origin}/api/v1/indicateurs`)).json()) as {
          indicateurs: { id: string; niveaux: string[] }[];
        };
        for (const { id, niveaux } of indicators.indicateurs)
          for (const level of niveaux) {
            const address = `/api/v1/indicateurs/${id}/valeurs?niveau=${level}`;
            const [embedded, postgres] = await Promise.all([fetch(origin + address), fetch(program.origin + address)]);
            expect(await postgres.json(), address).toEqual(await embedded.json());
          }
        const { collections } = (await (await fetch(`${origin}/ogc/collections`)).json()) as {
          collections: { id: string }[];
        };
        for (const { id } of collections)
          for (const system of ['EPSG/0/2154', 'EPSG/0/4326', 'EPSG/0/3857']) {
            const crs = encodeURIComponent(`http://www.opengis.net/def/crs/${system}`);
            const read = async (from: string) =>
              ((await (await fetch(`${from}/ogc/collections/${id}/items?limit=1000&crs=${crs}`)).json()) as Features)
                .features;
            const [embedded, postgres] = await Promise.all([read(origin), read(program.origin)]);
            expect(withoutGeometry(postgres), id).toEqual(withoutGeometry(embedded));
            const [ours, theirs] = [embedded, postgres].map((features) => features.flatMap(numbersOf));
            expect(theirs?.length, id).toBe(ours?.length);
            const centimetre = system.endsWith('4326') ? 1e-7 : 0.01;
            const apart = ours?.filter((n, i) => Math.abs(n - (theirs?.[i] ?? Number.NaN)) > centimetre);
            expect(apart, `${id} ${system}`).toEqual([]);
          }
      } finally {
        await program.stop();
      }
    });
  });
