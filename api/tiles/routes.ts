/**
 * Tiles, their TileJSON and a style to draw them. The tile route stands before every middleware: no database, no parsing of what is stored, headers
 * shared by all answers. An oddly written address (`01`, `1e1`, `-0`, `%00`) is refused, so that a tile has one address.
 */
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { openHeaders } from '../cross-origin.ts';
import { acceptsGzip } from '../headers.ts';
import { checkRequest } from '../limits.ts';
import { notFound, ProblemError } from '../problem.ts';
import { publicOrigin } from '../public-address.ts';
import { tileKey } from './archive.ts';
import type { ServedArchive, TileArchives } from './archives.ts';
import { mapStyle, styleName } from './map-style.ts';
import { tileJson } from './tile-json.ts';

const tileAddress =
  /^\/tiles\/([a-z-]+)\/(0|[1-9]\d?)\/(0|[1-9]\d{0,7})\/(0|[1-9]\d{0,7})\.mvt(?:\?v=([0-9a-f]{16}))?$/;

export function tileRoutes(archives: TileArchives, publicUrl: string | null) {
  return new Hono()
    .get('/tiles/:tileset/:zoom/:x/:file', async (c) => {
      const { url } = c.req.raw;
      const address = tileAddress.exec(url.slice(url.indexOf('/', 8)));
      if (!address) {
        checkRequest(c.req.method, url);
        throw new ProblemError(400, 'Adresse de tuile mal écrite.', {
          parametre: 'adresse',
          recu: new URL(url).pathname.slice(0, 100),
          accepte: ['/tiles/{tileset}/{z}/{x}/{y}.mvt, entiers sans zéro initial ; ?v=<version> de TileJSON'],
        });
      }
      await archives.ready();
      const archive = requireArchive(archives, address[1] ?? '');
      const [zoom, x, y] = [Number(address[2]), Number(address[3]), Number(address[4])];
      const size = 2 ** zoom;
      if (zoom < archive.minZoom || zoom > archive.maxZoom || x >= size || y >= size)
        throw new ProblemError(404, `Tuile ${zoom}/${x}/${y} hors limites.`, {
          parametre: 'z, x, y',
          recu: `${zoom}/${x}/${y}`,
          accepte: [`z de ${archive.minZoom} à ${archive.maxZoom}`, 'x et y de 0 à 2^z − 1'],
        });
      const headers = address[5] === archive.version ? archive.headers.dated : archive.headers.undated;
      const ifNoneMatch = c.req.raw.headers.get('if-none-match');
      if (ifNoneMatch?.includes(`"${archive.version}"`))
        return new Response(null, { status: 304, headers: withoutBody(headers) });
      const tile = archive.tiles.get(tileKey(zoom, x, y));
      if (!tile) return new Response(null, { status: 204, headers: withoutBody(headers) });
      if (acceptsGzip(c.req.raw.headers.get('accept-encoding'))) return new Response(tile, { headers });
      const plain = new Headers(headers);
      plain.delete('content-encoding');
      return new Response(new Uint8Array(gunzipSync(tile)), { headers: plain });
    })
    .get('/tiles/:file{[^/]+}', async (c) => {
      const { url } = c.req.raw;
      checkRequest(c.req.method, url);
      const { pathname, search } = new URL(url);
      const name = /^\/tiles\/([a-z-]+)\.json$/.exec(pathname)?.[1];
      if (name === undefined) throw notFound('tileset', pathname, []);
      if (search !== '')
        throw new ProblemError(400, 'Cette adresse ne prend pas de paramètre.', {
          parametre: [...new URL(url).searchParams.keys()][0]?.slice(0, 100) ?? '',
          recu: search.slice(0, 100),
          accepte: ['aucun paramètre'],
        });
      await archives.refresh();
      const origin = publicOrigin(url, publicUrl);
      const told = name === styleName ? mapStyle(origin) : tileJson(name, requireArchive(archives, name), origin);
      return c.json(told, 200, {
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        ...openHeaders,
      });
    });
}

function requireArchive(archives: TileArchives, tileset: string): ServedArchive {
  const archive = archives.held(tileset);
  if (!archive) throw notFound('tileset', tileset, []);
  return archive;
}

function withoutBody(headers: Headers): Headers {
  const bare = new Headers(headers);
  bare.delete('content-encoding');
  bare.delete('content-type');
  return bare;
}
