/** A scenario made a project: what the table of projects says of the file, before and after a person completes it. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { toTableSchema } from '../../../data/tables/declare.ts';
import { publishedTables } from '../../../data/tables/registry.ts';
import { type Bench, openBench } from '../../../etl/testing-exchange.ts';
import { missingFields, proposalCells, proposalSheets, type TemplateField } from './proposal-file.ts';

const table = publishedTables.find(({ id }) => id === 'projets')!;
/** As `/schemas/projets.json` answers. */
const { fields } = toTableSchema(table.fields, table.key) as { fields: TemplateField[] };
const kilometres = { km: 5, minutes: null } as const;
const limours = { code: '91338', nom: 'Limours', epci: { code: '249100074' } };
const forges = { code: '91249', nom: 'Forges-les-Bains', epci: { code: '249100074' } };
const cerny = { code: '91129', nom: 'Cerny', epci: { code: '249100546' } };
const scenario = (hosts = [limours]) => ({
  hosts,
  sites: hosts.map((_, i) => [2.08 + i / 100, 48.64] as const),
  gained: 15_304,
  won: ['Limours', 'Forges-les-Bains'],
  limit: kilometres,
  phrase: 'd’un lieu d’accompagnement au numérique',
  link: 'http://127.0.0.1:3000/ecarts/acces?sites=2.0833%2C48.6446%7C2.1%2C48.5&liste=ancienne&candidats=91338%7C91249',
  today: '2026-11-26',
});
const cellsOf = (hosts?: (typeof limours)[]) => proposalCells(scenario(hosts));
const faultsOf = (cells: Readonly<Record<string, string>>) =>
  table.faultsOf(Object.fromEntries(fields.map(({ name }) => [name, cells[name] ?? ''])));

describe('the row', () => {
  it('lacks what it announces, and nothing else', () => {
    const cells = cellsOf();
    expect(missingFields(fields, cells).map(({ name }) => name)).toEqual(['id', 'porteur']);
    expect([...new Set(faultsOf(cells).map(({ column }) => column))]).toEqual(['id', 'porteur']);
    expect(faultsOf({ ...cells, id: 'PROPOSITION-1', porteur: 'CC inventée' })).toEqual([]);
  });

  it('names the theme, the territories and the link that reopens the scenario', () => {
    expect(cellsOf()).toMatchObject({
      titre: 'Nouveau lieu à Limours, pour rapprocher les habitants d’un lieu d’accompagnement au numérique',
      theme: 'inclusion-mediation',
      niveau: 'commune',
      communes: '91338',
      epci: '249100074',
      latitude: '48.64',
      phase: 'idee',
      source_url: scenario().link,
      source_date: '2026-11-26',
      confiance: 'basse',
    });
    const several = cellsOf([limours, forges]);
    expect([several.niveau, several.communes, several.latitude]).toEqual(['epci', '91338|91249', '']);
    const apart = cellsOf([limours, cerny]);
    expect([apart.niveau, apart.epci]).toEqual(['autre', '249100074|249100546']);
  });

  it('leaves the EPCI out when a commune has none, for the others would then be refused', () => {
    const alone = proposalCells({ ...scenario(), hosts: [limours, { ...cerny, epci: null }] });
    expect([alone.niveau, alone.epci]).toEqual(['autre', '']);
  });
});

describe('the workbook', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(() => new Date('2026-11-26T10:00:00Z'));
  });
  afterAll(() => bench.close());
  const workbook = (cells: Readonly<Record<string, string>>) => writeXlsx(proposalSheets(fields, cells)).toBuffer();

  it('says in a sheet of its own what a person has to fill', () => {
    const [, left] = proposalSheets(fields, cellsOf());
    expect(left?.sheet).toBe('À compléter');
    const told = left?.data.map(([first]) => first?.value ?? '');
    expect(told?.slice(0, 4)).toEqual(['Colonnes obligatoires qui restent à remplir', 'colonne', 'id', 'porteur']);
  });

  it('is read by the ETL: refused for the identifier that it announces, taken once it is completed', async () => {
    const refused = await bench.load('projets', await workbook(cellsOf([limours, forges])), 'xlsx');
    expect([refused.status, refused.refused.length]).toEqual(['failed', 1]);
    expect(refused.refused[0]?.message).toMatch(/ligne 2, colonne id : /);
    const noCarrier = await bench.load('projets', await workbook({ ...cellsOf(), id: 'PROPOSITION-1' }), 'xlsx');
    expect(noCarrier.refused[0]?.message).toMatch(/ligne 2, colonne porteur : /);
    const completed = { ...cellsOf([limours, forges, cerny]), id: 'PROPOSITION-1', porteur: 'CC inventée' };
    const taken = await bench.load('projets', await workbook(completed), 'xlsx');
    expect(taken.refused).toEqual([]);
    expect([taken.status, taken.taken]).toEqual(['loaded', 1]);
  });
});
