/** The roadmap: nothing decided with the data that come with the program, then decisions that this test invents. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase, parseDatabaseSettings } from '../../data/database/open.ts';
import { sources } from '../../data/sources/registry.ts';
import { loadPackage } from '../../etl/load-package.ts';
import { openFolder } from '../../etl/origin/folder.ts';
import { silentProgress } from '../../etl/progress.ts';
import { runEtl } from '../../etl/run.ts';
import { desktop, phone, visit } from './browser.ts';
import { type Program, startProgram } from './program.ts';

const origin = inject('origin');
const projectsTitle = 'Calendrier des projets recensés';
const block = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const frieze = (page: Page, name: string) => page.getByRole('region', { name: `${name}, frise à faire défiler` });
const widthOf = (locator: Locator) => locator.evaluate((element) => element.scrollWidth);

describe('without a decision', () => {
  it('says so, why and what to do, apart from the referenced projects', async () => {
    const { page, complaints, close } = await visit(origin, '/feuille-de-route');
    const decisions = block(page, 'Actions retenues');
    await decisions.getByText('npm run etl -- --from dossier').waitFor();
    expect(await decisions.getByRole('link', { name: 'modèle' }).getAttribute('href')).toBe('/schemas/decisions.xlsx');
    expect(await page.locator('h1 + p').textContent()).toMatch(
      /^Aucune action n’est encore décidée\. 65 des 95.projets recensés ont une date/,
    );
    expect(await frieze(page, projectsTitle).getByRole('link').count()).toBe(65);
    await block(page, projectsTitle).getByRole('link', { name: '33\u00a0projets sans date de début' }).click();
    await page.waitForURL(`${origin}/projets?annees=non-precise`);
    await close();
    expect(complaints).toEqual([]);
  });

  it('cuts the axis by year, quarter and month, as the address says', async () => {
    const { page, complaints, close } = await visit(origin, '/feuille-de-route');
    const whole = frieze(page, projectsTitle);
    const widths = [await widthOf(whole)];
    for (const [step, label, word] of [
      ['trimestre', 'Trimestre', 'T4'],
      ['mois', 'Mois', 'nov.'],
    ] as const) {
      await block(page, projectsTitle).getByText(label, { exact: true }).click();
      await page.waitForURL(`${origin}/feuille-de-route?pas=${step}`);
      await whole.getByText(word, { exact: true }).first().waitFor();
      widths.push(await widthOf(whole));
    }
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(3);
    await page.goBack();
    await page.waitForURL(/pas=trimestre/);
    await close();
    expect(complaints).toEqual([]);
  });

  it('keeps only what is past its announced end, and calls none late', async () => {
    const { page, close } = await visit(origin, '/feuille-de-route');
    await page.getByText('Seulement les échéances passées').click();
    await page.waitForURL(/retards=oui/);
    const rows = frieze(page, projectsTitle).getByRole('link');
    expect(await rows.count()).toBe(2);
    for (const text of await rows.allTextContents()) {
      expect(text).toContain('échéance annoncée passée, à vérifier');
      expect(text).not.toContain('en retard');
    }
    await close();
  });

  it('is read with the keyboard: the frieze scrolls, the bar that has the focus is in sight and opens its sheet', async () => {
    const { page, close } = await visit(origin, '/feuille-de-route?pas=mois');
    const whole = frieze(page, projectsTitle);
    await whole.focus();
    const before = await whole.evaluate((element) => element.scrollLeft);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => whole.evaluate((element) => element.scrollLeft), { timeout: 10_000 }).toBeLessThan(before);
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toContain('Réseau fibre public des communes d');
    expect(await focused.getAttribute('data-off')).toBe('none');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/projets\/P101/);
    await close();
  });

  it('says the same in a table', async () => {
    const { page, close } = await visit(origin, '/feuille-de-route');
    const calendar = block(page, projectsTitle);
    await calendar.getByText('Voir le tableau').click();
    expect(await calendar.getByRole('row').count()).toBe(66);
    const row = calendar.getByRole('row', { name: /AVEC, service public/ });
    expect(await row.textContent()).toMatch(/17\/04\/20192020Opération.*échéance annoncée passée, à vérifier$/);
    await close();
  });

  it('is a list on a phone, no wider than it', async () => {
    const { page, complaints, close } = await visit(origin, '/feuille-de-route?pas=mois', { viewport: phone });
    await frieze(page, projectsTitle).getByRole('link').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await widthOf(frieze(page, projectsTitle))).toBeLessThanOrEqual(phone.width);
    await close();
    expect(complaints).toEqual([]);
  });

  it('fits the sheet in print, whatever the step', async () => {
    const a4 = { width: 700, height: 1000 };
    const { page, close } = await visit(origin, '/feuille-de-route?pas=mois', { viewport: a4 });
    await frieze(page, projectsTitle).getByRole('link').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(a4.width);
    expect(await widthOf(frieze(page, projectsTitle))).toBeLessThanOrEqual(a4.width);
    await close();
  });

  it('is downloaded for an agenda and for a spreadsheet', async () => {
    const { page, close } = await visit(origin, '/feuille-de-route');
    const files: string[] = [];
    for (const name of ['Agenda (iCalendar)', 'Classeur (XLSX)']) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      files.push(file.suggestedFilename());
    }
    expect(files).toEqual(['projets-recenses_dates.ics', 'projets-recenses_dates.xlsx']);
    await close();
  });
});

describe('with decisions', () => {
  const sheets = `id,statut,titre,theme,probleme,objectifs
INVENTE-1,publiee,Action inventée : bus numérique,inclusion-mediation,Problème inventé.,Objectif inventé
INVENTE-2,publiee,Action inventée : données partagées,donnees-sig,Problème inventé.,Objectif inventé
INVENTE-3,publiee,Action inventée : cyberbouclier,cybersecurite-cloud,Problème inventé.,Objectif inventé
INVENTE-4,publiee,Action inventée : drones,tourisme-culture,Problème inventé.,Objectif inventé
`;
  const decisions = `fiche,decision,instance,date,motif,pilote,date_debut_prevue,date_fin_prevue,date_fin,jalons
INVENTE-1,retenu,Comité inventé,2024-11-26,Motif inventé,Service inventé,2025-01,2025-09,,2025-03:Jalon inventé|2025-06-15:Autre jalon inventé
INVENTE-2,retenu,Comité inventé,2024-11-26,Motif inventé,Syndicat inventé,2025-02,2025-06,2025-08,
INVENTE-3,differe,Comité inventé,2024-11,Motif inventé : budget,,,,,
INVENTE-4,ecarte,Comité inventé,2024-11,Motif inventé : hors sujet,,,,,
`;
  let folder: string;
  let program: Program;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'observatoire-decisions-'));
    const catalogue = path.join(folder, 'given', 'catalogue');
    await mkdir(catalogue, { recursive: true });
    await writeFile(path.join(catalogue, 'fiches.csv'), sheets);
    await writeFile(path.join(catalogue, 'decisions.csv'), decisions);
    const local = path.join(folder, 'local');
    const database = await openDatabase(parseDatabaseSettings({ LOCAL_FOLDER: local }), () => {});
    await loadPackage(database, 'data/essonne', () => {});
    const results = await runEtl({
      database,
      origin: openFolder(path.join(folder, 'given')),
      departements: ['91'],
      now: () => new Date('2026-11-26T08:00:00Z'),
      progress: silentProgress,
      only: sources.filter(({ id }) => id === 'fiches-catalogue' || id === 'decisions-fiches'),
    });
    await database.close();
    expect(results.map(({ status, taken }) => [status, taken])).toEqual([
      ['loaded', 4],
      ['loaded', 4],
    ]);
    program = await startProgram({ LOCAL_FOLDER: local });
  });
  afterAll(async () => {
    await program?.stop();
    await rm(folder, { recursive: true });
  });

  it('shows what was kept, its pilot, milestones, delay and real end, then what was not', async () => {
    const { page, complaints, close } = await visit(program.origin, '/feuille-de-route');
    const kept = frieze(page, 'Actions retenues').getByRole('link');
    await kept.first().waitFor();
    const texts = (await kept.allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(
      /bus numérique, janv\. – sept\. 2025, Pilote : Service inventé, Fin prévue dépassée \(sept\. 2025\).*mars 2025 : Jalon inventé, 15 juin 2025 : Autre jalon inventé$/,
    );
    expect(texts[1]).toContain('Terminée : août 2025 (fin prévue : juin 2025)');
    const other = block(page, 'Actions retenues').getByRole('listitem').filter({ hasText: 'budget' });
    expect(await other.textContent()).toMatch(/Différé, Comité inventé, novembre 2024/);
    expect(await page.locator('h1 + p').textContent()).toMatch(/^2.actions sont retenues, dont 1.est terminée et 1 a/);
    await page.getByText('Seulement les échéances passées').first().click();
    await page.waitForURL(/retards=oui/);
    expect(await kept.count()).toBe(1);
    await kept.click();
    await page.waitForURL(/\/catalogue\/INVENTE-1/);
    await close();
    expect(complaints).toEqual([]);
  });

  it('downloads decisions apart from projects', async () => {
    const { page, close } = await visit(program.origin, '/feuille-de-route', { viewport: desktop });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      block(page, 'Actions retenues').getByRole('link', { name: 'Agenda (iCalendar)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('feuille-de-route.ics');
    await close();
  });
});
