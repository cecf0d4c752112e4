import { describe, expect, it } from 'vitest';
import arcepDeploiement from '../data/sources/arcep-deploiement.ts';
import type { Fact } from '../data/sources/declare.ts';
import fermetureCuivre from '../data/sources/fermeture-cuivre.ts';
import { checkFacts, moveToPresentCommunes, warnOfAbsence } from './facts.ts';
import { readCsv } from './read/csv.ts';
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

it('says in French that a day of the copper calendar is not one', () => {
  const [table] = fermetureCuivre.tables;
  const text = 'code_insee;nom_com;statut;fermeture_technique\n91001;A;prevu;2027-02-30\n91002;B;non_prevu;\n';
  const records = readCsv('cuivre.csv', new TextEncoder().encode(text), table.format);
  const { rows, refused } = validateFacts('cuivre.csv', table, records, () => 'inside');
  expect(rows).toHaveLength(1);
  expect(refused.map(({ message }) => message)).toEqual([
    'cuivre.csv, ligne 2, colonne fermeture_technique : « 2027-02-30 » n’est pas une date AAAA-MM-JJ. Ligne refusée.',
  ]);
});

it('tells a file cut inside a character from one in latin-1', () => {
  const [table] = arcepDeploiement.tables;
  const bytes = new TextEncoder().encode('INSEE_COM;NOM_COM;Locaux;ftth\n91001;Abbé');
  expect(() => readCsv('locaux.csv', bytes.slice(0, -1), table.format)).toThrow(
    'locaux.csv, ligne 2 : le fichier s’arrête au milieu d’un caractère, il est tronqué.',
  );
});
