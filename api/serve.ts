/** Serves the application over HTTP, and stops when asked, the answers under way finished. */
import { createServer, type Server } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';
import { ProblemError, problemResponse } from './problem.ts';
import type { ServerSettings } from './settings.ts';

const patienceMs = 5_000;
/** What reads most of the tables that other answers are computed from. */
const mostReading = ['/api/v1/ecarts/matrice', '/api/v1/ecarts/equilibre'];

export interface Served {
  readonly url: string;
  /** Asks itself what takes longest the first time, so that whoever comes next finds it read. Never throws. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error in French when the address cannot be taken. */
export async function serveApp(options: AppOptions & Pick<ServerSettings, 'host' | 'port'>): Promise<Served> {
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
  let warming = Promise.resolve();
  async function askAll(): Promise<void> {
    // A refusal (nothing is loaded) has read what there was; a failure is logged by the application.
    for (const each of mostReading) await (await app.request(each)).arrayBuffer();
  }
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    warm: () => {
      warming = warming.then(askAll);
      return warming;
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      });
      await warming;
    },
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
