/**
 * The screens of gaps and balance in Chromium, on the figures of the Essonne: from the event that changes a view (a key
 * on a slider, an item of a list) to the end of the last frame that it changes; the map, which follows, apart. Chromium draws in software here: a machine
 * with a graphics card does better. No peer does the same, so times are told beside the limit, beside a frame of the page
 * at rest, and beside the processor time of the page's own thread, which other work on the machine does not lengthen.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startProgram } from '../dashboard/e2e/program.ts';
import { idleFrame, watchScreen } from '../dashboard/e2e/watch-figure.ts';
import { executablePath, softwareDrawing, threadTime } from './in-chromium.ts';
import { told, toldBeside } from './ratio.ts';

const limitMs = 100;
const rounds = 20;
/** What ends a view's change has long been drawn after this. */
const quietMs = 700;

interface ScreenView {
  readonly name: string;
  readonly address: string;
  /** Makes the change of round `i`; the last event that it sends is the one that is measured. */
  readonly change: (page: Page, i: number) => Promise<void>;
}

const press = (slider: RegExp, keys: readonly [string, string]) => async (page: Page, i: number) => {
  await page.getByRole('slider', { name: slider }).first().focus();
  await page.keyboard.press(keys[i % 2] ?? keys[0]);
};

/** Another EPCI each time, the whole département among them. */
async function chooseTerritory(page: Page, i: number): Promise<void> {
  await page.getByRole('button', { name: /Territoire/ }).click();
  const option = page.getByRole('option').nth(1 + (i % 12));
  await option.waitFor();
  await page.waitForTimeout(quietMs / 2);
  await option.click();
}

const views: readonly ScreenView[] = [
  {
    name: 'matrix, threshold',
    address: '/ecarts',
    change: press(/pire que la référence/, ['ArrowRight', 'ArrowLeft']),
  },
  {
    name: 'matrix of the communes of an EPCI, threshold',
    address: '/ecarts?epci=200056232',
    change: press(/pire que la référence/, ['ArrowRight', 'ArrowLeft']),
  },
  { name: 'balance, territory', address: '/ecarts/equilibre', change: chooseTerritory },
  { name: 'copper, date', address: '/ecarts/cuivre', change: press(/./, ['ArrowRight', 'ArrowLeft']) },
  { name: 'ranking, weight', address: '/ecarts/classement', change: press(/./, ['ArrowRight', 'ArrowLeft']) },
];

export async function benchGapScreens(): Promise<void> {
  if (!existsSync(executablePath)) {
    console.log('gaps in the browser: no Chromium on this machine, not measured');
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  const program = await startProgram({ LOCAL_FOLDER: path.join(folder, 'local') });
  const browser = await chromium.launch({ executablePath, args: softwareDrawing });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    for (const view of views) await measureView(page, program.origin, view);
  } finally {
    await browser.close();
    await program.stop();
    await rm(folder, { recursive: true });
  }
}

async function measureView(page: Page, origin: string, { name, address, change }: ScreenView): Promise<void> {
  await page.goto(origin + address);
  await page.waitForLoadState('networkidle');
  await page.evaluate(watchScreen);
  // The first change fetches what the others need (the communes of an EPCI), and compiles what it runs.
  for (let i = 0; i < 12; i++) {
    await change(page, i);
    await page.waitForTimeout(quietMs);
  }
  await page.waitForLoadState('networkidle');
  const idle = await page.evaluate(idleFrame);
  const thread = await threadTime(page);
  const times: number[] = [];
  const mapTimes: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await change(page, i);
    await page.waitForTimeout(quietMs);
    times.push(await page.evaluate(() => globalThis.measured.at(-1) ?? Number.NaN));
    mapTimes.push(await page.evaluate(() => globalThis.mapMeasured.at(-1) ?? 0));
  }
  const used = (await thread()) / rounds;
  console.log(
    `gaps in the browser, ${name}: ${toldBeside(times, limitMs)}; ${used.toFixed(0)} ms of processor a change; a frame of the page at rest ${idle.toFixed(0)} ms${mapTimes.some((time) => time > 0) ? `; the map has nothing more to draw after ${told(mapTimes)}` : ''}`,
  );
}
