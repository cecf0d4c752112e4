/** What the routes of a subject are given, and how they answer JSON of a type of its own. */
import type { Context } from 'hono';
import type { ApiDependencies } from '../dependencies.ts';
import type { Collection } from './declare.ts';
import type { Site } from './links.ts';
import type { Format } from './parameters.ts';

export interface OgcContext {
  readonly dependencies: ApiDependencies;
  readonly collections: readonly Collection[];
  siteOf(c: Context): Site;
  /** @throws ProblemError 400 for an unknown `f` */
  formatOf(c: Context): Format;
  /** @throws ProblemError 404, with the ids there are */
  requireCollection(id: string): Collection;
}

export function jsonAs(c: Context, document: unknown, type: string, headers: Readonly<Record<string, string>> = {}) {
  return c.body(JSON.stringify(document), 200, { 'content-type': type, ...headers });
}
