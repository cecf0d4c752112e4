/** The built dashboard: hashed assets are kept for ever, the page never; an address of a screen gives the page. */
import { Hono } from 'hono';
import { openStaticFiles } from '../static-files.ts';

export function dashboardRoutes(folder: string) {
  const files = openStaticFiles(folder);
  return new Hono().get('*', async (c, next) => {
    const name = c.req.path.slice(1) || 'index.html';
    const isHashed = name.startsWith('assets/');
    const encodings = c.req.header('accept-encoding');
    const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    const file = await files({ name, cacheControl, encodings });
    if (file) return file;
    const isScreen = !/^(api|tiles)(\/|$)|\.[^/]*$/.test(name) && (c.req.header('accept') ?? '').includes('text/html');
    if (isScreen) return (await files({ name: 'index.html', cacheControl: 'no-cache', encodings })) ?? next();
    return next();
  });
}
