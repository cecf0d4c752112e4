import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import {
  formatCount,
  formatCountOf,
  formatDate,
  formatEuros,
  formatPartialDate,
  formatPeriod,
  formatPoints,
  formatRatio,
  formatValue,
} from './numbers.ts';

const answer = (valeur: number | string | null, raison: string | null = null) =>
  ({ valeur, etat: 'valeur', raison }) as const;

describe('numbers for French readers', () => {
  it.each([
    [0.9683, '96,8\u202f%'],
    [1, '100\u202f%'],
    [0, '0\u202f%'],
    [1.239, '123,9\u202f%'],
    [0.99978, '99,98\u202f%'],
    [0.9999, '99,99\u202f%'],
    [0.99999, '>\u202f99,99\u202f%'],
    [0.00001, '<\u202f0,01\u202f%'],
    [0.94, '94,0\u202f%'],
  ])('writes the ratio %d as %s', (ratio, text) => {
    expect(formatRatio(ratio)).toBe(text);
  });

  it('never writes an incomplete coverage as complete', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (ratio) => {
        expect(formatRatio(ratio)).not.toMatch(/^100/);
      }),
    );
  });

  it('parts thousands with a narrow no-break space, and takes the true minus', () => {
    expect(formatCount(22801)).toBe('22\u202f801');
    expect(formatCount(-1234)).toBe('\u22121\u202f234');
  });

  it('signs points and gets their plural right', () => {
    expect(formatPoints(0.034)).toBe('+3,4\u00a0points');
    expect(formatPoints(-0.012)).toBe('\u22121,2\u00a0point');
    expect(formatPoints(0)).toBe('0,0\u00a0point');
  });

  it('gets singular and plural right', () => {
    expect([0, 1, 2].map((count) => formatCountOf(count, 'local', 'locaux'))).toEqual([
      '0\u00a0local',
      '1\u00a0local',
      '2\u00a0locaux',
    ]);
  });

  it('writes money short', () => {
    expect(formatEuros(3350000)).toBe('3,35\u00a0M€');
    expect(formatEuros(45000)).toBe('45\u202f000\u00a0€');
  });
});

describe('dates and periods', () => {
  it('keeps dates as precise as they were published', () => {
    expect(formatDate('2027-01-31')).toBe('31/01/2027');
    expect(formatDate('2026-09-01T08:00:00Z')).toBe('01/09/2026');
    expect(['2024', '2024-05', '2024-05-06'].map(formatPartialDate)).toEqual(['2024', 'mai 2024', '06/05/2024']);
  });

  it('writes quarters, days and years', () => {
    expect(['2026-T2', '2025-10-20', '2021'].map(formatPeriod)).toEqual(['T2\u00a02026', '20/10/2025', '2021']);
  });
});

describe('values', () => {
  it('carry their unit', () => {
    expect(formatValue(answer(0.5), requireIndicator('couverture-ftth'), 'commune')).toBe('50,0\u202f%');
    expect(formatValue(answer(1850), requireIndicator('locaux-a-raccorder'), 'commune')).toBe('1\u202f850\u00a0locaux');
    expect(formatValue(answer(1), requireIndicator('projets'), 'commune')).toBe('1\u00a0projet');
    expect(formatValue(answer('2027-01-31'), requireIndicator('fermeture-cuivre'), 'commune')).toBe('31/01/2027');
    expect(formatValue(answer('tres-dense'), requireIndicator('zone-reglementaire'), 'commune')).toBe(
      'Zone très dense',
    );
    expect(formatValue(answer('coax'), requireIndicator('meilleure-technologie'), 'commune')).toBe('Câble coaxial');
  });

  it('tell an answer without a number from an unknown and from a secret', () => {
    const closure = requireIndicator('fermeture-cuivre');
    expect(formatValue(answer(null, 'non-prevu'), closure, 'commune')).toBe('non prévu');
    expect(formatValue({ valeur: null, etat: 'non-disponible', raison: null }, closure, 'commune')).toBe(
      'non disponible',
    );
    expect(formatValue({ valeur: null, etat: 'secret', raison: null }, closure, 'commune')).toBe('secret statistique');
  });
});
