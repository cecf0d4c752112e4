import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicators } from '../data/catalogue/catalogue.ts';
import {
  indicatorsSchema,
  placesSchema,
  territoriesSchema,
  territorySchema,
  type Values,
  valuesSchema,
} from './contract.ts';
import { projectsSchema } from './contract-projects.ts';
import { sourcesSchema } from './contract-states.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const get = async (address: string, headers: Record<string, string> = {}) =>
  seeded.app.request(`http://localhost${address}`, { headers });
const values = async (id: string, query = ''): Promise<Values> => {
  const response = await get(`/api/v1/indicateurs/${id}/valeurs${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return valuesSchema.parse(await response.json()) as Values;
};
const row = (answer: Values, code: string) => answer.valeurs.find((one) => one.code === code)!;

describe('values', () => {
  it.each(indicators.flatMap(({ id, levels }) => levels.map((level) => [id, level] as const)))(
    'answers %s by %s as the golden says',
    async (id, level) => {
      const answer = await values(id, `?niveau=${level}`);
      await expect(`${JSON.stringify(answer, null, 1)}\n`).toMatchFileSnapshot(`expected/${id}_${level}.json`);
    },
  );

  it('divides sums, and flags a rate above 100 % without clipping it', async () => {
    const communes = await values('couverture-ftth');
    expect(row(communes, '91001')).toMatchObject({ valeur: 130 / 120, alertes: ['superieur-a-100'] });
    expect(row(communes, '91004')).toMatchObject({ etat: 'non-disponible', raison: 'absent-de-la-source' });
    const whole = await values('couverture-ftth', '?niveau=departement');
    expect(row(whole, '91')).toMatchObject({ valeur: 265 / 290, alertes: ['donnees-partielles'] });
    expect(row(await values('couverture-ftth', '?periode=2018-T1'), '91003').raison).toBe('aucun-local');
  });

  it('leaves out of a sum the commune of which only half is known', async () => {
    const whole = row(await values('couverture-ftth', '?niveau=departement&periode=2018-T1'), '91');
    expect(whole).toMatchObject({ numerateur: 120, denominateur: 200, alertes: ['donnees-partielles'] });
  });

  it('computes a gap by commune, so that an excess hides nothing', async () => {
    expect(row(await values('locaux-a-raccorder', '?niveau=departement'), '91').valeur).toBe(35);
  });

  it('cumulates closures up to the deadline, and keeps "not foreseen" as an answer', async () => {
    const first = await values('locaux-exposes-cuivre');
    expect(first).toMatchObject({
      periode: '2025-10-20',
      echeance: '2027-01-31',
      echeances: ['2027-01-31', '2028-01-31'],
    });
    expect(row(first, '91002')).toMatchObject({ valeur: 0, raison: 'apres-echeance' });
    expect(row(first, '91003')).toMatchObject({ etat: 'valeur', valeur: null, raison: 'non-prevu' });
    const last = await values('locaux-exposes-cuivre', '?niveau=departement&echeance=2028-06-01');
    expect(row(last, '91').valeur).toBe(30);
    expect(row(last, '91').parts).toMatchObject([
      { valeur: 0 },
      { valeur: 30 },
      { cle: 'non-prevu', valeur: 5, communes: 1 },
    ]);
  });

  it('subtracts within a method and refuses across a break', async () => {
    const same = row(await values('evolution-ftth', '?niveau=epci'), '200000001');
    expect(same.valeur).toBeCloseTo(220 / 240 - 160 / 240);
    const across = row(await values('evolution-ftth', '?niveau=epci&depuis=2018-T1'), '200000001');
    expect(across).toMatchObject({ valeur: null, etat: 'non-disponible', raison: 'rupture-de-methode' });
    expect(across.parts?.map(({ valeur }) => valeur)).toEqual([120, 220, 100]);
  });

  it('says of a straddling EPCI that its whole is not loaded', async () => {
    const whole = await values('couverture-ftth', '?niveau=epci&perimetre=entier');
    expect(row(whole, '200000002')).toMatchObject({ valeur: null, raison: 'communes-hors-territoire-non-chargees' });
    expect(row(whole, '200000001').valeur).toBe(220 / 240);
    // Those that a département touches are whole too.
    expect(await values('couverture-ftth', '?niveau=epci&perimetre=entier&departement=91')).toEqual({
      ...whole,
      departement: '91',
    });
  });

  it('keeps the communes of an EPCI, and the département whole', async () => {
    const codes = async (level: string) =>
      (await values('couverture-ftth', `?niveau=${level}&epci=200000001`)).valeurs.map(({ code }) => code);
    expect(await codes('commune')).toEqual(['91001', '91002']);
    expect(await codes('epci')).toEqual(['200000001']);
    expect(await codes('departement')).toEqual(['91']);
  });
});

describe('downloads', () => {
  it.each(['csv', 'csv-excel'])('writes the table as %s', async (format) => {
    const response = await get(`/api/v1/indicateurs/zone-reglementaire/valeurs?niveau=epci&format=${format}`);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="zone-reglementaire_epci_91_2026-T2${format === 'csv' ? '' : '-excel'}.csv"`,
    );
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(format === 'csv-excel');
    await expect(text).toMatchFileSnapshot(`expected/zone-reglementaire_epci.${format}.csv`);
  });

  it('writes decimals with a comma for Excel, and a negative number as a number', async () => {
    const text = await (await get('/api/v1/indicateurs/couverture-ftth/valeurs?niveau=epci&format=csv-excel')).text();
    expect(text).toContain(';0,9166666666666666;');
  });
});

