/** Checks answers against what an OpenAPI document, 3.0 or 3.1, says of them. For tests. */
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The schema of an answer, its references resolved. */
export function answerSchema(api: Json, path: string, type: string, status = 200): z.ZodType {
  const found = at(api, ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema']);
  return z.fromJSONSchema(resolve(api, found) as Parameters<typeof z.fromJSONSchema>[0], {
    defaultTarget: String(api.openapi).startsWith('3.0') ? 'openapi-3.0' : 'draft-2020-12',
  });
}

/** The same, refusing whatever the document does not tell: a field that nobody described. */
export function strictAnswerSchema(api: Json, path: string, type: string, status = 200): z.ZodType {
  return answerSchema(close(api) as Json, path, type, status);
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (value === null || typeof value !== 'object') return value;
  const closed: Json = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, close(one)]));
  return closed.properties !== undefined && closed.type === 'object' && closed.additionalProperties === undefined
    ? { ...closed, additionalProperties: false }
    : closed;
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
