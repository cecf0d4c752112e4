/** Serves the application over HTTP, and stops when asked, the answers under way finished. */
import { serve } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';
import type { ServerSettings } from './settings.ts';

const patienceMs = 5_000;

/** @throws Error in French when the address cannot be taken. */
export async function serveApp(options: AppOptions & ServerSettings): Promise<{ url: string; close(): Promise<void> }> {
  const app = createApp(options);
  const { host } = options;
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: host, port: options.port }, () => resolve(starting));
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
        const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
