/** Referenced projects, the catalogue and pre-selections, on the data package that comes with the program. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { createApp } from './app.ts';
import type { Basket, DistributionAnswer, ProjectSheet, ProjectsAnswer } from './contract-projects.ts';

let database: Database;
let app: ReturnType<typeof createApp>;
let clock = Date.parse('2026-11-26T08:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  app = createApp({
    database,
    tilesFolder: await mkdtemp(path.join(tmpdir(), 'tiles-')),
    writes: { code: null, isOpen: true },
    now: () => {
      clock += 1000;
      return new Date(clock);
    },
    log: () => {},
  });
}, 30_000);
afterAll(() => database.close());

const read = async <T>(address: string) => (await (await app.request(address)).json()) as T;
const projects = (query: string) => read<ProjectsAnswer>(`/api/v1/projets?limite=1000&${query}`);
const send = (method: 'POST' | 'PUT', address: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(address, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the catalogue of referenced projects', () => {
  it('counts 95, each facet beside the others', async () => {
    const { total, budget, facettes } = await projects('');
    const counts = (id: string) =>
      Object.fromEntries(facettes.find((one) => one.id === id)?.valeurs.map(({ cle, nombre }) => [cle, nombre]) ?? []);
    expect(total).toBe(95);
    expect(counts('epcis')).toMatchObject({ '200056232': 23, '200059228': 13, '200057859': 12, 'non-precise': 23 });
    expect(counts('themes')['cybersecurite-cloud']).toBeUndefined();
    expect(counts('phases')).toEqual({ operation: 72, termine: 16, etude: 5, idee: 2 });
    expect(budget).toEqual({ euros: 221_857_419, fiches: 13, dansUnParent: 0 });
  });

  it('lets the counts of a facet follow the choices of the others, not its own', async () => {
    const { total, facettes } = await projects('epcis=200056232&themes=inclusion-mediation|donnees-sig');
    const themes = facettes.find(({ id }) => id === 'themes')?.valeurs ?? [];
    expect(total).toBe(
      themes
        .filter(({ cle }) => ['inclusion-mediation', 'donnees-sig'].includes(cle))
        .reduce((n, v) => n + v.nombre, 0),
    );
    expect(themes.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(23);
  });

  it('searches by French stems, without accents, and forgives a typing fault', async () => {
    const ids = async (q: string) => {
      const answer = await projects(`q=${encodeURIComponent(q)}`);
      return { search: answer.recherche, ids: answer.projets.map(({ id }) => id) };
    };
    expect((await ids('médiathèques')).ids).toEqual((await ids('mediatheque')).ids);
    expect((await ids('mediatheque')).ids).toContain('P019');
    expect((await ids('covoiturages Karos')).ids).toEqual(expect.arrayContaining(['P035', 'P036', 'P039', 'P041']));
    const faulty = await ids('covoiturrage');
    expect(faulty.search).toBe('approchee');
    expect(faulty.ids).toEqual(expect.arrayContaining(['P035', 'P036', 'P039', 'P041']));
    expect((await ids('zzzzzz')).ids).toEqual([]);
  });
});

describe('a sheet', () => {
  it('tells its parts, what is near, what is missing and what became of it', async () => {
    const sheet = await read<ProjectSheet>('/api/v1/projets/P095');
    expect(sheet.parties.map(({ id }) => id)).toEqual(['P001', 'P057', 'P075']);
    expect(sheet.projet.porteurType).toBe('syndicat');
    expect(sheet.completude.presents + sheet.completude.manques.length).toBe(sheet.completude.total);
    expect(sheet.completude.manques.map(({ champ }) => champ)).toContain('ouvert');
    expect(sheet.historique.map(({ evenement }) => evenement)).toEqual(['ajout']);
    const near = await read<ProjectSheet>('/api/v1/projets/P034');
    expect(near.proches.map(({ projet }) => projet.id)).toEqual(expect.arrayContaining(['P031', 'P033']));
    expect(near.fiches.map(({ id }) => id)).toEqual(['F001']);
  });

  it('is 404 with a sentence when it does not exist', async () => {
    const response = await app.request('/api/v1/projets/P999');
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      404,
      expect.stringContaining('« P999 » n’existe pas'),
    ]);
  });
});

describe('the distribution', () => {
  it('counts a project of two EPCI in both, and once in the total', async () => {
    const { lignes, total } = await read<DistributionAnswer>('/api/v1/projets/repartition');
    const row = (epci: string | null) => lignes.find((line) => line.epci === epci);
    expect(lignes.length).toBe(14);
    expect([row('200056232')?.nombre, row('200059228')?.nombre, row('200057859')?.nombre, row(null)?.nombre]).toEqual([
      23, 13, 12, 23,
    ]);
    expect([total.nombre, total.budget.fiches]).toEqual([95, 13]);
    expect(lignes.reduce((sum, { nombre }) => sum + nombre, 0)).toBeGreaterThan(95);
    for (const line of [...lignes, total])
      expect(line.themes.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(line.nombre);
    // Nobody is known to have answered: nothing is said of it.
    expect(lignes.every(({ recensement }) => recensement === null)).toBe(true);
    expect(total.themes.find(({ theme }) => theme === 'cybersecurite-cloud')?.nombre).toBe(0);
  });
});

describe('what other programs read', () => {
  it('is an Atom feed of every sheet', async () => {
    const response = await app.request('/projets.atom');
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    const text = await response.text();
    expect(text.match(/<entry>/g)?.length).toBe(95);
    expect(text).toContain('<id>http://localhost/projets/P095</id>');
  });

  it('is a calendar whose days do not depend on the zone of the machine', async () => {
    const text = await (await app.request('/api/v1/feuille-de-route?format=ics&contenu=projets')).text();
    const event = text.split('BEGIN:VEVENT').find((part) => part.includes('P036@')) ?? '';
    expect(event).toContain('DTSTART;VALUE=DATE:20170418');
    expect(event).toContain('DTEND;VALUE=DATE:20170701');
  });

  it('is a workbook, a template and a Table Schema with an example that is accepted', async () => {
    const workbook = await app.request('/api/v1/feuille-de-route?format=xlsx&contenu=projets');
    const rows = (await readXlsx(Buffer.from(await workbook.arrayBuffer())))[0]?.data ?? [];
    expect(rows.length).toBe(96);
    for (const name of ['projets', 'fiches', 'decisions', 'recensement', 'lieux']) {
      const schema = await read<{ fields: { name: string }[]; primaryKey: string[] }>(`/schemas/${name}.json`);
      expect(schema.fields.length).toBeGreaterThan(3);
      const template = await app.request(`/schemas/${name}.xlsx`);
      const sheets = await readXlsx(Buffer.from(await template.arrayBuffer()));
      expect(sheets[0]?.data[0]).toEqual(schema.fields.map((field) => field.name));
      const example = await (await app.request(`/schemas/${name}-exemple.csv`)).text();
      expect(example.split('\r\n')[0]).toBe(schema.fields.map((field) => field.name).join(','));
    }
  });
});

describe('what is written online', () => {
  it('counts interest by EPCI, a commune with its own, and once each', async () => {
    for (const code of ['91228', '200059228', '200056232', '91228'])
      expect((await send('POST', '/api/v1/fiches/F001/interets', { code })).status).toBe(201);
    const { fiches } = await read<{ fiches: { id: string; interets: { epci: string; nombre: number }[] }[] }>(
      '/api/v1/fiches',
    );
    const counts = fiches.find(({ id }) => id === 'F001')?.interets.map(({ epci, nombre }) => [epci, nombre]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['200059228', 2],
        ['200056232', 1],
      ]),
    );
  });

  it('keeps the scores of each participant and averages them openly', async () => {
    const created = await send('POST', '/api/v1/preselections', {
      titre: 'Comité du 3 décembre',
      fiches: ['F001', 'F003'],
      criteres: [
        { libelle: 'Besoin', poids: 2 },
        { libelle: 'Coût', poids: 1 },
      ],
    });
    const { id } = (await created.json()) as Basket;
    expect([created.status, id]).toEqual([201, expect.stringMatching(/^[a-z0-9]{26}$/)]);
    const score = (participant: string, besoin: number, cout: number) =>
      send('PUT', `/api/v1/preselections/${id}/notes`, {
        participant,
        notes: [
          { fiche: 'F001', critere: 'Besoin', note: besoin },
          { fiche: 'F001', critere: 'Coût', note: cout },
        ],
      });
    await score('EPCI A', 1, 1);
    await score('EPCI B', 4, 1);
    await score('EPCI A', 5, 3);
    const basket = await read<Basket>(`/api/v1/preselections/${id}`);
    expect(basket.participants.map(({ participant }) => participant)).toEqual(['EPCI A', 'EPCI B']);
    // (2 × 4.5 + 1 × 2) / 3.
    expect(basket.resultats[0]).toMatchObject({ fiche: 'F001', rang: 1 });
    expect(basket.resultats[0]?.total).toBeCloseTo(11 / 3, 12);
    expect(basket.resultats[1]).toMatchObject({ fiche: 'F003', rang: null, total: null });
    const workbook = await app.request(`/api/v1/preselections/${id}?format=xlsx`);
    const sheets = await readXlsx(Buffer.from(await workbook.arrayBuffer()));
    expect(sheets.map(({ data }) => data.length)).toEqual([3, 5]);
  });

  it.each([
    ['POST', '/api/v1/fiches/F001/interets', { code: '99999' }, 400, /commune/],
    ['POST', '/api/v1/fiches/F999/interets', { code: '91228' }, 404, /F999/],
    ['POST', '/api/v1/fiches/F001/interets', { code: '91228', nom: 'x' }, 400, /« nom » : ce champ n’est pas connu/],
    ['POST', '/api/v1/fiches/F001/interets', '{"code":', 400, /JSON lisible/],
    [
      'POST',
      '/api/v1/preselections',
      { titre: '', fiches: ['F001'], criteres: [{ libelle: 'x', poids: 1 }] },
      400,
      /titre/,
    ],
    [
      'POST',
      '/api/v1/preselections',
      { titre: 'x', fiches: ['F9'], criteres: [{ libelle: 'x', poids: 1 }] },
      400,
      /F9/,
    ],
    ['PUT', '/api/v1/preselections/aaa/notes', { participant: 'x', notes: [] }, 404, /aaa/],
    ['POST', '/api/v1/projets', {}, 405, /POST/],
  ] as const)('refuses %s %s %j', async (method, address, body, status, detail) => {
    const response = await send(method, address, body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { detail: string }).detail).toMatch(detail);
  });

  it('refuses other pages, other contents, bodies too long, and everything where it is closed', async () => {
    const address = '/api/v1/fiches/F001/interets';
    const body = { code: '91228' };
    expect((await send('POST', address, body, { origin: 'https://ailleurs.example', host: 'localhost' })).status).toBe(
      403,
    );
    expect((await send('POST', address, body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send('POST', address, { code: '91228', precision: 'x'.repeat(70_000) })).status).toBe(413);
    const closed = createApp({ database, tilesFolder: 'nowhere', now: () => new Date(), log: () => {} });
    const refused = await closed.request(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining('PARTICIPATION_CODE'),
    ]);
  });
});
