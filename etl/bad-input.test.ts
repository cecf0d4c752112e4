/** What an administrator is told of each bad file, source by source: one golden file each, to be read. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TableFormat } from '../data/catalogue/raw-record.ts';
import type { Fact, FactSource, FactTable } from '../data/sources/declare.ts';
import { sources } from '../data/sources/registry.ts';
import { checkFacts, warnOfExcess } from './checks.ts';
import { moveToPresentCommunes } from './facts.ts';
import type { FetchedFile } from './fetched-file.ts';
import type { Cog } from './membership.ts';
import { presenceFormat, readPresence } from './presence.ts';
import { toPresenceGround } from './presence-ground.ts';
import { readTable } from './read/table.ts';
import { ReadingError } from './reading-error.ts';
import { toWhereabouts } from './scope.ts';
import { type Cells, toText, wrap, writeTable, writeZip } from './testing-files.ts';
import { type Remark, validateFacts } from './validate.ts';

const folder = fileURLToPath(new URL('../data/samples/', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'bad-input-'));

const commune = (code: string, nom: string) =>
  [code, { code, nom, type: 'commune-actuelle', departement: code.slice(0, 2) }] as const;
/** Invented communes, under codes that the samples use. */
const cog: Cog = {
  communes: new Map([
    commune('91001', 'Alpha'),
    commune('91002', 'Saint-Bêta-sur-Orge'),
    commune('91003', 'Gamma'),
    commune('77001', 'Ailleurs'),
    commune('01001', 'Zéro perdu'),
  ]),
  epcis: [],
  epts: [],
  departements: new Map(),
  former: new Map([['91904', '91001']]),
  read: 5,
};
const scopeOf = (departement: string) => ({
  departement,
  own: new Set([...cog.communes.keys()].filter((code) => code.startsWith(departement))),
  around: new Set<string>(),
});

/** A table that a source declares, and the folder of its samples. */
interface Case {
  readonly folder: string;
  readonly format: TableFormat;
  read(file: FetchedFile): Promise<Told>;
}
interface Told {
  readonly read: number;
  readonly taken: number;
  readonly kept: readonly string[];
  readonly remarks: readonly Remark[];
  readonly refused: number;
}

function factCase(
  id: string,
  { samples = id, form = 0, vintage = '2026-T2', table = 0, departement = '91' } = {},
): Case {
  const source = sources.find((one): one is FactSource => one.id === id && one.brings === 'facts');
  const declared = source?.forms[form]?.tables(vintage)[table];
  if (!source || !declared) throw new Error(`${id} declares no such table`);
  return {
    folder: samples,
    format: declared.format,
    read: (file) => readFacts(source, declared, file, vintage, departement),
  };
}

async function readFacts(
  source: FactSource,
  table: FactTable,
  file: FetchedFile,
  vintage: string,
  departement: string,
): Promise<Told> {
  const where = toWhereabouts(cog, [scopeOf(departement)]);
  const validated = await validateFacts(file.name, table, readTable(file, table.format), where);
  const { rows, read, taken, refused } = validated.byDepartement.get(departement) ?? {
    rows: [],
    read: 0,
    taken: 0,
    refused: [],
  };
  const facts = moveToPresentCommunes(source.complete?.(rows) ?? rows, where.presentOf);
  const failures = facts.length === 0 ? [] : checkFacts(source, vintage, facts, []);
  return {
    read,
    taken,
    kept: [...facts.map(tell), ...failures.map((failure) => `contrôle non passé : ${failure}`)],
    remarks: [...refused, ...validated.warnings, ...warnOfExcess(source, facts, [file.name])],
    refused: refused.length,
  };
}

const tell = ({ commune, period, measure, value, state, reason }: Fact) =>
  [commune, period, measure, value ?? state ?? 'sans valeur', reason ?? ''].join(' ').trim();

