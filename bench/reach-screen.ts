/**
 * The screen of access to places in Chromium, on a synthetic grid: from the event of the mouse that moves or removes a
 * site to the end of the frame that shows the new figure. Chromium draws the map in software here: a machine with a
 * graphics card does better. No peer does the same, so the time is told beside the frame of a page that does nothing,
 * and beside the processor time of the page's own thread, which other work on the machine does not lengthen.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { startProgram } from '../dashboard/e2e/program.ts';
import { idleFrame, watchFigure } from '../dashboard/e2e/watch-figure.ts';
import { writeSyntheticGrid } from '../etl/testing-grid.ts';
import { executablePath, softwareDrawing, threadTime } from './in-chromium.ts';
import { told } from './ratio.ts';

const wantedCells = 8000;
const rounds = 10;
const moves = 40;

export async function benchReachScreen(): Promise<void> {
  if (!existsSync(executablePath)) {
    console.log('reach in the browser: no Chromium on this machine, not measured');
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  const environment = { LOCAL_FOLDER: path.join(folder, 'local') };
  const start = () => startProgram(environment);
  try {
    // Without the grid first: the same start fills the database.
    await measureScreen('communes at their centre', await start());
    const from = path.join(folder, 'from');
    await mkdir(path.join(from, 'insee-carreaux'), { recursive: true });
    await writeFile(path.join(from, 'insee-carreaux/carreaux_200m_met.csv'), await writeSyntheticGrid(wantedCells));
    const arguments_ = ['--import', 'tsx', 'etl/main.ts', '--from', from, '--only', 'insee-carreaux'];
    await promisify(execFile)(process.execPath, arguments_, { env: { ...process.env, ...environment } });
    await measureScreen(`about ${wantedCells} cells (synthetic)`, await start());
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureScreen(what: string, program: Awaited<ReturnType<typeof startProgram>>): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: softwareDrawing });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    for (const view of ['', '&km=2&nombre=20']) {
      await page.goto(`${program.origin}/ecarts/acces?liste=ancienne&sites=2.1%2C48.45%7C2.3%2C48.4${view}`);
      await page.locator('[data-map-idle="true"]').waitFor({ timeout: 90_000 });
      await page.evaluate(watchFigure);
      const idle = await page.evaluate(idleFrame);
      await page.evaluate(() => {
        globalThis.measured = [];
      });
      const used = await threadTime(page);
      await dragSite(page);
      const thread = (await used()) / moves;
      const moved = await page.evaluate(() => globalThis.measured.splice(0));
      const removed: number[] = [];
      for (let i = 0; i < rounds; i++) {
        await page.locator('[data-remove="0"]').click();
        await page.waitForFunction(() => globalThis.measured.length > 0);
        removed.push(...(await page.evaluate(() => globalThis.measured.splice(0))).slice(0, 1));
        await page.goBack();
        await page.locator('[data-remove="1"]').waitFor();
        await page.waitForTimeout(300);
        await page.evaluate(() => globalThis.measured.splice(0));
      }
      console.log(
        `reach in the browser, ${what}${view === '' ? ', default view' : ', 2 km and 20 sites'}: a site moves ${told(moved)}, ${thread.toFixed(0)} ms of processor a move; is removed ${told(removed)}; a frame of the page at rest ${idle.toFixed(0)} ms`,
      );
    }
  } finally {
    await browser.close();
    await program.stop();
  }
}

/** Drags the first site in steps, each seen before the next. */
async function dragSite(page: Page): Promise<void> {
  const pin = await page.locator('[data-pin="A"]').boundingBox();
  if (!pin) throw new Error('no site to drag');
  const [x, y] = [pin.x + pin.width / 2, pin.y + pin.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= moves; i++) {
    await page.mouse.move(x + 40 * Math.sin(i), y + 30 * Math.cos(i));
    await page.waitForTimeout(200);
  }
  await page.mouse.up();
  await page.waitForTimeout(300);
}
