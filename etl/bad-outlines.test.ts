/** What an administrator is told of each bad file of outlines: one golden file, to be read. Communes are squares. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import contours from '../data/sources/contours-communes.ts';
import type { FetchedFile } from './fetched-file.ts';
import { type Cog, toMembership } from './membership.ts';
import { centerOf, toTerritories } from './outlines.ts';
import { Refusal } from './prepare/declare.ts';
import { prepareOutlines } from './prepare/territories.ts';
import { readOutlines } from './read/outlines.ts';
import { ReadingError } from './reading-error.ts';
import { readInstalledCog } from './run.ts';
import { toScopes, toWhereabouts } from './scope.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'bad-outlines-'));
const codes = Array.from({ length: 150 }, (_, i) => `91${String(i + 1).padStart(3, '0')}`);
/** An invented département, of one EPCI. */
const cog: Cog = {
  communes: new Map(
    codes.map((code) => [code, { code, nom: `Commune ${code}`, type: 'commune-actuelle', departement: '91' }]),
  ),
  epcis: [{ code: '200000001', nom: 'CC Inventée', membres: codes.map((code) => ({ code })) }],
  epts: [],
  departements: new Map([
    ['28', 'Eure-et-Loir'],
    ['91', 'Essonne'],
  ]),
  former: new Map([['91904', '91001']]),
  read: 150,
};

