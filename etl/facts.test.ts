import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CsvFormat } from '../data/catalogue/raw-record.ts';
import arcepDeploiement from '../data/sources/arcep-deploiement.ts';
import type { Fact, FactTable } from '../data/sources/declare.ts';
import fermetureCuivre from '../data/sources/fermeture-cuivre.ts';
import { checkFacts, warnOfAbsence } from './checks.ts';
import { fillWithZeros, moveToPresentCommunes } from './facts.ts';
import { readCsv } from './read/csv.ts';
import { whereaboutsOf } from './testing-ground.ts';
import { validateFacts } from './validate.ts';

const fact = (commune: string, measure: Fact['measure'], value: Fact['value'], period = '2018-T1'): Fact => ({
  commune,
  period,
  measure,
  value,
});
const communes = Array.from({ length: 100 }, (_, i) => `91${String(i).padStart(3, '0')}`);
const premises = (connectable: (i: number) => number, period = '2026-T2') =>
  communes.flatMap((commune, i) => [
    fact(commune, 'locaux_arcep', 100, period),
    fact(commune, 'locaux_ftth', connectable(i), period),
  ]);
const check = (facts: readonly Fact[]) => checkFacts(arcepDeploiement, '2026-T2', facts, communes);

describe('communes that merged', () => {
  it('are added when each of them answered', () => {
    const facts = [fact('91228', 'locaux_insee', 30), fact('91182', 'locaux_insee', 12)];
    expect(moveToPresentCommunes(facts)).toEqual([fact('91228', 'locaux_insee', 42)]);
  });

  it.each(['91228', '91182'])('have no figure when only %s answered, for a part is not the whole', (commune) => {
    expect(moveToPresentCommunes([fact(commune, 'locaux_insee', 30), fact('91001', 'locaux_insee', 5)])).toEqual([
      fact('91001', 'locaux_insee', 5),
    ]);
  });

  it('close at the earliest of their dates, and say that they differ', () => {
    const merge = (...dates: (string | null)[]) =>
      moveToPresentCommunes(
        ['91228', '91182'].map((commune, i) => ({
          ...fact(commune, 'fermeture_technique', dates[i] ?? null, '2025-10-20'),
          ...(dates[i] === null && { reason: 'non-prevu' }),
        })),
      );
    const told = (value: string) => [
      {
        ...fact('91228', 'fermeture_technique', value, '2025-10-20'),
        reason: 'communes-fusionnees-dates-differentes',
      },
    ];
    expect(merge('2029-05-31', '2027-01-31')).toEqual(told('2027-01-31'));
    expect(merge('2027-01-31', '2029-05-31')).toEqual(told('2027-01-31'));
    expect(merge(null, '2028-01-31')).toEqual(told('2028-01-31'));
    expect(merge('2028-01-31', '2028-01-31')).toEqual([
      fact('91228', 'fermeture_technique', '2028-01-31', '2025-10-20'),
    ]);
    expect(merge(null, null)).toMatchObject([{ value: null, reason: 'non-prevu' }]);
  });

  it('have the operators of each', () => {
    const merge = (a: string | null, b: string | null) =>
      moveToPresentCommunes([
        fact('91228', 'operateurs_infrastructure', a),
        fact('91182', 'operateurs_infrastructure', b),
      ]);
    expect(merge('FRTE', 'SFR0-FRTE')).toEqual([fact('91228', 'operateurs_infrastructure', 'FRTE-SFR0')]);
    expect(merge(null, 'SFR0')).toEqual([fact('91228', 'operateurs_infrastructure', 'SFR0')]);
  });

  it('are one commune in later periods', () => {
    const facts = [fact('91228', 'locaux_arcep', 30, '2026-T2')];
    expect(moveToPresentCommunes(facts)).toEqual(facts);
  });
});

