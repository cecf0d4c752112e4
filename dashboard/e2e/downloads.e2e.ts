/** Files of downloads, opened by programs that no one here wrote: GDAL and its validator, DuckDB, LibreOffice. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import yauzl from 'yauzl';

const origin = inject('origin');
const run = promisify(execFile);
const largeOutput = { maxBuffer: 64 * 1024 * 1024 };

interface Row {
  readonly code: string;
  readonly nom: string;
  readonly valeur: number | null;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
}

const question = `${origin}/api/v1/indicateurs/couverture-ftth/valeurs`;
let folder: string;
let rows: readonly Row[];
const sum = (all: readonly (number | null)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0);

async function download(url: string, name: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  const file = path.join(folder, name);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'telechargements-'));
  rows = ((await (await fetch(question)).json()) as { valeurs: Row[] }).valeurs;
  expect(rows).toHaveLength(194);
});
afterAll(() => rm(folder, { recursive: true }));

describe('GDAL', () => {
  it.each(['gpkg', 'fgb', 'geojson'])('reads the 194 communes of %s, and the sums of the API', async (format) => {
    const file = await download(`${question}?format=${format}`, `couverture.${format}`);
    const { stdout: summary } = await run('ogrinfo', ['-ro', '-so', '-al', file]);
    expect(summary).toContain('Feature Count: 194');
    expect(summary).toMatch(/Geometry: Multi Polygon/);
    expect(summary).toMatch(/ID\["EPSG",4326\]/);
    expect(summary).toMatch(/^code: String/m);
    // GeoJSON has no types: GDAL reads integers where all are.
    expect(summary).toMatch(format === 'geojson' ? /^numerateur: Integer/m : /^numerateur: Real/m);
    const { stdout } = await run('ogrinfo', ['-ro', '-q', '-al', '-geom=NO', file], largeOutput);
    const values = (name: string) =>
      [...stdout.matchAll(new RegExp(`^\\s*${name} \\(\\w+\\) = (\\S+)`, 'gm'))].map(([, value]) => value ?? '');
    const codes = values('code');
    expect(new Set(codes).size).toBe(194);
    expect(codes).toEqual(rows.map(({ code }) => code));
    expect(sum(values('numerateur').map(Number))).toBe(sum(rows.map(({ numerateur }) => numerateur)));
    expect(sum(values('denominateur').map(Number))).toBe(sum(rows.map(({ denominateur }) => denominateur)));
  });

  it.each([
    ['an indicator', '/api/v1/indicateurs/couverture-ftth/valeurs?format=gpkg'],
    ['dates', '/api/v1/indicateurs/fermeture-cuivre/valeurs?format=gpkg'],
    ['places, some without a position', '/api/v1/lieux?format=gpkg'],
    ['several indicators', '/api/v1/tableau?indicateurs=couverture-ftth|zone-reglementaire&niveau=epci&format=gpkg'],
  ])('finds no fault in a GeoPackage of %s', async (what, address) => {
    const file = await download(origin + address, `${what.replaceAll(/\W/g, '-')}.gpkg`);
    // The validator says all that it finds; it says nothing of a valid file.
    const validator = ['-m', 'osgeo_utils.samples.validate_gpkg', '-k', file];
    const { stdout, stderr } = await run('/usr/bin/python3', validator);
    expect([stdout, stderr]).toEqual(['', '']);
    await writeFile(`${file}.broken.gpkg`, (await readFile(file)).fill(0, 68, 72));
    await expect(run('/usr/bin/python3', [...validator.slice(0, -1), `${file}.broken.gpkg`])).rejects.toThrow();
  });

  it.each(['gpkg', 'fgb', 'geojson'])('reads as many places with a point in %s as the API gives', async (format) => {
    const { lieux } = (await (await fetch(`${origin}/api/v1/lieux?limite=1000`)).json()) as {
      lieux: { position: unknown }[];
    };
    const file = await download(`${origin}/api/v1/lieux?format=${format}`, `lieux.${format}`);
    const { stdout } = await run('ogrinfo', ['-ro', '-q', '-al', file], largeOutput);
    expect(stdout.match(/^OGRFeature\((?!definitions)/gm)).toHaveLength(lieux.length);
    expect(stdout.match(/^\s*POINT \(/gm)).toHaveLength(lieux.filter(({ position }) => position !== null).length);
  });
});

describe('DuckDB', () => {
  it('reads codes as text and the sums of the API in GeoParquet, and finds what its geometry is', async () => {
    const file = await download(`${question}?format=parquet`, 'couverture.parquet');
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const table = `read_parquet('${file}')`;
    const types = new Map(
      (await ask(`describe select * from ${table}`)).map((column) => [column.column_name, column.column_type]),
    );
    expect(types.get('code')).toBe('VARCHAR');
    expect(types.get('valeur')).toBe('DOUBLE');
    expect(types.get('echeance')).toBe('DATE');
    expect(types.get('geometry')).toBe("GEOMETRY('OGC:CRS84')");
    const [told] = await ask(
      `select count(*)::int as n, count(distinct code)::int as codes, min(code) as first, sum(numerateur) as numerator,
         sum(denominateur) as denominator, count(geometry)::int as outlines from ${table}`,
    );
    expect(told).toEqual({
      n: 194,
      codes: 194,
      first: rows[0]?.code,
      numerator: sum(rows.map(({ numerateur }) => numerateur)),
      denominator: sum(rows.map(({ denominateur }) => denominateur)),
      outlines: 194,
    });
    const [geo] = await ask(
      `select decode(value) as text from parquet_kv_metadata('${file}') where decode(key) = 'geo'`,
    );
    const metadata = JSON.parse(String(geo?.text));
    expect(metadata).toMatchObject({ version: '1.1.0', primary_column: 'geometry' });
    expect(metadata.columns.geometry).toMatchObject({ encoding: 'WKB', geometry_types: ['MultiPolygon'] });
    const [west, south, east, north] = metadata.columns.geometry.bbox;
    expect([west > 1.9, south > 48.2, east < 2.7, north < 48.9]).toEqual([true, true, true, true]);
    connection.closeSync();
    database.closeSync();
  });
});

describe('LibreOffice', () => {
  /** What is in the cells, not what is shown of them, as CSV. */
  async function toCsv(file: string, importFilter: string[] = []): Promise<Record<string, string>[]> {
    const output = await mkdtemp(path.join(folder, 'bureau-'));
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${path.join(folder, 'profil')}`,
        '--headless',
        ...importFilter,
        '--convert-to',
        // Comma, quotes, UTF-8, from the first line; texts quoted, cells as they are stored, no formula.
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,false,false',
        '--outdir',
        output,
        file,
      ],
      { timeout: 80_000 },
    );
    const csv = await readFile(path.join(output, `${path.basename(file, path.extname(file))}.csv`));
    return parse(csv, { columns: true, bom: true });
  }

  /** A ratio is shown, and typed, as a percentage; the cell holds the ratio. */
  const toNumber = (text: string) => (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));

  function expectRows(read: readonly Record<string, string>[]) {
    expect(read.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
    expect(read.map(({ nom }) => nom)).toEqual(rows.map(({ nom }) => nom));
    for (const [i, row] of rows.entries())
      for (const name of ['valeur', 'numerateur', 'denominateur'] as const) {
        const text = read[i]?.[name] ?? '';
        if (row[name] === null) expect(text).toBe('');
        // It writes fifteen significant digits.
        else expect(toNumber(text), `${row.code} ${name}`).toBeCloseTo(row[name], 12);
      }
  }

  it('opens the workbook: every value, and no formula', async () => {
    const file = await download(`${question}?format=xlsx`, 'classeur.xlsx');
    expectRows(await toCsv(file));
    const sheets = await sheetsOf(file);
    expect(sheets).toHaveLength(2);
    for (const xml of sheets) expect(xml).not.toMatch(/<f[ >]/);
    expect(sheets[0]).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it('opens the CSV for Excel in French: every value', async () => {
    const file = await download(`${question}?format=csv-excel`, 'excel.csv');
    // Semicolon, quotes, UTF-8, French (1036), numbers recognised; the first column, codes, as text.
    expectRows(await toCsv(file, ['--infilter=CSV:59,34,76,1,1/2,1036']));
  });

  it('keeps the leading zero of a postcode and runs no text', async () => {
    const file = await download(`${origin}/api/v1/lieux?format=xlsx`, 'lieux.xlsx');
    const { lieux } = (await (await fetch(`${origin}/api/v1/lieux?limite=1000`)).json()) as {
      lieux: { id: string; nom: string; codePostal: string | null; commune: string | null }[];
    };
    const read = await toCsv(file);
    expect(read.map(({ id, nom, code_postal, code_insee }) => [id, nom, code_postal, code_insee])).toEqual(
      lieux.map(({ id, nom, codePostal, commune }) => [id, nom, codePostal ?? '', commune ?? '']),
    );
  });
});

/** The sheets of a workbook as they are in the file, in order. */
async function sheetsOf(file: string): Promise<string[]> {
  const archive = await yauzl.openPromise(file, { autoClose: false });
  const sheets: [name: string, xml: string][] = [];
  for await (const entry of archive.eachEntry()) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    sheets.push([entry.fileName, Buffer.concat(chunks).toString('utf8')]);
  }
  archive.close();
  return sheets.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, xml]) => xml);
}
