/** A local server that plays the publishers' ones, whims included, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Played {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}
/** An answer, or what to do with a request, `count` being its rank for this path, from 1. */
export type Play = Played | ((response: ServerResponse, request: IncomingMessage, count: number) => void);

export interface PlayedServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

/** @param routes path and query → what is answered; anything else is a 404 */
export async function playServer(routes: ReadonlyMap<string, Play>): Promise<PlayedServer> {
  const asked: PlayedServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const count = asked.filter((one) => one.path === path).length;
    const play = routes.get(path) ?? { status: 404, body: 'Not found' };
    if (typeof play === 'function') play(response, request, count);
    else {
      const length = { 'content-length': String(Buffer.byteLength(play.body ?? '')) };
      response.writeHead(play.status ?? 200, { ...length, ...play.headers }).end(play.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
