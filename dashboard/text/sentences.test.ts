import { describe, expect, it } from 'vitest';
import type { Part } from '../../api/contract.ts';
import type { Project } from '../../api/contract-projects.ts';
import { indicators } from '../../data/catalogue/catalogue.ts';
import { testValue as value } from '../layers/testing-value.ts';
import { type Facts, summarise } from './sentences.ts';
import { testFacts } from './testing-facts.ts';

const part = (cle: string, valeur: number, communes?: number): Part => ({
  cle,
  libelle: cle,
  valeur,
  ...(communes === undefined ? {} : { communes }),
});
const calendar = value('Essonne', null, {
  parts: [part('2027-01-31', 1850, 42), part('2028-01-31', 1296, 9), part('non-prevu', 15585, 59)],
});
const parisSaclay = {
  code: '200056232',
  nom: 'Paris-Saclay',
  communes: Array.from({ length: 27 }, (_, index) => String(index)),
  communesEntier: 27,
  partiel: false,
  ept: null,
};
const grandParisSud = {
  ...parisSaclay,
  nom: 'Grand Paris Sud',
  communes: Array(15).fill(''),
  communesEntier: 23,
  partiel: true,
};

const facts = (indicator: string, change: Partial<Facts> = {}): Facts =>
  testFacts(indicator, {
    total: value('Essonne', 0.9683),
    communes: [value('Le Plessis-Pâté', 0.704), value('Massy', 0.98)],
    epcis: [value('Paris-Saclay', 0.943), value('Val d’Essonne', 0.99)],
    ...change,
  });
