/** Every format holds the same table, cell by cell, read back by a library that did not write it. */
import { createHash } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicators } from '../../data/catalogue/catalogue.ts';
import { type DownloadFormatId, downloadFormats } from '../../data/catalogue/download-formats.ts';
import { tableSchema, type Values } from '../contract.ts';
import { openSeededApp } from '../testing.ts';
import { type ReadTable, readers } from './testing-readers.ts';
import type { Column } from './typed-table.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;

/** A commune whose code starts with a zero and whose name a spreadsheet would run; a project and a place alike. */
async function seedTraps({ database }: typeof seeded): Promise<void> {
  await database.query(
    `insert into territory (level, code, name, official_name, population, population_vintage, center_4326, bbox, geom_4326)
     select 'commune', '01001', '=1+1 synthétique', 'Commune synthétique', 10, '2026', st_setsrid(st_makepoint(5, 46), 4326),
       array[5.0, 46.0, 5.1, 46.1], st_multi(st_makeenvelope(5, 46, 5.1234567891, 46.1, 4326))`,
  );
  await database.query(
    `insert into membership (commune, name, departement, epci) values ('01001', '=1+1 synthétique', '01', '200000001')`,
  );
  await database.query(
    `insert into observation (load_id, departement, commune, period, measure, value_number, state)
     select load_id, '91', '01001', period, measure, value, 'value' from current_load,
       (values ('locaux_ftth', 1.0), ('locaux_arcep', 3.0)) as told (measure, value)
     where source = 'arcep-deploiement' and period = '2026-T2'`,
  );
  await database.query(
    `update project set title = '=SOMME(A1:A9)', is_open = true, budget_euros = 1234.5,
       location_4326 = st_setsrid(st_makepoint(2.25, 48.5), 4326) where id = 'p1'`,
  );
  await database.query(`update project set title = '@lien' where id = 'p2'`);
  await database.query(`update place set name = '-3+5', postcode = '01000' where id = 'l1'`);
}

beforeAll(async () => {
  seeded = await openSeededApp();
  await seedTraps(seeded);
});
afterAll(() => seeded.database.close());

const get = (address: string) => seeded.app.request(`http://localhost${address}`);
const withFormat = (address: string, format: string) =>
  `${address}${address.includes('?') ? '&' : '?'}format=${format}`;

interface Descriptor {
  readonly resources: readonly {
    readonly name: DownloadFormatId;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema: { readonly fields: readonly Column[] };
  }[];
}

/** Downloads every file of a question that its descriptor lists, and checks that each is as described. */
async function readAll(address: string): Promise<Map<DownloadFormatId, ReadTable>> {
  const described = await get(withFormat(address, 'datapackage'));
  expect(described.status, await described.clone().text()).toBe(200);
  const { resources } = (await described.json()) as Descriptor;
  const tables = new Map<DownloadFormatId, ReadTable>();
  for (const { name, path, bytes, hash, schema } of resources) {
    const { pathname, search } = new URL(path);
    const response = await get(pathname + search);
    const body = new Uint8Array(await response.arrayBuffer());
    expect([name, response.status, body.length]).toEqual([name, 200, bytes]);
    expect(`sha256:${createHash('sha256').update(body).digest('hex')}`).toBe(hash);
    const table = await readers[name](body, schema.fields);
    expect(table.columns, name).toEqual(schema.fields.map((field) => field.name));
    tables.set(name, table);
  }
  return tables;
}

function expectAgreement(tables: ReadonlyMap<DownloadFormatId, ReadTable>): ReadTable {
  const reference = tables.get('parquet');
  if (!reference) throw new Error('every table has a Parquet file');
  for (const [format, { records, geometries }] of tables) {
    expect(records, format).toEqual(reference.records);
    if (geometries) expect(geometries, format).toEqual(reference.geometries);
  }
  return reference;
}

const everyFormat = downloadFormats.map(({ id }) => id);

