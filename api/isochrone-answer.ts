/** What the service of isochrones answers: read as far as a limit, and checked before anything is drawn from it. */
import { z } from 'zod';
import type { AreaGeometry } from '../data/analysis/polygon.ts';

/** An isochrone of an hour has some thousand points: a hundredth of this. */
const mostBytes = 8_000_000;

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const polygon = z.array(z.array(position).min(4)).min(1);
export const areaSchema: z.ZodType<AreaGeometry> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);
const answerSchema = z.object({ geometry: areaSchema });

/** @throws Error in French, short, for an answer that is too long, is no JSON or has no area */
export async function readIsochrone(response: Response): Promise<AreaGeometry> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`réponse de plus de ${mostBytes / 1e6} Mo`);
    chunks.push(chunk);
  }
  let answer: unknown;
  try {
    answer = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new Error('réponse qui n’est pas du JSON', { cause });
  }
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new Error('réponse sans polygone dans « geometry »', { cause: parsed.error });
  return parsed.data.geometry;
}
