/** TileJSON 3.0.0 of a tileset: what the archive holds, and what is declared of it. */
import { pointTilesets, tilesets } from '../../data/catalogue/catalogue.ts';
import { sources } from '../../data/sources/registry.ts';
import type { ServedArchive } from './archives.ts';

const declared = [...tilesets, ...pointTilesets];

/** Tile addresses carry the version of the archive, so that they may be kept for ever. @param origin where tiles are served */
export function tileJson(id: string, archive: ServedArchive, origin: string) {
  const { bounds } = archive.record;
  const declaration = declared.find((one) => one.id === id);
  const ids: readonly string[] = declaration?.sources ?? [];
  return {
    tilejson: '3.0.0',
    name: archive.metadata.name,
    description: declaration?.description ?? archive.metadata.name,
    version: '1.0.0',
    attribution: sources
      .filter((source) => ids.includes(source.id))
      .map(({ publisher, title, licence }) => `${publisher}, ${title} (${licence.label})`)
      .join(' ; '),
    scheme: 'xyz',
    tiles: [`${origin}/tiles/${id}/{z}/{x}/{y}.mvt?v=${archive.version}`],
    minzoom: archive.minZoom,
    maxzoom: archive.maxZoom,
    bounds,
    center: centerOf(bounds, archive),
    vector_layers: archive.metadata.vector_layers,
  };
}

/** Longitude, latitude, and the zoom at which the bounds are as wide as two tiles. */
function centerOf([west = 0, south = 0, east = 0, north = 0]: readonly number[], { minZoom, maxZoom }: ServedArchive) {
  const zoom = Math.floor(Math.log2(720 / Math.max(east - west, 1e-6)));
  const rounded = (degrees: number) => Number(degrees.toFixed(5));
  return [rounded((west + east) / 2), rounded((south + north) / 2), Math.min(maxZoom, Math.max(minZoom, zoom))];
}
