/** Serves the application over HTTP, and stops when asked, the answers under way finished. */
import { createServer, type Server } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';
import { ProblemError, problemResponse } from './problem.ts';
import type { ServerSettings } from './settings.ts';

const patienceMs = 5_000;

/** @throws Error in French when the address cannot be taken. */
export async function serveApp(
  options: AppOptions & Pick<ServerSettings, 'host' | 'port'>,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = createApp(options);
  const { host } = options;
  const listener = getRequestListener(app.fetch, { hostname: host, errorHandler: refuseRequest });
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = createServer(listener).listen(options.port, host, () => resolve(starting));
    starting.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'ce port est déjà pris, choisissez-en un autre avec PORT' : error.message;
      reject(new Error(`Impossible d’écouter sur ${host}:${options.port} : ${why}.`, { cause: error }));
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Answers a request that the application never saw, for it has no address that can be read. */
function refuseRequest(error: unknown): Response {
  const { problem } =
    error instanceof RequestError
      ? new ProblemError(400, 'L’adresse ou l’hôte (en-tête Host) de la demande ne peut pas être lu.', {
          parametre: 'adresse',
          accepte: ['une adresse sans barre oblique inverse, et un nom d’hôte'],
        })
      : new ProblemError(500, 'Une erreur inattendue s’est produite.');
  return problemResponse(problem);
}

/** Runs `stop` once at Ctrl-C or when the system asks the program to end, then leaves. */
export function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await stop();
      process.exit(0);
    });
}