const gap: Facts['gap'] = {
  total: value('Essonne', 22801),
  communes: [value('Gif-sur-Yvette', 1415), value('Massy', 2000)],
  epcis: [value('Val d’Essonne', 800), value('Paris-Saclay', 10895)],
};
/** Narrow and plain no-break spaces are read as spaces here, so that the sentences can be. */
const read = (some: Facts) =>
  summarise(some)
    .sentences.join(' ')
    .replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the sentence of a view', () => {
  it('names no one commune where several share the lowest rate', () => {
    const communes = [value('Abbéville', 0), value('Wissous', 0), value('Massy', 0.98)];
    expect(read(facts('couverture-ftth', { communes }))).toContain('Taux le plus bas : 2 communes, 0 %.');
  });

  it('says the coverage, what is missing, who has most of it, and the lowest rate', () => {
    expect(read(facts('couverture-ftth', { gap }))).toBe(
      '96,8 % des locaux de l’Essonne sont raccordables à la fibre. 22 801 ne le sont pas encore ; Paris-Saclay en compte 10 895. Taux le plus bas : Le Plessis-Pâté, 70,4 %.',
    );
  });

  it('says a former period in the past, and flags rates above 100 %', () => {
    const communes = [value('Palaiseau', 1.239, { alertes: ['superieur-a-100'] }), value('Abbéville', 0)];
    expect(read(facts('couverture-ftth', { gap, communes, period: '2018-T1', isLatest: false }))).toBe(
      '96,8 % des locaux de l’Essonne étaient raccordables à la fibre au T1 2018. 22 801 ne l’étaient pas encore ; Paris-Saclay en comptait 10 895. Taux le plus bas : Abbéville, 0 %. 1 commune dépasse 100 % : son nombre de locaux est sous-estimé.',
    );
  });

  it('names the EPCI in front, and says which part of it is counted', () => {
    expect(
      read(facts('couverture-ftth', { epci: grandParisSud, epcis: [], gap: { ...gap, total: value('x', 1) } })),
    ).toBe(
      'Grand Paris Sud : 96,8 % des locaux sont raccordables à la fibre. 1 ne l’est pas encore ; Massy en compte 2 000. Taux le plus bas : Le Plessis-Pâté, 70,4 %. Part de l’EPCI dans l’Essonne : 15 communes sur 23.',
    );
  });

  it('says why a whole EPCI has no figure', () => {
    const total = value('x', null, { etat: 'non-disponible', raison: 'communes-hors-territoire-non-chargees' });
    expect(read(facts('couverture-ftth', { epci: grandParisSud, extent: 'entier', total }))).toBe(
      'L’EPCI entier n’est pas chiffré : seules 15 communes sur 23 sont dans l’Essonne et ont leurs données ici.',
    );
  });

  it('says that the figure is of a whole EPCI, where it is known', () => {
    const total = value('x', 0.9, { numerateur: 90, denominateur: 100 });
    expect(read(facts('couverture-ftth', { epci: grandParisSud, extent: 'entier', total, communes: [] }))).toBe(
      'Grand Paris Sud : 90,0 % des locaux sont raccordables à la fibre. 10 ne le sont pas encore. L’EPCI entier : 23 communes, dont 15 dans l’Essonne.',
    );
  });

  it('does not repeat one rate for the communes that are complete', () => {
    const communes = [value('a', 1), value('b', 1), value('c', 0.9)];
    const total = value('Essonne', 0.9998, { numerateur: 9998, denominateur: 10000 });
    expect(read(facts('couverture-thd', { communes, total }))).toBe(
      '99,98 % des locaux de l’Essonne sont éligibles à 30 Mbit/s et plus par un réseau terrestre. 2 ne le sont pas. 2 communes sur 3 sont à 100 %. Taux le plus bas : c, 90,0 %.',
    );
  });

  it('says missing premises with their share', () => {
    expect(
      read(
        facts('locaux-a-raccorder', {
          total: value('Essonne', 22801, { denominateur: 719204 }),
          communes: gap.communes,
          epcis: gap.epcis,
        }),
      ),
    ).toBe(
      '22 801 locaux de l’Essonne ne sont pas encore raccordables à la fibre, soit 3,2 % du total. Paris-Saclay en compte 10 895, soit 47,8 %. Commune la plus concernée : Massy, 2 000.',
    );
  });

  it('says the premises exposed to the closure of copper, and that no date is no safety', () => {
    expect(
      read(
        facts('locaux-exposes-cuivre', {
          total: value('Essonne', 1850, { parts: calendar.parts }),
          communes: [value('Gif-sur-Yvette', 1415), value('Massy', 0)],
          deadline: '2027-01-31',
        }),
      ),
    ).toBe(
      '1 850 locaux ne sont pas encore raccordables à la fibre dans les 42 communes de l’Essonne dont le cuivre doit fermer au plus tard le 31/01/2027. Gif-sur-Yvette en compte 1 415 à elle seule. Les 59 communes sans date ne sont pas à l’abri : elles comptent 15 585 locaux non encore raccordables.',
    );
  });

  it('says the calendar of copper', () => {
    expect(read(facts('fermeture-cuivre', { exposed: calendar, period: '2025-10-20' }))).toBe(
      'Le cuivre doit fermer le 31/01/2027 dans 42 communes de l’Essonne, où 1 850 locaux ne sont pas encore raccordables à la fibre. 51 communes ont une date en tout. Les 59 communes sans date ne sont pas à l’abri : elles comptent 15 585 locaux non encore raccordables.',
    );
  });

  it('names the first date of the place, not that of the département', () => {
    const parts = [part('2027-01-31', 0, 0), part('2028-01-31', 7, 3), part('non-prevu', 0, 0)];
    expect(read(facts('fermeture-cuivre', { exposed: value('x', null, { parts }), epci: parisSaclay }))).toBe(
      'Paris-Saclay : le cuivre doit fermer le 31/01/2028 dans 3 communes, où 7 locaux ne sont pas encore raccordables à la fibre.',
    );
    const undated = [part('2027-01-31', 0, 0), part('non-prevu', 12, 6)];
    expect(read(facts('fermeture-cuivre', { exposed: value('x', null, { parts: undated }), epci: parisSaclay }))).toBe(
      'Paris-Saclay : aucune fermeture du cuivre n’est encore datée. Les 6 communes sans date ne sont pas à l’abri : elles comptent 12 locaux non encore raccordables.',
    );
  });

  it('keeps the singular of an EPCI that has one commune, and one premises, here', () => {
    const one = { ...grandParisSud, nom: 'Versailles Grand Parc', communes: ['91064'], communesEntier: 18 };
    const zones = value('x', 'initiative-privee', { parts: [part('initiative-privee', 1), part('tres-dense', 0)] });
    expect(read(facts('zone-reglementaire', { epci: one, total: zones }))).toBe(
      'Versailles Grand Parc : le seul local non encore raccordable à la fibre est en zone d’initiative privée. Le zonage est celui du T1 2018, le plus récent au dossier. Part de l’EPCI dans l’Essonne : 1 commune sur 18.',
    );
    const entire = { epci: { ...one, ept: { code: '1', nom: 'x' } }, extent: 'entier' as const };
    const unknown = value('x', null, { etat: 'non-disponible', raison: 'communes-hors-territoire-non-chargees' });
    expect(read(facts('couverture-ftth', { ...entire, total: unknown }))).toBe(
      'L’EPT entier n’est pas chiffré : seule 1 commune sur 18 est dans l’Essonne et a ses données ici.',
    );
  });

  it('tells a fibre that is complete from a closure that comes later', () => {
    const exposed = (communes: number) => {
      const parts = [part('2027-01-31', 0, communes), part('2028-01-31', 5, 3)];
      return read(facts('locaux-exposes-cuivre', { total: value('x', 0, { parts }), deadline: '2027-01-31' }));
    };
    expect(exposed(0)).toBe('Aucune commune ne doit perdre le cuivre dans l’Essonne au plus tard le 31/01/2027.');
    expect(exposed(2)).toBe(
      'Tous les locaux sont raccordables à la fibre dans les 2 communes où le cuivre doit fermer dans l’Essonne au plus tard le 31/01/2027.',
    );
    expect(read(facts('locaux-a-raccorder', { epci: parisSaclay, total: value('x', 0) }))).toBe(
      'Paris-Saclay : tous les locaux sont raccordables à la fibre.',
    );
  });

  it('never takes communes without a date for safe', () => {
    const total = value('x', null, {
      raison: 'non-prevu',
      parts: [part('2027-01-31', 0, 0), part('non-prevu', 12, 1)],
    });
    expect(read(facts('locaux-exposes-cuivre', { total, epci: parisSaclay }))).toBe(
      'Paris-Saclay : aucune fermeture du cuivre n’est encore datée. La commune sans date n’est pas à l’abri : elle compte 12 locaux non encore raccordables.',
    );
  });

  it('says zones and technologies by size', () => {
    const zones = value('Essonne', null, {
      parts: [part('tres-dense', 2953), part('initiative-privee', 11700), part('initiative-publique', 8148)],
    });
    expect(read(facts('zone-reglementaire', { total: zones }))).toBe(
      '11 700 des 22 801 locaux non encore raccordables à la fibre de l’Essonne sont en zone d’initiative privée, 8 148 en zone d’initiative publique et 2 953 en zone très dense. Le zonage est celui du T1 2018, le plus récent au dossier.',
    );
    const technologies = value('Essonne', 'coax', { parts: [part('ftth', 95), part('coax', 4), part('cuivre', 1)] });
    expect(read(facts('meilleure-technologie', { total: technologies }))).toBe(
      'Pour 95,0 % des locaux de l’Essonne, la meilleure technologie fixe est la fibre. Pour les 5 autres, c’est d’abord le câble coaxial (4 locaux), devant le cuivre (1).',
    );
  });

  it('never subtracts two rates counted by two methods', () => {
    const total = value('Essonne', null, {
      etat: 'non-disponible',
      raison: 'rupture-de-methode',
      parts: [part('raccordables-depuis', 233955), part('raccordables-periode', 696403)],
    });
    const summary = summarise(facts('evolution-ftth', { total, since: '2018-T1' }));
    expect(summary.sentences.join(' ').replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      'Les taux ne se comparent pas entre le T1 2018 et le T2 2026, car la méthode de comptage a changé. Le nombre de locaux raccordables est passé de 233 955 à 696 403.',
    );
    expect(summary.figure?.value).toBe('+462\u202f448');
  });

  it('takes an empty census for a census to complete', () => {
    expect(read(facts('projets', { epci: parisSaclay, theme: 'e-education' }))).toBe(
      'Paris-Saclay : aucun projet n’est recensé sur le thème « E-éducation » ; le recensement est à compléter.',
    );
  });

  it('counts budgets with the sheets that have one', () => {
    const project = (budgetEuros: number | null, epci: string[]) =>
      ({ theme: 'donnees-sig', budgetEuros, epci }) as unknown as Project;
    expect(
      read(
        facts('projets', {
          projects: [project(4e6, ['1']), project(null, []), project(1e6, ['1'])],
          epcis: [value('Paris-Saclay', 2)],
        }),
      ),
    ).toBe(
      '3 projets numériques sont recensés dans l’Essonne. 1 vaut pour tout le département, sans EPCI désigné. Paris-Saclay en compte 2, plus que tout autre EPCI. Premier thème : données et SIG (3). 2 fiches indiquent leur budget, 5 M€ en tout.',
    );
  });

  it.each(indicators.map((indicator) => indicator.id))('never breaks when %s has no values at all', (id) => {
    const nothing = value('x', null, { etat: 'non-disponible' });
    const empty = facts(id, { total: nothing, communes: [], epcis: [] });
    expect(JSON.stringify(summarise(empty))).not.toMatch(/undefined|NaN|null communes/);
    expect(JSON.stringify(summarise({ ...empty, epci: grandParisSud }))).not.toMatch(/undefined|NaN/);
  });
});