describe('lists', () => {
  it.each([
    ['/api/v1/indicateurs', indicatorsSchema],
    ['/api/v1/sources', sourcesSchema],
    ['/api/v1/territoires', territoriesSchema],
    ['/api/v1/territoires?niveau=epci', territoriesSchema],
    ['/api/v1/territoires/commune/91004', territorySchema],
    ['/api/v1/projets?q=mediatheque', projectsSchema],
    ['/api/v1/projets?epcis=200000001&limite=1&page=2', projectsSchema],
    ['/api/v1/lieux?q=oedon', placesSchema],
  ])('%s keeps its contract', async (address, schema) => {
    const response = await get(address);
    const answer = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(200);
    schema.parse(answer);
    const name = address.replace(/^\/api\/v1\//, '').replaceAll(/\W+/g, '_');
    if (name !== 'sources')
      await expect(`${JSON.stringify(answer, null, 1)}\n`).toMatchFileSnapshot(`expected/${name}.json`);
  });

  it('says of each source whether its file has an address, or is to be given', async () => {
    const { sources } = sourcesSchema.parse(await (await get('/api/v1/sources')).json());
    expect(sources.filter(({ adresseOfficielle }) => !adresseOfficielle).map(({ id }) => id)).toEqual([
      'arcep-deploiement-2018',
      'arcep-zonage-2018',
      'arcep-mci-debit',
      'insee-population-age',
      'insee-carreaux',
      'decisions-fiches',
      'recensement-epci',
    ]);
  });

  it('finds a project whatever its accents, and takes a percent sign literally', async () => {
    const total = async (q: string) => (await (await get(`/api/v1/projets?q=${encodeURIComponent(q)}`)).json()).total;
    expect(await Promise.all(['MEDIATHEQUE', 'école', "l'ecole", '100 %', '%', '_'].map(total))).toEqual([
      1, 1, 1, 1, 1, 0,
    ]);
  });
});

describe('the service', () => {
  it('is ready once figures and tiles are there', async () => {
    const response = await get('/health');
    expect(await response.text()).toContain('pret');
  });

  it('sends nothing twice', async () => {
    const first = await get('/api/v1/indicateurs');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"[0-9a-f]{20}"$/);
    const again = await get('/api/v1/indicateurs', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/api/v1/indicateurs?a=1', { 'if-none-match': etag })).status).toBe(400);
  });

  it('answers twice alike, and anew once a load moves', async () => {
    const { database } = seeded;
    const address = '/api/v1/indicateurs/couverture-ftth/valeurs?niveau=departement&periode=2026-T2';
    const first = await get(address);
    const again = await get(address);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const text = await first.text();
    expect(await again.text()).toBe(text);
    await database.query(`update load set revision = revision + 1 where source = 'arcep-deploiement'`);
    await database.query(
      `update observation set value_number = value_number + 1 where measure = 'locaux_ftth' and period = '2026-T2'`,
    );
    const moved = await get(address);
    expect(moved.headers.get('etag')).not.toBe(first.headers.get('etag'));
    expect(await moved.text()).not.toBe(text);
    await database.query(
      `update observation set value_number = value_number - 1 where measure = 'locaux_ftth' and period = '2026-T2'`,
    );
    await database.query(`update load set revision = revision - 1 where source = 'arcep-deploiement'`);
    expect(await (await get(address)).text()).toBe(text);
  });

  it('compresses what is large', async () => {
    const response = await get('/api/v1/indicateurs', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('shows its documentation from its own origin', async () => {
    const page = await get('/api/docs');
    expect(await page.text()).not.toMatch(/<script>|https?:/);
    for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
      expect((await get(`/api/docs/${name}`)).status).toBe(200);
    expect((await get('/api/docs/package.json')).status).toBe(404);
  });

  it('describes itself in an OpenAPI document without fault', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'openapi-')), 'openapi.json');
    const described = await (await get('/api/v1/openapi.json')).json();
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toContain('/tiles/{tileset}/{z}/{x}/{y}.mvt');
    writeFileSync(file, JSON.stringify(described));
    const command = [
      'redocly',
      'lint',
      file,
      '--format=summary',
      '--skip-rule=info-license',
      '--skip-rule=security-defined',
    ];
    const output = execFileSync('npx', command, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    });
    expect(output).toBeDefined();
  });
});
