/**
 * Open data is read from any page: what is read-only carries `access-control-allow-origin: *`, never with credentials.
 * Writing stays with our own pages (see writes.ts), so no answer to a preflight ever allows it.
 */
import { isWritable } from './writes.ts';

const openPath = /^\/(ogc|tiles|schemas|api\/v1)(\/|$)/;
/** What a script of another page may read besides the plain headers. */
const exposed = 'content-crs, content-disposition, etag, link';

export const openHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed } as const;

export function setCrossOriginHeaders(headers: Headers, method: string, path: string): void {
  if (!openPath.test(path) || !['GET', 'HEAD', 'OPTIONS'].includes(method)) return;
  for (const [name, value] of Object.entries(openHeaders)) headers.set(name, value);
}

/** The methods of an address, as `Allow` lists them. */
export function allowedMethods(path: string): string {
  const writing = ['POST', 'PUT'].filter((method) => isWritable(method, path));
  return ['GET', 'HEAD', 'OPTIONS', ...writing].join(', ');
}

/** Answers OPTIONS: what the address takes, and, to another page, that it may be read. */
export function optionsResponse(path: string): Response {
  const headers = new Headers({ allow: allowedMethods(path) });
  if (openPath.test(path)) {
    headers.set('access-control-allow-methods', 'GET, HEAD, OPTIONS');
    headers.set('access-control-allow-headers', 'accept, accept-language, content-language, if-none-match, range');
    headers.set('access-control-max-age', '86400');
  }
  setCrossOriginHeaders(headers, 'OPTIONS', path);
  return new Response(null, { status: 204, headers });
}
