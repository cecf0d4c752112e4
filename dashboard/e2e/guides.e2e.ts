/** The guides in Chromium: each picture is what the program shows, each link opens the view that is pictured. */
import { readdirSync, statSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { guides } from '../text/guides.ts';
import { desktop, phone, visit } from './browser.ts';
import {
  differentRatio,
  mostDifferentRatio,
  pictureFile,
  pictureFolder,
  storedPicture,
  storePicture,
  takePicture,
} from './pictures.ts';

const origin = inject('origin');
const steps = guides.flatMap((guide) => guide.steps.map((step) => ({ guide, step, id: step.picture.id })));

describe('the picture', () => {
  it.each(steps)('$id is what the program shows', async ({ step, id }) => {
    const taken = await takePicture(origin, step);
    if (process.env.UPDATE_PICTURES) await storePicture(id, taken);
    const stored = storedPicture(id);
    expect(stored, `${pictureFile(id)} is missing: run UPDATE_PICTURES=1 npm run e2e -- guides`).not.toBeNull();
    const ratio = differentRatio(stored!, taken);
    expect(
      ratio,
      `${(ratio * 100).toFixed(2)} % of ${pictureFile(id)} differs from ${step.address}: if the screen is right, read ` +
        'the step again, run UPDATE_PICTURES=1 npm run e2e -- guides, and look at the new picture',
    ).toBeLessThanOrEqual(mostDifferentRatio);
  });

  it('of each step has its file, of the declared size, and no file is left over', () => {
    expect(readdirSync(pictureFolder).sort()).toEqual(steps.map(({ id }) => `${id}.png`).sort());
    for (const { id, step } of steps) {
      const { width, height } = PNG.sync.read(storedPicture(id)!);
      expect([id, width, height]).toEqual([id, step.picture.width, step.picture.height]);
    }
  });

  it('is light: two megabytes for all', () => {
    const bytes = steps.reduce((sum, { id }) => sum + statSync(pictureFile(id)).size, 0);
    expect(bytes).toBeLessThan(2e6);
  });
});

describe('the comparison of pictures', () => {
  const paint = (top: number, ink = 0) => {
    const png = new PNG({ width: 400, height: 300 });
    png.data.fill(255);
    for (let y = top; y < top + 24; y++)
      for (let x = 40; x < 240; x++) png.data.fill(ink, (y * 400 + x) * 4, (y * 400 + x) * 4 + 3);
    return PNG.sync.write(png);
  };

  it('lets a smoothed edge pass, and stops a block that moved or a size that changed', () => {
    expect(differentRatio(paint(100), paint(100, 20))).toBe(0);
    expect(differentRatio(paint(100), paint(104))).toBeGreaterThan(mostDifferentRatio);
    expect(differentRatio(paint(100), PNG.sync.write(new PNG({ width: 400, height: 301 })))).toBe(1);
  });
});

describe('the link of each step', () => {
  it('opens exactly that view, whatever the present one', async () => {
    for (const guide of guides) {
      const { page, complaints, close } = await visit(
        origin,
        `/guides/${guide.id}?niveau=epci&departement=91&classes=6`,
      );
      for (const { title, address, anchor } of guide.steps) {
        await page.getByRole('link', { name: `Ouvrir cette vue : ${title}`, exact: true }).click();
        await page.waitForURL(origin + address + (anchor === undefined ? '' : `#${anchor}`));
        await page.goBack();
        await page.locator('h1', { hasText: guide.title.slice(0, 8) }).waitFor();
      }
      await close();
      expect(complaints).toEqual([]);
    }
  }, 300_000);

  it('and every other link of the guides answers', async () => {
    const addresses = steps.flatMap(({ step }) => [step.address, ...(step.links ?? []).map(({ href }) => href)]);
    for (const address of new Set(addresses)) {
      const answer = await fetch(origin + address, { headers: { accept: 'text/html,*/*' } });
      expect([address, answer.status]).toEqual([address, 200]);
    }
  });
});

describe('a guide', () => {
  it.each(guides)(
    '$id keeps its shape while pictures arrive, fits a phone, and marks Méthode in the header',
    async ({ id }) => {
      const { page, complaints, close } = await visit(origin, `/guides/${id}`, { viewport: phone });
      const heights = () =>
        page
          .locator('main img')
          .evaluateAll((all) => all.map((image) => Math.round(image.getBoundingClientRect().height)));
      const before = await heights();
      expect(before.every((height) => height > 80)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
      for (const image of await page.locator('main img').all()) {
        await image.scrollIntoViewIfNeeded();
        await expect
          .poll(() => image.evaluate((it: HTMLImageElement) => it.complete && it.naturalWidth > 0))
          .toBe(true);
      }
      expect(await heights()).toEqual(before);
      const current = page.getByRole('navigation', { name: 'Rubriques', exact: true }).locator('[aria-current="page"]');
      expect(await current.innerText()).toBe('Méthode');
      await close();
      expect(complaints).toEqual([]);
    },
  );

  it('is reached from the pages Méthode and Données, with the keyboard', async () => {
    for (const address of ['/methode', '/donnees']) {
      const { page, close } = await visit(origin, address, { viewport: desktop });
      const link = page.getByRole('navigation', { name: 'Les guides' }).getByRole('link', { name: 'Analyser' });
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/guides\/analyste/);
      await page.getByRole('heading', { level: 1, name: /^Analyser/ }).waitFor();
      await close();
    }
  });
});