describe('values of an indicator', () => {
  it.each(indicators.flatMap(({ id, levels }) => levels.map((level) => [id, level] as const)))(
    'of %s by %s are the same in every format as in the API',
    async (id, level) => {
      const address = `/api/v1/indicateurs/${id}/valeurs?niveau=${level}`;
      const { valeurs } = (await (await get(address)).json()) as Values;
      const tables = await readAll(address);
      expect([...tables.keys()]).toEqual(everyFormat);
      const { records, geometries } = expectAgreement(tables);
      expect(
        records.map(({ code, valeur, numerateur, denominateur, etat, raison }) => ({
          code,
          valeur,
          numerateur,
          denominateur,
          etat,
          raison,
        })),
      ).toEqual(
        valeurs.map(({ code, valeur, numerateur, denominateur, etat, raison }) => ({
          code,
          valeur,
          numerateur,
          denominateur,
          etat,
          raison,
        })),
      );
      expect(geometries?.filter((geometry) => geometry === null)).toEqual([]);
    },
  );

  it('keep codes as text, secrets and absences as null with their reason, and dates as dates', async () => {
    const communes = (await readAll('/api/v1/indicateurs/couverture-thd/valeurs')).get('xlsx');
    expect(communes?.records.map(({ code, valeur, etat, raison }) => [code, valeur, etat, raison])).toEqual([
      ['01001', null, 'non-disponible', 'absent-de-la-source'],
      ['91001', 1, 'valeur', null],
      ['91002', 0.99, 'valeur', null],
      ['91003', null, 'secret', 'secret-statistique'],
      ['91004', null, 'non-disponible', 'absent-de-la-source'],
    ]);
    const workbook = await (await get('/api/v1/indicateurs/fermeture-cuivre/valeurs?format=xlsx')).arrayBuffer();
    const [data, definitions] = await readXlsx(Buffer.from(workbook));
    const column = data?.data[0]?.indexOf('valeur') ?? -1;
    expect(data?.data[2]?.[column]).toEqual(new Date('2027-01-31T00:00:00Z'));
    expect(definitions?.sheet).toBe('Définitions et sources');
    const told = definitions?.data.map((row) => row.slice(0, 2).join(' '));
    expect(told).toEqual(
      expect.arrayContaining(['formule fermeture-cuivre', 'source fermeture-cuivre', 'colonne valeur']),
    );
  });

  it('of an EPCI that goes beyond have its whole outline, and a name that says so', async () => {
    const response = await get('/api/v1/indicateurs/couverture-ftth/valeurs?niveau=epci&perimetre=entier&format=gpkg');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="couverture-ftth_epci_91_2026-T2_entier.gpkg"',
    );
  });
});

