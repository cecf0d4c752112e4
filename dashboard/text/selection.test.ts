import { describe, expect, it } from 'vitest';
import type { Basket } from '../../api/contract-projects.ts';
import { averageScores } from '../../data/analysis/selection.ts';
import {
  averageLine,
  compositionLead,
  disagreementSentence,
  formatScore,
  missingLine,
  selectionLead,
  spreadLine,
  whyNotCreated,
} from './selection.ts';
import { testSheet } from './testing-sheet.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const criteres = [
  { libelle: 'Besoin', poids: 3 },
  { libelle: 'Coût', poids: 1 },
];
const fiches = [testSheet({ id: 'A', titre: 'Ateliers' }), testSheet({ id: 'B', titre: 'Navette' })];

/** As the API computes it, from participant → `A besoin, A coût, B besoin, B coût`; null: without an opinion. */
function judged(given: Readonly<Record<string, readonly (number | null)[]>>) {
  const keys = fiches.flatMap(({ id }) => criteres.map(({ libelle }) => ({ sheet: id, criterion: libelle })));
  const scores = Object.entries(given).flatMap(([participant, notes]) =>
    notes.flatMap((score, i) => {
      const key = keys[i];
      return score === null || !key ? [] : [{ participant, ...key, score }];
    }),
  );
  const results = averageScores(
    fiches.map(({ id }) => id),
    criteres.map(({ libelle, poids }) => ({ id: libelle, weight: poids })),
    scores,
  );
  const resultats: Basket['resultats'] = results.map(({ sheet, criteria, total, rank }) => ({
    fiche: sheet,
    criteres: criteria.map(({ criterion, mean, count, least, most }) => ({
      critere: criterion,
      moyenne: mean,
      nombre: count,
      min: least,
      max: most,
    })),
    total,
    rang: rank,
  }));
  return {
    fiches,
    criteres,
    resultats,
    participants: Object.keys(given).map((participant) => ({ participant, notes: [] })),
  };
}

describe('the sentence of a pre-selection', () => {
  it('says that nobody scored', () => {
    expect(plain(selectionLead(judged({})))).toBe('2 fiches à comparer sur 2 critères. Personne n’a encore noté.');
  });

  it('says who leads, and by how much', () => {
    expect(plain(selectionLead(judged({ SIG: [4, 2, 3, 3], DSI: [5, 3, 3, 2] })))).toBe(
      '« Ateliers » vient en tête avec 4,00 sur 5, devant « Navette » (2,88), après 2 participants.',
    );
  });

  it('says that two are level', () => {
    expect(plain(selectionLead(judged({ SIG: [3, 3, 3, 3] })))).toBe(
      '« Ateliers » et « Navette » sont à égalité, 3,00 sur 5, après 1 participant.',
    );
  });

  it('says what has no total yet, and why', () => {
    const partial = judged({ SIG: [4, null, 3, 3] });
    expect(plain(selectionLead(partial))).toBe(
      '« Navette » vient en tête avec 3,00 sur 5, après 1 participant. 1 fiche attend une note sur chaque critère qui pèse.',
    );
    expect(plain(missingLine(partial.resultats[0]!, criteres))).toBe('Pas de total : aucune note sur « Coût ».');
    const none = judged({ SIG: [4, null, 3, null] });
    expect(plain(selectionLead(none))).toBe(
      'Après 1 participant, aucune fiche n’a de total. 2 fiches attendent une note sur chaque critère qui pèse.',
    );
  });
});

describe('scores', () => {
  it('show how far apart participants are', () => {
    const basket = judged({ SIG: [0, 3, 3, 3], DSI: [5, 3, 3, 2] });
    const [need, cost] = basket.resultats[0]!.criteres;
    expect(spreadLine(need!)).toBe('de 0 à 5');
    expect(spreadLine(cost!)).toBe('tous à 3');
    expect(plain(averageLine(need!))).toBe('Besoin : 2,5 en moyenne, 2 notes, de 0 à 5');
    expect(plain(disagreementSentence(basket)!)).toBe(
      'C’est sur « Besoin », pour « Ateliers », que les avis divergent le plus : de 0 à 5.',
    );
    expect(disagreementSentence(judged({ SIG: [2, 3, 3, 3], DSI: [4, 3, 3, 2] }))).toBeNull();
  });

  it('are written as French readers expect', () => {
    expect(formatScore(10 / 3)).toBe('3,3');
    expect(formatScore(3, 2)).toBe('3,00');
  });
});

describe('composing', () => {
  const draft = { title: 'Comité', sheetCount: 2, criteria: criteres };
  it('says how many sheets are chosen', () => {
    expect(plain(compositionLead(0))).toContain('Aucune fiche n’est encore choisie.');
    expect(plain(compositionLead(1))).toContain('1 fiche est choisie.');
  });

  it('says what is missing, one thing at a time', () => {
    expect(whyNotCreated(draft)).toBeNull();
    expect(whyNotCreated({ ...draft, sheetCount: 0 })).toBe('Choisir au moins une fiche.');
    expect(whyNotCreated({ ...draft, sheetCount: 21 })).toContain('20 au plus');
    expect(whyNotCreated({ ...draft, title: '  ' })).toContain('titre');
    expect(whyNotCreated({ ...draft, criteria: [] })).toContain('critère');
    expect(whyNotCreated({ ...draft, criteria: [...criteres, { libelle: ' ', poids: 1 }] })).toContain('Nommer');
    expect(whyNotCreated({ ...draft, criteria: [...criteres, { libelle: 'Coût ', poids: 1 }] })).toContain('Coût');
    expect(whyNotCreated({ ...draft, criteria: [{ libelle: 'Coût', poids: 0 }] })).toContain('poids');
  });
});
