import { expect, it } from 'vitest';
import type { Place, Territory } from '../../api/contract.ts';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import type { LayerInput } from './declare.ts';
import places from './places.ts';
import { makeScale } from './scale.ts';

const place = (id: string, rest: Partial<Place>): Place => ({
  id,
  nom: id,
  type: 'france-services',
  dispositifs: [],
  itinerant: false,
  services: [],
  publics: [],
  acces: [],
  priseEnCharge: [],
  adresse: null,
  codePostal: null,
  commune: '91228',
  communeNom: 'Évry-Courcouronnes',
  epci: '200059228',
  position: [2.44, 48.63],
  horaires: null,
  horairesPrecision: null,
  horairesLus: null,
  horairesEtat: 'non-communiques',
  site: null,
  confiance: 'moyenne',
  sources: [],
  ...rest,
});
const indicator = requireIndicator('couverture-ftth');
const evry = { code: '91228', epci: { code: '200059228', nom: 'Grand Paris Sud' } } as Territory;

function codes(list: readonly Place[], filter: string | null): string[] {
  const input: LayerInput = {
    level: 'commune',
    filter,
    onlyClass: null,
    theme: null,
    sizeRatio: 1,
    indicator,
    scale: makeScale(indicator, 'commune', [], 'jenks', 5),
    values: [],
    communes: [evry],
    epci: [],
    projects: [],
    places: list,
  };
  return places.draw(input).circles.map(({ code }) => code);
}

it('draws only the places whose position is known', () => {
  expect(codes([place('a', {}), place('b', { position: null }), place('c', { commune: null })], null)).toEqual([
    '91228',
  ]);
});

it('follows the filter', () => {
  const list = [place('a', {}), place('b', { commune: '91001' })];
  expect(codes(list, '200059228')).toEqual(['91228']);
  expect(codes(list, null)).toEqual(['91228', '91001']);
});
