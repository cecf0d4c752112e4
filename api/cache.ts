/** ETags of data routes: one version for all figures, so that a browser asks again and receives nothing until a load moves. */
import type { MiddlewareHandler } from 'hono';
import type { Database } from '../data/database/port.ts';
import { dataVersion, readCurrentLoads } from './sql/loads.ts';

/** Answers 304 when the client holds this version. Only successes are tagged: a refusal stays a refusal. */
export function versioned(database: Database, programVersion: string): MiddlewareHandler {
  return async (c, next) => {
    const version = dataVersion(await readCurrentLoads(database), programVersion);
    await next();
    if (c.res.status !== 200) return;
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