/** Alpha is of an EPCI of the département; the other EPCI is elsewhere. */
const presenceCog: Cog = {
  ...cog,
  communes: new Map(cog.communes).set(...commune('91004', 'Delta')),
  former: new Map([
    ['91904', '91001'],
    ['91905', '91004'],
  ]),
  epcis: [
    { code: '200000001', nom: 'CC synthétique', membres: [{ code: '91001' }] },
    { code: '200000077', nom: 'CC d’ailleurs', membres: [{ code: '77001' }] },
  ],
};
const presenceCase: Case = {
  folder: 'dpnt',
  format: presenceFormat,
  read: async (file) => {
    const readings = await readPresence(
      file,
      '2026-07-01',
      toPresenceGround(presenceCog, [{ ...scopeOf('91'), own: new Set([...scopeOf('91').own, '91004']) }]),
    );
    const { facts, sheets, read, refused, warnings } = readings.get('91')!;
    const told = sheets.map((sheet) => JSON.stringify(sheet));
    return {
      read,
      taken: sheets.length,
      kept: [...told, ...facts.map(tell)],
      remarks: [...refused, ...warnings],
      refused: refused.length,
    };
  },
};

const deployment2018 = { vintage: '2018-T1' };
const cases: readonly Case[] = [
  factCase('arcep-deploiement-classeur'),
  factCase('arcep-deploiement-2018', { ...deployment2018, samples: 'arcep-deploiement-2018/communes' }),
  factCase('arcep-deploiement-2018', {
    ...deployment2018,
    samples: 'arcep-deploiement-2018/ftth-par-communes',
    table: 1,
  }),
  factCase('arcep-zonage-2018', deployment2018),
  factCase('arcep-zonage'),
  factCase('arcep-deploiement'),
  factCase('arcep-deploiement', { samples: 'arcep-deploiement-extrait', form: 1 }),
  factCase('arcep-mci-debit'),
  factCase('arcep-mci-debit-terrestre'),
  factCase('arcep-mci-debit-filaire'),
  factCase('arcep-mci-techno'),
  factCase('arcep-mci-meilleure-techno'),
  factCase('fermeture-cuivre', { vintage: '2026-07-01' }),
  factCase('fermeture-cuivre', { samples: 'fermeture-cuivre-extrait', form: 1, vintage: '2025-10-20' }),
  factCase('filosofi', { vintage: '2021' }),
  factCase('insee-population-age', { vintage: '2022' }),
  factCase('arcep-mobile-sites'),
  presenceCase,
];

