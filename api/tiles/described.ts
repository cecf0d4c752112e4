/** The tile addresses in the OpenAPI document; they are served outside its router, for speed. */
import { createRoute, z } from '@hono/zod-openapi';
import { pointTilesets, tilesets } from '../../data/catalogue/catalogue.ts';
import { problemSchema } from '../contract.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
const tileset = z.string().openapi({ enum: [...tilesets, ...pointTilesets].map(({ id }) => id), example: 'communes' });
const number = z.int().min(0).openapi({ example: 9, description: 'Sans zéro initial.' });

export const describedTileRoutes = [
  createRoute({
    method: 'get',
    path: '/tiles/{tileset}/{z}/{x}/{y}.mvt',
    operationId: 'lireTuile',
    summary: 'Une tuile vectorielle',
    tags: ['Tuiles'],
    request: {
      params: z.object({ tileset, z: number, x: number, y: number }),
      query: z.object({ v: z.string().optional().openapi({ description: 'Version donnée par TileJSON.' }) }),
    },
    responses: {
      200: {
        description: 'La tuile',
        content: { 'application/vnd.mapbox-vector-tile': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      204: { description: 'Rien dans cette tuile' },
      400: problem('Adresse mal écrite'),
      404: problem('Jeu de tuiles inconnu, ou tuile hors limites'),
    },
  }),
  createRoute({
    method: 'get',
    path: '/tiles/{tileset}.json',
    operationId: 'decrireTuiles',
    summary: 'TileJSON 3.0.0 d’un jeu de tuiles',
    tags: ['Tuiles'],
    request: { params: z.object({ tileset }) },
    responses: {
      200: {
        description: 'TileJSON',
        content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
      },
      400: problem('Adresse mal écrite'),
      404: problem('Jeu de tuiles inconnu'),
    },
  }),
];
