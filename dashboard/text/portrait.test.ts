import { expect, it } from 'vitest';
import type { Value } from '../../api/contract.ts';
import { portraitSentence } from './portrait.ts';

const value = (valeur: number | null): Value => ({
  code: 'x',
  nom: 'x',
  valeur,
  numerateur: null,
  denominateur: null,
  parts: null,
  etat: valeur === null ? 'non-disponible' : 'valeur',
  raison: null,
  alertes: [],
});

it.each([
  [
    0.943,
    0.968,
    10895,
    '94,3 % des locaux sont raccordables à la fibre, 2,5 points au-dessous du département. 10 895 locaux n’y sont pas encore raccordables.',
  ],
  [
    1,
    0.968,
    0,
    '100 % des locaux sont raccordables à la fibre, 3,2 points au-dessus du département. Aucun local n’y reste à raccorder.',
  ],
  [
    0.9683,
    0.9684,
    1,
    '96,8 % des locaux sont raccordables à la fibre, comme dans l’ensemble du département. 1 local n’y est pas encore raccordable.',
  ],
])('places %d against %d', (ratio, reference, gap, sentence) => {
  expect(portraitSentence(value(ratio), value(reference), value(gap))?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    sentence,
  );
});

it('says so when an EPCI is read whole', () => {
  expect(portraitSentence(value(0.9), null, null, 'l’EPCI')?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    '90,0 % des locaux de l’EPCI entier sont raccordables à la fibre.',
  );
});

it('says nothing of a coverage that is not known', () => {
  expect(portraitSentence(value(null), value(0.9), value(3))).toBeNull();
});
