/** The metadata of OGC API – Tiles; tiles themselves have their own route, outside of every middleware. */
import { Hono } from 'hono';
import { notFound } from '../problem.ts';
import type { OgcContext } from './context.ts';
import { readQuery } from './parameters.ts';
import {
  gridDocument,
  gridId,
  gridsDocument,
  type TiledCollection,
  tilesetDocument,
  tilesetsDocument,
} from './tiles.ts';

export function tileMetadataRoutes({ dependencies, collections, siteOf, requireCollection }: OgcContext) {
  const { archives, sources } = dependencies;

  /** @throws ProblemError 404 when the collection has no tiles */
  async function requireTiled(id: string): Promise<TiledCollection> {
    const collection = requireCollection(id);
    await archives.refresh();
    const archive = collection.tiles && archives.held(collection.tiles.tileset);
    if (!collection.tiles || !archive)
      throw notFound(
        'tiles',
        id,
        collections.filter(({ tiles }) => tiles !== undefined).map((one) => one.id),
      );
    return { collection: { ...collection, tiles: collection.tiles }, archive, sources };
  }
  function requireGrid(id: string): void {
    if (id !== gridId) throw notFound('tileMatrixSetId', id, [gridId]);
  }

  return new Hono()
    .get('/ogc/tileMatrixSets', (c) => {
      readQuery(c.req.url, ['f']);
      return c.json(gridsDocument(siteOf(c)));
    })
    .get('/ogc/tileMatrixSets/:grid', (c) => {
      readQuery(c.req.url, ['f']);
      requireGrid(c.req.param('grid'));
      return c.json(gridDocument());
    })
    .get('/ogc/collections/:id/tiles', async (c) => {
      readQuery(c.req.url, ['f']);
      return c.json(tilesetsDocument(siteOf(c), await requireTiled(c.req.param('id'))));
    })
    .get('/ogc/collections/:id/tiles/:grid', async (c) => {
      readQuery(c.req.url, ['f']);
      const tiled = await requireTiled(c.req.param('id'));
      requireGrid(c.req.param('grid'));
      return c.json(tilesetDocument(siteOf(c), tiled));
    });
}
