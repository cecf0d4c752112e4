/** Pictures of the program that the repository keeps: taken again at each run, and compared with those that it holds. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { type GuidePicture, type GuideStep, partMargin, partWindow } from '../text/guides/declare.ts';
import { picturedOn } from '../text/guides.ts';
import { visit } from './browser.ts';

export const pictureFolder = 'dashboard/public/guides';
/** A channel, 0 to 255, that differs by less is the smoothing of an edge. */
const tolerance = 32;
/** Share of the pixels that may differ. Two runs on one machine differ by none; a line of text moved by its height, by more. */
export const mostDifferentRatio = 0.005;
/** Large even surfaces deflate best without a filter and with matches: a quarter less than Chromium's own files. */
const flatColors = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;
/** What an address of the program reads as in a picture, whatever the port of the test. */
const shownOrigin = 'https://observatoire.example';

/** @returns the share of pixels that differ, 0 to 1; 1 when the sizes differ */
export function differentRatio(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)) > tolerance))
      count += 1;
  return count / (a.width * a.height);
}

/** @returns the file of a step's picture, as the program shows it now */
export async function takePicture(origin: string, { address, picture }: GuideStep): Promise<Buffer> {
  const { width, height, from } = picture;
  const viewport = from === undefined ? { width, height } : partWindow;
  const { page, complaints, close } = await visit(origin, address, { viewport, today: picturedOn });
  try {
    await page.waitForLoadState('networkidle');
    await page.evaluate(replaceOrigin, [origin, shownOrigin] as const);
    const taken = await stillPicture(page, picture);
    if (complaints.length > 0) throw new Error(`${picture.id}: ${complaints.join(' ')}`);
    return taken;
  } finally {
    await close();
  }
}

/** Waits for figures and maps, then until two pictures in a row are the same: what arrives late moves what is below it. */
async function stillPicture(page: Page, picture: GuidePicture): Promise<Buffer> {
  const arriving = '[data-map-idle="false"], [aria-busy="true"]';
  await page.waitForFunction((some) => document.querySelector(some) === null, arriving, { timeout: 60_000 });
  let last: Buffer | null = null;
  for (let tries = 0; tries < 20; tries++) {
    const clip = await frame(page, picture);
    const next = await page.screenshot({ clip });
    if (last !== null && next.equals(last)) return next;
    last = next;
    await page.waitForTimeout(400);
  }
  throw new Error(`${page.url()} does not come to rest`);
}

/** The rectangle of the picture in the window, once what it starts with is scrolled to the top. */
async function frame(page: Page, { id, width, height, from }: GuidePicture) {
  if (from === undefined) return { x: 0, y: 0, width, height };
  const element = page.locator(from).first();
  await element.evaluate((it, margin) => {
    (it as HTMLElement).style.scrollMarginTop = `${margin}px`;
    it.scrollIntoView({ block: 'start' });
  }, partMargin);
  const box = await element.boundingBox();
  if (!box) throw new Error(`${id}: ${from} is not drawn`);
  return {
    x: Math.max(0, Math.floor(box.x) - partMargin),
    y: Math.max(0, Math.floor(box.y) - partMargin),
    width,
    height,
  };
}

/** Runs in the page. */
function replaceOrigin([from, to]: readonly [string, string]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeValue?.includes(from)) node.nodeValue = node.nodeValue.replaceAll(from, to);
}

export function pictureFile(id: string): string {
  return path.join(pictureFolder, `${id}.png`);
}

/** @returns what the repository holds, or null */
export function storedPicture(id: string): Buffer | null {
  const file = pictureFile(id);
  return existsSync(file) ? readFileSync(file) : null;
}

/** Written smaller than Chromium does, with the same pixels. */
export async function storePicture(id: string, taken: Buffer): Promise<void> {
  await mkdir(pictureFolder, { recursive: true });
  await writeFile(pictureFile(id), PNG.sync.write(PNG.sync.read(taken), flatColors));
}
