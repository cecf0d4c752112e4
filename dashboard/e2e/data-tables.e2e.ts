/** The screen of tables: choose, see the first rows, download, copy what reads them elsewhere. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { phone } from './browser.ts';
import { openVisits } from './visits.ts';

const origin = inject('origin');
const open = openVisits(origin);

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const rows = (page: Page) => page.locator('main table tbody tr').count();
const caption = async (page: Page) => plain(await page.locator('main table caption').innerText());

describe('the screen of tables', () => {
  it('shows the first rows as the files have them, and every format', async () => {
    const page = await open('/donnees');
    await eventually(() => rows(page)).toBe(6);
    expect(await caption(page)).toMatch(/^Couverture FttH, .*194 lignes en tout/);
    const first = await page.locator('main table tbody tr').first().locator('td').allInnerTexts();
    const csv = page.getByRole('link', { name: 'Télécharger : CSV', exact: true });
    const file = await page.request.get(origin + (await csv.getAttribute('href')));
    expect(file.headers()['content-disposition']).toContain('couverture-ftth_communes_91_2026-T2.csv');
    const [header = '', line = ''] = (await file.text()).split('\r\n');
    const cells = Object.fromEntries(header.split(',').map((name, i) => [name, line.split(',')[i]]));
    expect(first.slice(0, 2)).toEqual([cells.code, cells.nom]);
    expect(first).toContain(cells.denominateur);
    for (const name of [
      'CSV pour Excel',
      'Classeur Excel (XLSX)',
      'GeoJSON',
      'GeoPackage',
      'FlatGeobuf',
      'GeoParquet',
    ]) {
      const link = page.getByRole('link', { name: `Télécharger : ${name}` });
      expect((await page.request.head(origin + (await link.getAttribute('href')))).status(), name).toBe(200);
    }
  });

  it('follows each choice in the address, and Back undoes it', async () => {
    const page = await open('/donnees');
    await eventually(() => rows(page)).toBe(6);
    await page.getByRole('checkbox', { name: 'Locaux non encore raccordables' }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL(`${origin}/donnees?indicateurs=couverture-ftth|locaux-a-raccorder`);
    await eventually(() => caption(page)).toMatch(/388 lignes en tout/);
    await page.getByText('EPCI', { exact: true }).first().click();
    await eventually(() => caption(page)).toMatch(/26 lignes en tout/);
    await page.getByText('Toutes', { exact: true }).click();
    await page.waitForURL(/periodes=toutes/);
    await page.goBack();
    await page.goBack();
    await eventually(() => caption(page)).toMatch(/388 lignes en tout/);
  });

  it('offers projects without the formats of a map, which their sheets have no position for', async () => {
    const page = await open('/donnees?jeu=projets');
    await eventually(() => caption(page)).toMatch(/95 lignes en tout/);
    expect(await page.getByRole('link', { name: /Télécharger : Geo(JSON|Package)/ }).count()).toBe(0);
    const link = page.getByRole('link', { name: 'Télécharger : Classeur Excel (XLSX)' });
    expect((await page.request.head(origin + (await link.getAttribute('href')))).status()).toBe(200);
  });

  it('gives lines that read the same table: DuckDB runs its own', async () => {
    const page = await open('/donnees?indicateurs=couverture-ftth');
    await eventually(() => rows(page)).toBe(6);
    const lines = (await page.locator('main pre').allInnerTexts()).find((text) => text.startsWith('select')) ?? '';
    const [, address = ''] = /'([^']+)'/.exec(lines) ?? [];
    const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-tables-'));
    try {
      // DuckDB reads addresses through an extension that it downloads: the file is fetched for it.
      const file = path.join(folder, 'tableau.parquet');
      await writeFile(file, await (await page.request.get(address)).body());
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const read = await connection.runAndReadAll(
        lines
          .replace(address, file)
          .replace('select *', 'select count(*) as n, count(distinct code) as codes, typeof(any_value(code)) as type'),
      );
      expect(read.getRowObjectsJson()).toEqual([{ n: '194', codes: '194', type: 'VARCHAR' }]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('holds on a phone without a page wider than it', async () => {
    const page = await open('/donnees', { viewport: phone });
    await eventually(() => rows(page)).toBe(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