describe('the checks of a load', () => {
  it('pass a whole file, with rates above 100 % in it', () => {
    expect(check(premises((i) => (i < 10 ? 120 : 60)))).toEqual([]);
  });

  it('refuse columns in place of each other', () => {
    expect(check(premises(() => 120))).toEqual([
      '« Locaux raccordables à la fibre (déploiements) » dépasse « Meilleure estimation des locaux par l’Arcep » dans 100 cas sur 100, sans doute par des colonnes interverties',
    ]);
  });

  it('refuse the file of another quarter', () => {
    expect(check(premises(() => 60, '2026-T1'))).toEqual([
      'le fichier va jusqu’à 2026-T1, or c’est celui de 2026-T2 qui est attendu',
    ]);
  });

  it('count absent communes by measure and period, since each is a column of figures', () => {
    const half = premises(() => 60).map((one, i) => (i < 20 ? { ...one, period: '2026-T1' } : one));
    expect(check(half)[0]).toMatch(/^90 communes attendues sont absentes \(.*, 2026-T1\)/);
    expect(check(half)[1]).toMatch(/^10 communes attendues sont absentes \(.*, 2026-T2\) : 91000, 91001/);
    expect(check([])).toEqual([expect.stringMatching(/^100 communes attendues sont absentes : /)]);
  });

  it('name the few absent communes that they let pass', () => {
    const facts = premises(() => 60).slice(2);
    expect(check(facts)).toEqual([]);
    expect(warnOfAbsence(facts, communes, ['locaux.csv']).map(({ message }) => message)).toEqual([
      'locaux.csv : la commune 91000 est absente pour 2 des chiffres attendus, dont « Meilleure estimation des locaux par l’Arcep, 2026-T2 ». Elle y sera « non disponible ».',
    ]);
  });
});

it('gives none of what is counted to the communes that a complete list leaves out', () => {
  const facts = [fact('91001', 'locaux_arcep', 3, '2026-T2')];
  expect(fillWithZeros(facts, ['locaux_arcep'], ['91001', '91016'], '2026-T2')).toEqual([
    ...facts,
    fact('91016', 'locaux_arcep', 0, '2026-T2'),
  ]);
});

it('says in French that a day of the copper calendar is not one', async () => {
  const table = fermetureCuivre.forms.at(-1)?.tables('2025-10-20')[0];
  const text = 'code_insee;nom_com;statut;fermeture_technique\n91001;A;prevu;2027-02-30\n91002;B;non_prevu;\n';
  const records = readCsv('cuivre.csv', new TextEncoder().encode(text), table!.format as CsvFormat);
  const { byDepartement: results } = await validateFacts(
    'cuivre.csv',
    table!,
    records,
    whereaboutsOf(['91001', '91002']),
  );
  const { rows, refused } = results.get('91')!;
  expect(rows).toHaveLength(1);
  expect(refused.map(({ message }) => message)).toEqual([
    'cuivre.csv, ligne 2, colonne fermeture_technique : « 2027-02-30 » n’est pas une date AAAA-MM-JJ. Ligne refusée.',
  ]);
});

describe('rows of one commune', () => {
  const row = (line: number, commune: string, value: string) => ({
    line,
    record: { commune, operateur: `${line}`, value },
  });
  const table = (repeated: 'same' | 'sum', keyColumns: string[]): FactTable => ({
    format: { delimiter: ';', headerColumn: 'commune', columns: ['commune'] },
    communeColumn: 'commune',
    keyColumns,
    repeated,
    row: z
      .record(z.string(), z.string())
      .transform((record) => [fact(record.commune ?? '', 'locaux_arcep', Number(record.value), '2026-T2')]),
  });
  const read = async (one: FactTable, rows: { line: number; record: Record<string, string> }[]) =>
    (await validateFacts('liste.csv', one, rows, whereaboutsOf(['91001']))).byDepartement.get('91')!;

  it('are one answer when they say the same, and refused when they do not', async () => {
    const same = table('same', ['commune']);
    const { rows, taken, refused } = await read(same, [
      row(2, '91001', '5'),
      row(3, '91001', '5'),
      row(4, '91001', '6'),
    ]);
    expect(rows).toEqual([fact('91001', 'locaux_arcep', 5, '2026-T2')]);
    expect(taken).toBe(2);
    expect(refused.map(({ message }) => message)).toEqual([
      'liste.csv, ligne 4, colonne commune : « 91001 » a une autre réponse à la ligne 2. Ligne refusée.',
    ]);
  });

  it('are added up where each counts apart', async () => {
    const { rows } = await read(table('sum', ['operateur']), [row(2, '91001', '5'), row(3, '91001', '6')]);
    expect(rows).toEqual([fact('91001', 'locaux_arcep', 11, '2026-T2')]);
  });

  it('are left out when they are of another territory, and refused when the COG does not know it', async () => {
    const {
      read: all,
      taken,
      refused,
    } = await read(table('sum', ['operateur']), [row(2, '77001', '5'), row(3, '91999', '6'), row(4, '91001', '1')]);
    expect([all, taken]).toEqual([3, 1]);
    expect(refused.map(({ message }) => message)).toEqual([
      'liste.csv, ligne 3, colonne commune : la commune « 91999 » n’existe pas au COG 2026. Ligne refusée.',
    ]);
  });
});
