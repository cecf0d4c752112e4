/**
 * Answers of data routes, kept by version of the data: one version for all figures, so that a browser asks again and
 * receives nothing until a load moves, and the embedded database answers a view once.
 */
import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Database } from '../data/database/port.ts';
import { readDataVersion } from './sql/loads.ts';

const mostAnswers = 500;
const mostBytes = 64 * 1024 * 1024;

interface KeptAnswer {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: [string, string][];
}

/**
 * Answers 304 when the client holds this version. Only successes are tagged and kept: a refusal stays a refusal, and
 * an odd address takes no room.
 * @param variantOf what else than the address an answer depends on: its format, the host in its links
 */
export function versioned(
  database: Database,
  programVersion: string,
  variantOf: (c: Context) => string = () => '',
): MiddlewareHandler {
  const kept = new LRUCache<string, KeptAnswer>({
    max: mostAnswers,
    maxSize: mostBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length + 1,
  });
  return async (c, next) => {
    const variant = variantOf(c);
    const data = await readDataVersion(database, programVersion);
    const version = variant === '' ? data : `${data}-${createHash('sha256').update(variant).digest('hex').slice(0, 8)}`;
    const { pathname, search } = new URL(c.req.url);
    const key = `${version} ${pathname}${search}`;
    const answer = kept.get(key);
    if (answer) c.res = new Response(answer.body, { headers: answer.headers });
    else {
      await next();
      // What has a tag of its own is a file, kept on the disk: it is not read into memory here.
      if (c.res.status !== 200 || c.res.headers.has('etag')) return;
      const body = new Uint8Array(await c.res.arrayBuffer());
      const headers = [...c.res.headers];
      if (c.req.method === 'GET') kept.set(key, { body, headers });
      c.res = new Response(body, { headers });
    }
    // Weak, for the same figures may be sent compressed or not.
    const etag = `W/"${version}"`;
    const held = c.req.header('if-none-match');
    if (held?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${version}"`))
      c.res = new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache' } });
    c.res.headers.set('etag', etag);
    c.res.headers.set('cache-control', 'no-cache');
    c.res.headers.append('vary', 'accept-encoding');
  };
}
