import { expect, it } from 'vitest';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import areas from './areas.ts';
import type { LayerInput } from './declare.ts';
import { makeScale } from './scale.ts';
import { testValue as value } from './testing-value.ts';

const indicator = requireIndicator('couverture-ftth');
const values = [value('a', 0.7), value('b', 0.99), value('c', null, { etat: 'non-disponible' })];

function draw(onlyClass: string | null) {
  const input: LayerInput = {
    level: 'commune',
    filter: null,
    onlyClass,
    theme: null,
    sizeRatio: 1,
    indicator,
    scale: makeScale(indicator, 'commune', values, 'egaux', 3),
    values,
    communes: [],
    epci: [],
    projects: [],
    places: [],
  };
  const { areas: drawn, patterns } = areas.draw(input);
  return { dimmed: [...drawn].filter(([, area]) => area.isDimmed).map(([code]) => code), patterns };
}

it('dims nothing while no class is chosen', () => {
  expect(draw(null)).toMatchObject({ dimmed: [], patterns: { 'non-disponible': ['c'] } });
});

it('dims what is outside the chosen class, hatches included', () => {
  expect(draw('0')).toMatchObject({ dimmed: ['b', 'c'], patterns: { 'non-disponible': [] } });
});

it('takes the absence of a value for a class', () => {
  expect(draw('non-disponible')).toMatchObject({ dimmed: ['a', 'b'], patterns: { 'non-disponible': ['c'] } });
});
