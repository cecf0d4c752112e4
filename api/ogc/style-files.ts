/**
 * What the pages are dressed with, from our own origin: the tokens of the dashboard, read where they are written, the
 * typeface, and a stylesheet of their own.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Hono } from 'hono';
import { openStaticFiles } from '../static-files.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const typeface = '@fontsource-variable/atkinson-hyperlegible-next/package.json';
const servedFonts = /^(wght\.css|files\/[\w-]+-normal\.woff2)$/;

export function styleFileRoutes() {
  const fonts = openStaticFiles(path.dirname(createRequire(import.meta.url).resolve(typeface)));
  // The typeface has an address of its own here; the bundler's import leads nowhere.
  const theme = read('../../dashboard/theme.css').replace(/^@import .*$/m, '');
  const page = read('./pages/page.css');
  const css = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' };
  return new Hono()
    .get('/ogc/theme.css', (c) => c.body(theme, 200, css))
    .get('/ogc/page.css', (c) => c.body(page, 200, css))
    .get('/ogc/polices/:name{.+}', async (c) => {
      const name = c.req.param('name');
      const file = servedFonts.test(name) ? await files({ name, encodings: c.req.header('accept-encoding') }) : null;
      return file ?? c.notFound();
    });

  function files({ name, encodings }: { name: string; encodings: string | undefined }) {
    return fonts({ name, cacheControl: 'public, max-age=86400', encodings });
  }
}
