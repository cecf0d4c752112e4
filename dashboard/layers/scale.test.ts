import { describe, expect, it } from 'vitest';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { makeScale, patternOf } from './scale.ts';
import { testValue as value } from './testing-value.ts';

describe('makeScale', () => {
  it('gives every value the colour of its class, darker for more', () => {
    const values = [0.7, 0.8, 0.9, 0.95, 1].map((ratio, rank) => value(`9100${rank}`, ratio));
    const scale = makeScale(requireIndicator('couverture-ftth'), 'commune', values, 'egaux', 3);
    expect(scale.classes.map(({ label, count }) => [label, count])).toEqual([
      ['70,0\u202f% – 80,0\u202f%', 1],
      ['80,0\u202f% – 90,0\u202f%', 1],
      ['90,0\u202f% – 100\u202f%', 3],
    ]);
    expect(values.map(scale.colorOf)).toEqual([0, 1, 2, 2, 2].map((rank) => scale.classes[rank]?.color));
  });

  it('keeps the bounds of all periods when one is shown', () => {
    const early = [value('a', 0.1), value('b', 0.2)];
    const late = [value('a', 0.8), value('b', 0.9)];
    const scale = makeScale(requireIndicator('couverture-ftth'), 'commune', [...early, ...late], 'jenks', 4, late);
    expect(scale.bounds).toEqual([0.1, 0.2, 0.8, 0.9]);
    expect(scale.classes.map(({ count }) => count)).toEqual([0, 0, 1, 1]);
  });

  it('cuts an evolution at zero when some territories fall back', () => {
    const values = [-0.02, -0.01, 0.01, 0.03].map((points, rank) => value(String(rank), points));
    const scale = makeScale(requireIndicator('evolution-ftth'), 'commune', values, 'jenks', 3);
    expect(scale.bounds).toContain(0);
    expect(new Set(scale.classes.map(({ color }) => color)).size).toBe(scale.classes.length);
  });

  it('orders dates, the soonest darkest, and leaves an unforeseen date to its pattern', () => {
    const values = [
      value('a', '2029-01-31'),
      value('b', '2027-01-31'),
      value('c', null, { raison: 'non-prevu' }),
      value('d', null, { etat: 'non-disponible' }),
      value('e', null, { etat: 'secret' }),
    ];
    const scale = makeScale(requireIndicator('fermeture-cuivre'), 'commune', values, 'jenks', 5);
    expect(scale.classes.map(({ label }) => label)).toEqual(['31/01/2027', '31/01/2029']);
    expect(values.map(patternOf)).toEqual([null, null, 'non-prevu', 'non-disponible', 'secret']);
  });

  it('lists only the categories that are met', () => {
    const values = [value('a', 'tres-dense'), value('b', 'initiative-publique')];
    const scale = makeScale(requireIndicator('zone-reglementaire'), 'commune', values, 'jenks', 5);
    expect(scale.classes.map(({ key, count }) => [key, count])).toEqual([
      ['tres-dense', 1],
      ['initiative-publique', 1],
    ]);
  });

  it('has no class when nothing was received', () => {
    expect(makeScale(requireIndicator('couverture-ftth'), 'commune', [], 'jenks', 5).classes).toEqual([]);
  });
});
