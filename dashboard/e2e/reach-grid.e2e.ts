/** Access to places with a synthetic grid of inhabited cells and a service of isochrones, in a program of their own. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openTestIsochrones, type TestIsochrones } from '../../api/testing-isochrones.ts';
import { writeSyntheticGrid } from '../../etl/testing-grid.ts';
import { colorsOf, phone, type Visit, visit, waitForMap } from './browser.ts';
import { type Program, startProgram } from './program.ts';

let folder: string;
let service: TestIsochrones;
let program: Program;
let current: Visit | null = null;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-grid-'));
  service = await openTestIsochrones({ answerMs: 1 });
  const environment = {
    LOCAL_FOLDER: path.join(folder, 'local'),
    ISOCHRONE_URL: service.url.href,
    ISOCHRONE_PER_SECOND: '900',
  };
  // The first start fills the database; the grid is loaded beside it, as an administrator does.
  await (await startProgram(environment)).stop();
  await mkdir(path.join(folder, 'from/insee-carreaux'), { recursive: true });
  await writeFile(path.join(folder, 'from/insee-carreaux/carreaux_200m_met.csv'), await writeSyntheticGrid(3000));
  const load = ['--import', 'tsx', 'etl/main.ts', '--from', path.join(folder, 'from'), '--only', 'insee-carreaux'];
  await promisify(execFile)(process.execPath, load, { env: { ...process.env, ...environment } });
  program = await startProgram(environment);
}, 240_000);
afterAll(async () => {
  await program?.stop();
  await service?.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  const complaints = current?.complaints ?? [];
  await current?.close();
  current = null;
  expect(complaints).toEqual([]);
});

async function open(address: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> {
  await current?.close();
  current = await visit(program.origin, address, options);
  return current.page;
}
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const lead = async (page: Page) => plain(await page.locator('h1 + p').innerText());
const covered = async (page: Page) => Number(await page.locator('[data-covered]').getAttribute('data-covered'));

it('counts inhabitants by cell, says so, and colours the communes that are too far in part', async () => {
  const page = await open('/ecarts/acces?liste=ancienne');
  await eventually(() => lead(page)).toMatch(/communes sont concernées, en tout ou partie, la première étant/);
  await page.getByText(/Habitants comptés par carreau de 200\sm \(INSEE, 2021\)/).waitFor();
  await page.getByText(/répartie sur ses carreaux habités de 200\sm \(INSEE, Filosofi 2021\)/).waitFor();
  await page.getByText(/^Les communes trop loin, en tout ou partie/).click();
  await page.getByRole('columnheader', { name: 'Trop loin', exact: true }).waitFor();
  await waitForMap(page);
  await eventually(async () => colorsOf(await page.locator('[data-map-idle]').screenshot(), 60)).toEqual(
    expect.arrayContaining(['#f0b64d', '#fae3b8']),
  );
});

it('measures in minutes, remembers it in the link, and puts a site at the centre of a commune', async () => {
  const page = await open('/ecarts/acces?liste=ancienne');
  await page.getByText('Temps de trajet', { exact: true }).click();
  await page.waitForURL(/minutes=15/);
  await eventually(() => lead(page)).toMatch(/à plus de 15 minutes en voiture d’un lieu|Tous les habitants/);
  const slider = page.getByRole('slider', { name: 'À plus de' });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await page.waitForURL(/minutes=5(&|$)/);
  await eventually(() => lead(page)).toMatch(/à plus de 5 minutes en voiture d’un lieu/);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('type'));
  expect(await focused(), 'the keyboard stays on the slider while times are computed').toBe('range');
  await page.getByText('À pied', { exact: true }).click();
  await eventually(() => lead(page)).toMatch(/à plus de 5 minutes à pied d’un lieu/);
  const dropped = await open('/ecarts/acces?liste=ancienne&minutes=5&sites=2.09%2C48.61');
  await eventually(() => covered(dropped)).toBeGreaterThan(0);
  const scenario = dropped.getByRole('region', { name: 'Et si un lieu ouvrait ici' });
  await eventually(() => scenario.getByRole('listitem').first().innerText()).toMatch(/Site A,\s+(à|au|aux) /);
});

it('says that the service fails, and measures straight lines only when asked', async () => {
  service.be('broken');
  const page = await open('/ecarts/acces?liste=ancienne&minutes=47');
  await page
    .getByRole('alert')
    .getByText(/Le service d’isochrones 127\.0\.0\.1 a mal répondu/)
    .waitFor();
  expect(await page.locator('[data-covered]').count()).toBe(0);
  await page.getByText('À vol d’oiseau', { exact: true }).click();
  await eventually(() => lead(page)).toMatch(/à plus de 5 km d’un lieu/);
  service.be('well');
  // What the browser itself says of the refused request.
  current?.complaints.splice(0);
});

it('holds on a phone', async () => {
  const page = await open('/ecarts/acces?liste=ancienne&minutes=5', { viewport: phone });
  await eventually(() => lead(page)).toMatch(/5 minutes en voiture/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
