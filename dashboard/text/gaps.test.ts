import { describe, expect, it } from 'vitest';
import type { NeedCell } from '../../data/analysis/first-steps.ts';
import { explainClass, ruleLines, type SummaryFacts, sayStep, sinceDate, summariseGaps } from './gaps.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const essonne = { code: '91', nom: 'Essonne' };
const names: Readonly<Record<string, string>> = { s: 'Paris-Saclay', l: 'Pays de Limours' };
const fibre = (territory: string, value: number, given: Partial<NeedCell> = {}): NeedCell => ({
  territory,
  theme: 'infrastructures-connectivite',
  class: 'besoin-avec-projet',
  reading: { indicator: 'couverture-ftth', value, reference: 0.968, worse: (0.968 - value) / 0.032 },
  projects: 1,
  lastEvidence: '2017',
  ...given,
});
const facts = (given: Partial<SummaryFacts>): SummaryFacts => ({
  departement: essonne,
  epci: null,
  needRatio: 0.1,
  measuredThemes: 1,
  needs: [],
  answered: 0,
  asked: 13,
  nameOf: (code) => names[code] ?? code,
  ...given,
});
const said = (given: Partial<SummaryFacts>) => summariseGaps(facts(given)).map(plain);

describe('the three sentences', () => {
  it('name the greatest gap of the département, the last news, and the silence of the census', () => {
    const thd = fibre('l', 0.9, { reading: { indicator: 'couverture-thd', value: 0.9, reference: 0.99, worse: 9 } });
    expect(said({ needs: [thd, fibre('l', 0.96), fibre('s', 0.943)] })).toEqual([
      'Dans l’Essonne : le besoin est mesuré dans 1 thème sur 13 ; le plus grand écart est celui de Paris-Saclay, part des locaux raccordables à la fibre de 94,3 %, contre 96,8 % pour l’Essonne.',
      'Face aux 3 besoins au-delà du seuil, un projet au moins est recensé chaque fois ; la nouvelle la plus récente date de 2017.',
      'Aucun EPCI n’a répondu au recensement des projets : un thème sans fiche n’est pas un thème sans projet, et le besoin de 12 thèmes n’a pas d’indicateur chargé.',
    ]);
  });

  it('speak of one EPCI without naming it twice', () => {
    const [need, projects, unknown] = said({
      epci: 'Paris-Saclay',
      asked: 1,
      measuredThemes: 2,
      needs: [fibre('s', 0.943)],
    });
    expect(need).toBe(
      'Paris-Saclay : le besoin est mesuré dans 2 thèmes sur 13 ; part des locaux raccordables à la fibre de 94,3 %, contre 96,8 % pour l’Essonne.',
    );
    expect(projects).toMatch(/^Face au thème où un besoin dépasse le seuil, un projet au moins est recensé ; /);
    expect(unknown).toMatch(/^Paris-Saclay n’a pas répondu/);
  });

  it('say that there is no project only where the census was answered', () => {
    const needs = [fibre('s', 0.9, { projects: 0, lastEvidence: null }), fibre('l', 0.9, { projects: 0 })];
    expect(said({ needs })[1]).toBe(
      'Face aux 2 besoins au-delà du seuil, aucune fiche ne dit si quelqu’un y travaille.',
    );
    expect(said({ needs, answered: 13 })[1]).toBe('Face aux 2 besoins au-delà du seuil, aucun projet n’est recensé.');
    expect(said({ answered: 13 })[2]).toMatch(/^Chaque EPCI a répondu au recensement des projets, et/);
    expect(said({ answered: 1 })[2]).toMatch(/^1 EPCI sur 13 a répondu .* : ailleurs, /);
    expect(said({ answered: 2 })[2]).toMatch(/^2 EPCI sur 13 ont répondu /);
  });

  it('say so when nothing exceeds, or nothing is measured', () => {
    expect(said({ needRatio: 0.25 })[0]).toMatch(/aucune valeur n’y est pire que la référence de plus de 25 %\.$/);
    expect(said({ measuredThemes: 0 })[0]).toBe('Dans l’Essonne : aucun chiffre chargé ne mesure de besoin.');
  });
});

describe('a step', () => {
  it('gives its reason with the copper that presses', () => {
    const closing = { firstOn: '2027-01-31', communes: 1, premises: 12 };
    const lacking = { territory: 's', premises: 10_895, closing };
    const step = sayStep({ kind: 'connect', lacking, cell: fibre('s', 0.943) }, facts({}));
    expect(plain(step.title)).toBe('Paris-Saclay : raccorder 10 895 locaux à la fibre');
    expect(plain(step.reason)).toBe(
      'Part des locaux raccordables à la fibre de 94,3 %, contre 96,8 % pour l’Essonne ; le cuivre doit fermer dans 1 commune où 12 locaux ne sont pas raccordables, à partir du 31/01/2027.',
    );
  });

  it('tells a need of communes by the worst, against the projects of the EPCI', () => {
    const income = (territory: string, value: number): NeedCell => ({
      ...fibre(territory, 0.9, { projects: 6 }),
      theme: 'inclusion-mediation',
      reading: { indicator: 'niveau-de-vie-median', value, reference: 27_220, worse: 0.2 },
    });
    const step = {
      kind: 'need',
      theme: 'inclusion-mediation',
      cells: [income('l', 21_000), income('s', 22_000)],
    } as const;
    const { title, reason } = sayStep(step, facts({ epci: 'Paris-Saclay' }));
    expect(plain(title)).toBe('Inclusion et médiation : suivre les projets');
    expect(plain(reason)).toBe(
      '2 communes au-delà du seuil, d’abord Pays de Limours, niveau de vie médian de 21 000 €, contre 27 220 € au milieu de la liste des communes ; 6 projets recensés.',
    );
  });

  it('agrees with how many have not answered', () => {
    expect(plain(sayStep({ kind: 'census', territories: ['s'] }, facts({})).reason)).toMatch(/^1 EPCI n’a pas répondu/);
    expect(plain(sayStep({ kind: 'census', territories: ['s', 'l'] }, facts({})).reason)).toMatch(
      /^2 EPCI n’ont pas répondu/,
    );
  });
});

it('dates news as precisely as they are known', () => {
  expect(['2018', '2021-04', '2024-05', '2018-02-02'].map(sinceDate)).toEqual([
    'de 2018',
    'd’avril 2021',
    'de mai 2024',
    'du 02/02/2018',
  ]);
});

it('declares the rule of each theme that has one, and explains a class with the threshold in force', () => {
  expect(ruleLines().map(({ theme }) => theme)).toEqual([
    'infrastructures-connectivite',
    'inclusion-mediation',
    'e-administration',
  ]);
  expect(plain(explainClass('recensement-a-completer', 0.2))).toMatch(/de plus de 20 %.*on ne sait pas/);
});
