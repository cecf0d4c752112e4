/** A Chromium that notes every request that leaves the origin and every error of the console. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { PNG } from 'pngjs';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Visit {
  readonly page: Page;
  /** What must stay empty: requests to others, console errors and warnings of the page, failed requests. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'dark';
  /** The day that the page believes it is; absent: today's. */
  readonly today?: string;
}

let running: Promise<Browser> | null = null;

/** One browser for the tests of a file; each visit has a context of its own, with nothing remembered. */
function browser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  return running;
}

export async function closeBrowser(): Promise<void> {
  await (await running)?.close();
  running = null;
}

/** Opens an address as someone who never came before, and waits for the heading of the page. */
export async function visit(origin: string, address: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await (await browser()).newContext({
    viewport: options.viewport ?? desktop,
    deviceScaleFactor: 1,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = await context.newPage();
  if (options.today !== undefined) await page.clock.setFixedTime(`${options.today}T12:00:00Z`);
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) complaints.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    // Software rendering makes the driver itself warn of slow reads; nothing of the page is in these lines.
    if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall/.test(message.text()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await page.goto(origin + address);
  await page.locator('h1').first().waitFor();
  return { page, complaints, close: () => context.close() };
}

/** Waits until the map has drawn all it has to draw. */
export async function waitForMap(page: Page): Promise<void> {
  await page.locator('[data-map-idle="true"]').waitFor({ timeout: 60_000 });
}

/** Colours of an image that cover at least `least` pixels, as `#rrggbb`, largest first. */
export function colorsOf(png: Buffer, least = 200): string[] {
  const { data } = PNG.sync.read(png);
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const color = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1])
    .map(([color]) => `#${color.toString(16).padStart(6, '0')}`);
}