describe('several indicators, or all their periods', () => {
  const question = '/api/v1/tableau?indicateurs=couverture-ftth|fermeture-cuivre|zone-reglementaire&periode=toutes';

  it('are one table that agrees with itself in every format, and with each indicator alone', async () => {
    const tables = await readAll(question);
    expect([...tables.keys()]).toEqual(everyFormat);
    const { records } = expectAgreement(tables);
    expect([...new Set(records.map(({ indicateur, periode }) => `${indicateur} ${periode}`))]).toEqual([
      'couverture-ftth 2018-T1',
      'couverture-ftth 2026-T1',
      'couverture-ftth 2026-T2',
      'fermeture-cuivre 2025-10-20',
      'zone-reglementaire 2026-T2',
    ]);
    for (const [id, period, column] of [
      ['couverture-ftth', '2026-T1', 'valeur'],
      ['fermeture-cuivre', '2025-10-20', 'valeur_date'],
      ['zone-reglementaire', '2026-T2', 'valeur_texte'],
    ] as const) {
      const { valeurs } = (await (await get(`/api/v1/indicateurs/${id}/valeurs?periode=${period}`)).json()) as Values;
      const rows = records.filter(({ indicateur, periode }) => indicateur === id && periode === period);
      expect(rows.map((row) => [row.code, row[column], row.etat])).toEqual(
        valeurs.map(({ code, valeur, etat }) => [code, valeur, etat]),
      );
    }
    const json = tableSchema.parse(await (await get(question)).json());
    expect(json.lignes).toEqual(records);
    expect(json.total).toBe(records.length);
  });

  it.each([
    [
      'a list',
      'couverture-ftth|locaux-a-raccorder&niveau=epci',
      'couverture-ftth_locaux-a-raccorder_epci_91_2026-T2.csv',
    ],
    ['one indicator, the EPCI chosen', 'sites-4g&epci=200000001', 'sites-4g_communes_200000001_2026-T1.csv'],
    [
      'last periods that differ',
      'couverture-ftth|sites-4g',
      'couverture-ftth_sites-4g_communes_91_dernieres-periodes.csv',
    ],
  ])('are named after what they hold: %s', async (_, query, name) => {
    const response = await get(`/api/v1/tableau?indicateurs=${query}&format=csv`);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  });

  it('are read by their first rows alone, as they are in the whole', async () => {
    const address = '/api/v1/tableau?indicateurs=couverture-ftth|sites-4g';
    const whole = await (await get(address)).json();
    expect(whole.lignes).toHaveLength(10);
    for (const most of [1, 6, 250])
      expect(await (await get(`${address}&limite=${most}`)).json()).toEqual({
        ...whole,
        lignes: whole.lignes.slice(0, most),
      });
  });

  it.each([
    ['?indicateurs=couverture-ftth&limite=3&format=csv', 400, 'ne sert qu’au format json'],
    ['?indicateurs=couverture-ftth&limite=251', 400, 'un entier de 1 à 250'],
    ['?indicateurs=couverture-ftth|inconnu', 400, '« inconnu » n’est pas accepté'],
    ['', 400, 'Paramètre « indicateurs »'],
    ['?indicateurs=presence-numerique&niveau=commune&periode=2001', 404, 'Pas de chiffres pour « 2001 »'],
    ['?indicateurs=couverture-ftth|sites-4g&periode=2026-T2', 404, 'Sites mobiles 4G : pas de chiffres'],
    ['?indicateurs=presence-numerique-habitants', 400, 'Paramètre « niveau »'],
    ['?indicateurs=couverture-ftth&epci=999999999', 400, 'Paramètre « epci »'],
    [
      '?indicateurs=couverture-ftth&format=pdf',
      400,
      'json, csv, csv-excel, xlsx, geojson, gpkg, fgb, parquet, datapackage',
    ],
  ])('are refused with a reason: %s', async (query, status, words) => {
    const response = await get(`/api/v1/tableau${query}`);
    const { detail } = await response.json();
    expect(response.status, detail).toBe(status);
    expect(detail.toLowerCase()).toContain(words.toLowerCase());
  });
});

describe('lists', () => {
  it('of places agree in every format, and have a point only where the position is known', async () => {
    const { records, geometries } = expectAgreement(await readAll('/api/v1/lieux'));
    expect(records.map(({ id, nom, itinerant, code_postal }) => [id, nom, itinerant, code_postal])).toEqual([
      ['lieux-recenses:l1', '-3+5', false, '01000'],
      ['lieux-recenses:l2', 'Bus', true, null],
    ]);
    expect(geometries?.map((geometry) => geometry === null)).toEqual([false, true]);
  });

  it('of projects agree in every format, whatever the page, text that looks like a formula included', async () => {
    const { records } = expectAgreement(await readAll('/api/v1/projets?limite=1'));
    expect(records.map(({ titre, ouvert, budget_eur }) => [titre, ouvert, budget_eur])).toEqual([
      ['=SOMME(A1:A9)', true, 1234.5],
      ['@lien', null, null],
      ['Département 100 %', null, null],
    ]);
    const csv = await (await get('/api/v1/projets?format=csv')).text();
    expect(csv).toContain(",'=SOMME(A1:A9),");
  });

  it('without a single position are refused in the formats of a map, with those that hold them', async () => {
    const response = await get('/api/v1/projets?themes=donnees-sig&format=gpkg');
    expect(response.status).toBe(400);
    expect((await response.json()).accepte).toEqual(['csv', 'csv-excel', 'xlsx', 'parquet']);
    expect([...(await readAll('/api/v1/projets?themes=donnees-sig')).keys()]).toEqual([
      'csv',
      'csv-excel',
      'xlsx',
      'parquet',
    ]);
  });
});
