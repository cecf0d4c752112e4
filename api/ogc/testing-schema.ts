/** Checks answers against what the OpenAPI 3.0 document says of them. For tests. */
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The schema of a 200 answer, its references resolved. */
export function answerSchema(api: Json, path: string, type: string): z.ZodType {
  const found = at(api, ['paths', path, 'get', 'responses', '200', 'content', type, 'schema']);
  return z.fromJSONSchema(resolve(api, found) as Parameters<typeof z.fromJSONSchema>[0], {
    defaultTarget: 'openapi-3.0',
  });
}

/** Names of the query parameters of a path. */
export function queryNames(api: Json, path: string): string[] {
  const parameters = resolve(api, at(api, ['paths', path, 'get', 'parameters'])) as { name: string; in: string }[];
  return parameters.filter((one) => one.in === 'query').map(({ name }) => name);
}

function at(from: unknown, keys: readonly string[]): unknown {
  return keys.reduce((value, key) => {
    const next = (value as Json | undefined)?.[key];
    if (next === undefined) throw new Error(`the service description has no ${keys.join(' › ')}`);
    return next;
  }, from);
}

function resolve(api: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(api, one));
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: string };
  if ($ref !== undefined) return resolve(api, at(api, $ref.replace('#/', '').split('/')));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(api, one)]));
}
