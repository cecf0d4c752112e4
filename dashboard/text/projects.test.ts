import { describe, expect, it } from 'vitest';
import { noFacetChoices } from '../../data/analysis/project-facets.ts';
import { ageWords, summarySentence } from './project-summary.ts';
import { budgetWords, type Found, facetLabel, foundSentence, projectDates, projectPlace } from './projects.ts';
import { testProject } from './testing-project.ts';

const names: Readonly<Record<string, string>> = {
  a: 'Paris-Saclay',
  b: 'Grand Paris Sud',
  c: 'Cœur d’Essonne',
  m: 'Massy',
  n: 'Orsay',
};
const nameOf = (code: string) => names[code] ?? code;
/** Spaces of every width, as a reader sees them. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const noBudget = { euros: null, fiches: 0, dansUnParent: 0 };

function sentence(total: number, change: Partial<Found> & Partial<Found['answer']> = {}): string {
  const { budget = noBudget, recherche = null, ...more } = change;
  return plain(
    foundSentence(
      { answer: { total, budget, recherche }, withoutEpci: 0, q: null, choices: noFacetChoices, ...more },
      nameOf,
    ),
  );
}

describe('the sentence of the catalogue', () => {
  it('counts the projects, those without EPCI, and the budgets that are known', () => {
    expect(sentence(95, { withoutEpci: 23, budget: { euros: 221_857_419, fiches: 13, dansUnParent: 0 } })).toBe(
      '95 projets recensés, dont 23 sans EPCI ; 13 ont un budget connu, 221,9 millions d’euros au total.',
    );
  });

  it('is right in the singular', () => {
    expect(sentence(1)).toBe('1 projet recensé ; son budget n’est pas connu.');
    expect(sentence(1, { withoutEpci: 1, budget: { euros: 49_419, fiches: 1, dansUnParent: 0 } })).toBe(
      '1 projet recensé, sans EPCI ; son budget est de 49 419 euros.',
    );
    expect(sentence(2, { withoutEpci: 2, budget: { euros: 1_200_000, fiches: 1, dansUnParent: 0 } })).toBe(
      '2 projets recensés, tous sans EPCI ; un seul a un budget connu, 1,2 million d’euros.',
    );
  });

  it('says that there is none, and for what', () => {
    expect(sentence(0)).toBe('Aucun projet recensé.');
    expect(sentence(0, { choices: { ...noFacetChoices, epcis: ['a'], themes: ['cybersecurite-cloud'] } })).toBe(
      'Aucun projet recensé pour Paris-Saclay, sur le thème « Cybersécurité et cloud ».',
    );
    expect(sentence(0, { q: 'xyz', recherche: 'exacte' })).toBe('Aucun projet recensé ne contient « xyz ».');
  });

  it('says what was searched, and when nothing has the very words', () => {
    expect(sentence(3, { q: 'fibre', recherche: 'exacte' })).toBe(
      '3 projets recensés contiennent « fibre » ; aucun n’a de budget connu.',
    );
    expect(sentence(1, { q: 'fibre', recherche: 'exacte' })).toMatch(/^1 projet recensé contient « fibre »/);
    expect(sentence(2, { q: 'mediateque', recherche: 'approchee' })).toBe(
      'Aucune fiche ne contient « mediateque » ; voici 2 projets aux mots voisins ; aucun n’a de budget connu.',
    );
  });

  it('names what is kept as long as it is short', () => {
    const kept = (choices: Partial<Found['choices']>) => sentence(9, { choices: { ...noFacetChoices, ...choices } });
    expect(kept({ epcis: ['a', 'b'] })).toMatch(/^9 projets recensés pour Paris-Saclay ou Grand Paris Sud ;/);
    expect(kept({ epcis: ['a', 'b', 'c'], themes: ['e-sante-social', 'e-education'] })).toMatch(
      /^9 projets recensés pour 3 EPCI, sur 2 thèmes ;/,
    );
    expect(kept({ epcis: ['non-precise'] })).toMatch(/^9 projets recensés sans EPCI ;/);
    expect(kept({ phases: ['idee'], annees: ['2024'] })).toMatch(/^9 projets recensés selon 2 critères ;/);
    expect(kept({ epcis: ['a'], phases: ['idee'] })).toMatch(/pour Paris-Saclay, selon 1 autre critère ;/);
  });

  it('counts the budget of a part of a project once, and says so', () => {
    expect(plain(budgetWords({ euros: 3_000_000, fiches: 2, dansUnParent: 1 }, 5))).toBe(
      '3 ont un budget connu, 3 millions d’euros au total (l’un d’eux compris dans celui de son projet parent, compté une seule fois)',
    );
  });
});

describe('the words of a project', () => {
  it('say what a sheet does not, facet by facet', () => {
    expect(facetLabel('financeurs', 'non-precise', nameOf)).toBe('Financeur non précisé');
    expect(facetLabel('annees', 'non-precise', nameOf)).toBe('Sans date');
    expect(plain(facetLabel('epcis', 'non-precise', nameOf))).toBe(
      'Sans EPCI : tout le département ou autre périmètre',
    );
  });

  it('say where, with fewer names as there are more', () => {
    const place = (more: Parameters<typeof testProject>[1]) => plain(projectPlace(testProject('P', more), nameOf));
    expect(place({ communes: ['m'], epci: ['a'] })).toBe('Massy (Paris-Saclay)');
    expect(place({ communes: ['m', 'n'], epci: ['a', 'b'] })).toBe('Massy et Orsay (2 EPCI)');
    expect(place({ epci: ['a', 'b'] })).toBe('Paris-Saclay et Grand Paris Sud');
    expect(place({ niveau: 'departement' })).toBe('Tout le département');
  });

  it('say when, as precisely as it was published', () => {
    const dates = (more: Parameters<typeof testProject>[1]) => projectDates(testProject('P', more));
    expect(dates({})).toBeNull();
    expect(dates({ dateDebut: '2024-09' })).toBe('depuis septembre 2024');
    expect(dates({ dateDebut: '2024-09', phase: 'termine' })).toBe('débuté en septembre 2024');
    expect(dates({ dateDebut: '2024-02', dateFin: '2027' })).toBe('février 2024 – 2027');
    expect(dates({ dateDebut: '2024', dateFinPrevue: '2027' })).toBe('2024 – 2027 (fin prévue)');
    expect(dates({ dateFinPrevue: '2027' })).toBe('fin prévue en 2027');
    expect(dates({ dateDebut: '2024', dateFin: '2024' })).toBe('2024');
  });
});

describe('the sentence of a summary', () => {
  it('tells themes, EPCI and budgets', () => {
    const projects = [
      testProject('P1', { epci: ['a'], budgetEuros: 4_000_000 }),
      testProject('P2', { theme: 'e-education' }),
    ];
    expect(plain(summarySentence(projects, nameOf))).toBe(
      '2 projets sur 2 thèmes, pour Paris-Saclay, dont un sans EPCI ; un seul a un budget connu, 4 millions d’euros.',
    );
    expect(plain(summarySentence([testProject('P1')], nameOf))).toBe(
      '1 projet sur le thème « E-administration », sans EPCI ; son budget n’est pas connu.',
    );
  });

  it('tells the age of the last evidence', () => {
    expect([0, 1, 23, 24, 70].map((months) => plain(ageWords(months)))).toEqual([
      'ce mois-ci',
      'il y a 1 mois',
      'il y a 23 mois',
      'il y a 2 ans',
      'il y a 5 ans',
    ]);
  });
});