/** Cells of a sample, which is written as text whatever the format of its source. */
function readCells(name: string): Cells {
  const text = readFileSync(path.join(folder, name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
}

function fileOf(name: string, bytes: Buffer): FetchedFile {
  const place = path.join(scratch, `${Math.random()}`);
  writeFileSync(place, bytes);
  return { name, path: place, sha256: '', bytes: bytes.length, url: null, retrievedAt: null };
}

/** Ways in which any file may be bad, made from good rows. */
async function damage(format: TableFormat, cells: Cells): Promise<Record<string, Buffer>> {
  const [header = [], ...rows] = cells;
  const column = format.columns.at(-1) ?? '';
  const at = header.indexOf(column);
  const sound = await writeTable(format, cells);
  const renamed = header.map((name) => (name === column ? `${name.replaceAll('_', ' ').toUpperCase()}.` : name));
  const table = {
    'colonne-absente': await writeTable(
      format,
      cells.map((line) => line.filter((_, i) => i !== at)),
    ),
    'colonne-renommee': await writeTable(format, [renamed, ...rows]),
    'colonne-en-plus': await writeTable(format, [[...header, 'nouvelle'], ...rows.map((row) => [...row, 'x'])]),
    vide: Buffer.alloc(0),
    tronque: sound.subarray(0, sound.length - (format.kind === undefined && !format.wrapping ? 5 : sound.length >> 2)),
    'page-web': Buffer.from('<!doctype html><title>Erreur 503</title>\n'),
  };
  const isZip = typeof format.wrapping === 'object';
  return {
    ...table,
    ...(format.kind === undefined && damageText(format, cells)),
    ...(format.kind === 'xlsx' && {
      'feuille-absente': await writeTable({ ...format, sheet: 'Lisez-moi' }, cells),
    }),
    ...(isZip && {
      'nom-qui-sort-de-l-archive': writeZip([{ name: '../../etc/invente', bytes: sound }]),
      'archive-sans-la-table': writeZip([{ name: 'lisez-moi.txt', bytes: Buffer.from('rien') }]),
      'archive-qui-explose': wrap(format, Buffer.alloc(12e6)),
    }),
  };
}

function damageText(format: Extract<TableFormat, { kind?: 'csv' }>, cells: Cells): Record<string, Buffer> {
  const text = toText(cells, format.delimiter);
  return {
    'mauvais-separateur': wrap(format, Buffer.from(toText(cells, format.delimiter === ',' ? ';' : ','))),
    'latin-1': wrap(format, Buffer.from(text, 'latin1')),
    bom: wrap(format, Buffer.from(`\ufeff${text}`)),
    'derniere-cellule-coupee': wrap(format, Buffer.from(text.trimEnd())),
  };
}

async function report({ read }: Case, file: FetchedFile, isWhole: boolean): Promise<string[]> {
  try {
    const { read: count, taken, kept, remarks, refused } = await read(file);
    return [
      `lues ${count}, retenues ${taken}, refusées ${refused}, avertissements ${remarks.length - refused}`,
      ...(isWhole ? kept : []),
      ...remarks.map(({ message }) => message),
    ];
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    return ['fichier refusé', error.message];
  }
}

async function reportAll(one: Case): Promise<Map<string, string[]>> {
  const told = new Map<string, string[]>();
  const names = readdirSync(path.join(folder, one.folder)).map((name) => name.replace(/\.csv$/, ''));
  for (const name of names.sort()) {
    const bytes = await writeTable(one.format, readCells(`${one.folder}/${name}.csv`));
    told.set(name, await report(one, fileOf(name, bytes), true));
  }
  const damaged = await damage(one.format, readCells(`${one.folder}/lignes-bonnes.csv`));
  for (const [name, bytes] of Object.entries(damaged)) told.set(name, await report(one, fileOf(name, bytes), false));
  return told;
}

describe.each(cases)('$folder', (one) => {
  it('says of each bad file what is wrong, where, and what to do', async () => {
    const told = await reportAll(one);
    const text = [...told].map(([name, lines]) => [`== ${name}`, ...lines, ''].join('\n')).join('\n');
    await expect(text).toMatchFileSnapshot(`expected/bad-input/${one.folder.replace('/', '-')}.txt`);
    const isRefused = (name: string) => told.get(name)?.[0] === 'fichier refusé';
    for (const name of ['colonne-absente', 'colonne-renommee', 'vide', 'tronque', 'page-web'])
      expect(isRefused(name), name).toBe(true);
    for (const name of ['lignes-bonnes', 'lignes-mauvaises', 'colonne-en-plus', 'bom'])
      expect(isRefused(name), name).toBe(false);
    expect(text, 'every message is French').not.toMatch(/Invalid input|received /);
  });
});

it('has samples of every source of figures', () => {
  for (const { id, brings } of sources)
    if (brings === 'facts') expect(existsSync(path.join(folder, id)), id).toBe(true);
});

it('restores the zero that a publisher’s spreadsheet took, where the publisher is known for it', async () => {
  const copper = factCase('fermeture-cuivre', { vintage: '2026-07-01', departement: '01' });
  const bytes = await writeTable(copper.format, readCells('fermeture-cuivre/lignes-bonnes.csv'));
  expect((await copper.read(fileOf('cuivre.csv', bytes))).kept).toEqual([
    '01001 2026-07-01 fermeture_technique 2028-01-31',
  ]);
});
