/** The tiles as OGC API – Tiles describes them: the grid, and for each collection that has some, its tileset. */
import type { SourceIdentity } from '../../data/sources/declare.ts';
import type { ServedArchive } from '../tiles/archives.ts';
import { crs84 } from './crs.ts';
import type { Collection } from './declare.ts';
import { attributionOf } from './documents.ts';
import { type Link, mediaTypes, relations, type Site } from './links.ts';

export const gridId = 'WebMercatorQuad';
const gridUri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad';
const mercator = 'http://www.opengis.net/def/crs/EPSG/0/3857';
const edge = 20_037_508.342_789_2;
const deepest = 24;
/** OGC 17-083r4, D.1: a pixel of 0.28 mm, tiles of 256 pixels. */
const rootCellSize = (2 * edge) / 256;
const rootScale = rootCellSize / 0.000_28;

/** These documents are read by programs alone: they have no page. */
export function gridsDocument(site: Site) {
  const links = [gridLink(site)];
  return {
    links: selfLinks(site, '/tileMatrixSets'),
    tileMatrixSets: [{ id: gridId, title: gridTitle, uri: gridUri, links }],
  };
}

const selfLinks = (site: Site, path: string): Link[] => site.both(path, 'json').filter(({ rel }) => rel === 'self');
const gridTitle = 'Grille Web Mercator';
const gridLink = (site: Site): Link => ({
  href: site.address(`/tileMatrixSets/${gridId}`, { f: 'json' }),
  rel: 'self',
  type: mediaTypes.json,
  title: gridTitle,
});

export function gridDocument() {
  return {
    id: gridId,
    title: gridTitle,
    uri: gridUri,
    crs: mercator,
    orderedAxes: ['X', 'Y'],
    wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
    tileMatrices: Array.from({ length: deepest + 1 }, (_, z) => ({
      id: String(z),
      scaleDenominator: rootScale / 2 ** z,
      cellSize: rootCellSize / 2 ** z,
      cornerOfOrigin: 'topLeft',
      pointOfOrigin: [-edge, edge],
      tileWidth: 256,
      tileHeight: 256,
      matrixWidth: 2 ** z,
      matrixHeight: 2 ** z,
    })),
  };
}

export interface TiledCollection {
  readonly collection: Collection & { readonly tiles: NonNullable<Collection['tiles']> };
  readonly archive: ServedArchive;
  readonly sources: readonly SourceIdentity[];
}

export function tilesetsDocument(site: Site, tiled: TiledCollection) {
  const path = `/collections/${tiled.collection.id}/tiles`;
  const { title, dataType, crs, tileMatrixSetURI } = tilesetDocument(site, tiled);
  const links: Link[] = [
    { href: site.address(`${path}/${gridId}`, { f: 'json' }), rel: 'self', type: mediaTypes.json, title },
    { ...gridLink(site), rel: relations.tilingScheme },
  ];
  return { links: selfLinks(site, path), tilesets: [{ title, dataType, crs, tileMatrixSetURI, links }] };
}

export function tilesetDocument(site: Site, { collection, archive, sources }: TiledCollection) {
  const { tileset, layer } = collection.tiles;
  const [west = 0, south = 0, east = 0, north = 0] = archive.record.bounds;
  const zooms = Array.from({ length: archive.maxZoom - archive.minZoom + 1 }, (_, i) => archive.minZoom + i);
  const links: Link[] = [
    ...selfLinks(site, `/collections/${collection.id}/tiles/${gridId}`),
    { ...gridLink(site), rel: relations.tilingScheme },
    {
      href: `${site.origin}/tiles/${tileset}/{tileMatrix}/{tileCol}/{tileRow}.mvt`,
      rel: 'item',
      type: mediaTypes.tile,
      title: 'Tuile (MVT 2.1, compressée)',
      templated: true,
    },
    {
      href: `${site.origin}/tiles/${tileset}.json`,
      rel: 'describedby',
      type: mediaTypes.json,
      title: 'TileJSON 3.0.0',
    },
    {
      href: site.address(`/collections/${collection.id}`, { f: 'json' }),
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/geodata',
      type: mediaTypes.json,
      title: collection.title,
    },
  ];
  return {
    title: collection.title,
    description: collection.description,
    attribution: attributionOf(collection, sources),
    dataType: 'vector',
    crs: mercator,
    tileMatrixSetURI: gridUri,
    tileMatrixSetLimits: zooms.map((zoom) => ({
      tileMatrix: String(zoom),
      ...limitsAt(zoom, [west, south, east, north]),
    })),
    boundingBox: { lowerLeft: [west, south], upperRight: [east, north], crs: crs84.uri },
    centerPoint: {
      coordinates: [(west + east) / 2, (south + north) / 2],
      crs: crs84.uri,
      tileMatrix: String(archive.minZoom),
    },
    layers: archive.metadata.vector_layers
      .filter(({ id }) => id === layer)
      .map(({ id, minzoom, maxzoom, fields }) => ({
        id,
        title: collection.title,
        dataType: 'vector',
        geometryDimension: 2,
        minTileMatrix: String(minzoom),
        maxTileMatrix: String(maxzoom),
        propertiesSchema: {
          type: 'object',
          properties: Object.fromEntries(
            Object.entries(fields).map(([name, said]) => [name, { type: 'string', description: said }]),
          ),
        },
      })),
    links,
  };
}

/** Columns and rows of the tiles that a box of degrees touches. */
function limitsAt(zoom: number, [west, south, east, north]: readonly [number, number, number, number]) {
  const size = 2 ** zoom;
  const column = (longitude: number) => Math.min(size - 1, Math.floor(((longitude + 180) / 360) * size));
  const row = (latitude: number) =>
    Math.min(size - 1, Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * size));
  return { minTileRow: row(north), maxTileRow: row(south), minTileCol: column(west), maxTileCol: column(east) };
}