type Ring = number[][];
interface Feature {
  readonly properties: Record<string, unknown>;
  readonly geometry: unknown;
}
function square(west: number, south: number, side = 0.01): Ring {
  const [east, north] = [west + side, south + side];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
const polygon = (...coordinates: Ring[]) => ({ type: 'Polygon', coordinates });
const feature = (code: unknown, geometry: unknown): Feature => ({ properties: { code, nom: 'Inventée' }, geometry });
const squareOf = (i: number) => square(2 + (i % 15) / 100, 48 + Math.floor(i / 15) / 100);
const sound = codes.map((code, i) => feature(code, polygon(squareOf(i))));
const others = sound.slice(1);
const moved = (change: (position: number[]) => number[]) =>
  sound.map(({ properties }, i) => ({ properties, geometry: polygon(squareOf(i).map(change)) }));
/** A département apart from the others, where the first commune should be. */
const first = (geometry: unknown) => [feature('91001', geometry), ...others];

const toJson = (features: readonly Feature[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: features.map((one) => ({ type: 'Feature', ...one })) });
function fileOf(name: string, content: string | Buffer): FetchedFile {
  const place = path.join(scratch, `${Math.random()}`);
  writeFileSync(place, content);
  return { name, path: place, sha256: '', bytes: content.length, url: null, retrievedAt: null };
}

const cases: Record<string, string | Buffer | readonly Feature[]> = {
  'contours-bons': [...sound, feature('200000001', polygon(square(2, 48, 0.15)))],
  'contours-bons-gzip': gzipSync(toJson(sound)),
  'fichier-vide': '',
  'pas-du-json': 'code;nom\n91001;Alpha\n',
  'page-web': '<!doctype html><title>Erreur 503</title>\n',
  'json-tronque': toJson(sound).slice(0, 4000),
  'json-abime': `${toJson(sound.slice(0, 1)).slice(0, -2)},\n  {"type": "Feature", ]}`,
  'gzip-tronque': gzipSync(toJson(sound)).subarray(0, 1000),
  'gzip-qui-explose': gzipSync(Buffer.alloc(12e6, ' ')),
  'autre-json': '{"communes": []}',
  'sans-code': [...others, { properties: { nom: 'Alpha' }, geometry: polygon(squareOf(0)) }],
  'code-nombre': [...others, feature(91001, polygon(squareOf(0)))],
  'geometrie-vide': first({ type: 'MultiPolygon', coordinates: [] }),
  'geometrie-nulle': first(null),
  'geometrie-de-points': first({ type: 'Point', coordinates: [2, 48] }),
  'anneau-trop-court': first(
    polygon([
      [2, 48],
      [2.1, 48],
      [2, 48],
    ]),
  ),
  'coordonnees-en-texte': first({ type: 'Polygon', coordinates: [[['2', '48']]] }),
  'deux-fois': [...sound, feature('91001', polygon(squareOf(0)))],
  'ancienne-commune-au-meme-endroit': [...sound, feature('91904', polygon(squareOf(0)))],
  'un-contour-inverse': first(polygon(squareOf(0).map(([x = 0, y = 0]) => [y, x]))),
  'tous-inverses': moved(([x = 0, y = 0]) => [y, x]),
  'hors-de-france': moved(([x = 0, y = 0]) => [x + 30, y]),
  'lambert-93': moved(([x = 0, y = 0]) => [600_000 + x * 1000, 6_800_000 + y * 1000]),
  'commune-inconnue': [...sound, feature('91999', polygon(square(3, 48))), feature('28999', polygon(square(3, 49)))],
  'code-qui-n-en-est-pas-un': [...sound, feature('Alpha', polygon(square(3, 48)))],
  'epci-disparu': [...sound, feature('249100000', polygon(square(2, 48, 0.15)))],
  'communes-absentes': sound.slice(3),
  'une-commune-absente': others,
};

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function told(content: string | Buffer | readonly Feature[]): Promise<string[]> {
  const membership = toMembership(cog, ['91']);
  const scopes = toScopes(membership);
  const ground = { database, cog, membership, scopes, where: toWhereabouts(cog, scopes), onRows: () => {} };
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : toJson(content);
  const files = [fileOf('communes-91.geojson', bytes)];
  try {
    const prepared = (await prepareOutlines(contours, { form: contours.forms[2], vintage: '2026', files }, ground)).get(
      '91',
    );
    if (!prepared) throw new Error('nothing of the département');
    if (prepared instanceof Refusal) return ['refusé', prepared.message];
    const { taken, refused, warnings } = prepared;
    return [
      `retenus ${taken}, refusés ${refused.length}, avertissements ${warnings.length}`,
      ...[...refused, ...warnings].flatMap(({ reason, message }) => [`[${reason}]`, message]),
    ];
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    return ['fichier refusé', error.message];
  }
}

describe('a file of outlines', () => {
  it('says of each bad one what is wrong, where, and what to do', async () => {
    const parts: string[] = [];
    for (const [name, content] of Object.entries(cases))
      parts.push([`== ${name}`, ...(await told(content)), ''].join('\n'));
    const text = parts.join('\n');
    await expect(text).toMatchFileSnapshot('expected/bad-outlines.txt');
    expect(text, 'every message is French').not.toMatch(/Invalid input|received |Unexpected|Expected/);
  });
});

describe('the outlines of the country', () => {
  const quarters = [square(2, 48), square(2.01, 48), square(2, 48.01), square(2.01, 48.01)];
  /** All that stands around the quarters, with the points that they share. */
  const around: Ring = [
    [2, 48],
    [2.01, 48],
    [2.02, 48],
    [2.02, 48.01],
    [2.02, 48.02],
    [2.01, 48.02],
    [2, 48.02],
    [2, 48.01],
    [2, 48],
  ];
  const paris = feature('75056', polygon(around));
  const arrondissements = quarters.map((ring, i) => ({
    properties: { code: `7510${i + 1}`, nom: 'Arrondissement', commune: '75056' },
    geometry: polygon(ring),
  }));

  it.each([
    ['as a commune and by arrondissement', [paris, ...arrondissements]],
    ['by arrondissement, then as a commune', [...arrondissements, paris]],
    ['as a commune only', [paris]],
    ['by arrondissement only', arrondissements],
  ])('hold Paris, listed %s', async (_, features) => {
    const real = await readInstalledCog();
    const membership = toMembership(real, ['75']);
    const where = toWhereabouts(real, toScopes(membership));
    const outlines = await readOutlines([fileOf('communes-100m.geojson', toJson(features))], {
      isKnown: where.isKnown,
      isWanted: (code) => code === '75056',
      presentOf: where.presentOf,
    });
    expect(outlines).toMatchObject({ refused: [], unknown: [] });
    const territories = toTerritories(outlines, membership);
    expect(territories.map(({ level, code }) => [level, code])).toEqual([
      ['commune', '75056'],
      ['epci', '200054781'],
      ['departement', '75'],
    ]);
    for (const { outline } of territories) expect(centerOf(outline)).toEqual([2.01, 48.01]);
  });
});
