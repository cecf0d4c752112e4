import { describe, expect, it } from 'vitest';
import { defaultTableChoices, parseTableChoices, tableAddress } from './table-choices.ts';

const within = { epci: '200056232', departement: null, edition: null };

describe('the address of a table', () => {
  it('is that of one indicator, at its period', () => {
    expect(tableAddress({ ...defaultTableChoices, period: '2018-T1' }, ['couverture-ftth'], within)).toEqual({
      path: 'indicateurs/couverture-ftth/valeurs',
      parameters: { niveau: 'commune', epci: '200056232', departement: null, edition: null, periode: '2018-T1' },
    });
  });

  it('is a common table for several indicators, whose period is the latest of each, or all', () => {
    const two = ['couverture-ftth', 'locaux-a-raccorder'] as const;
    expect(tableAddress({ ...defaultTableChoices, period: '2018-T1' }, two, within).parameters.periode).toBeNull();
    expect(tableAddress({ ...defaultTableChoices, period: 'toutes' }, two, within)).toMatchObject({
      path: 'tableau',
      parameters: { indicateurs: 'couverture-ftth|locaux-a-raccorder', periode: 'toutes' },
    });
  });

  it('filters projects by their facet', () =>
    expect(tableAddress({ ...defaultTableChoices, subject: 'projets' }, [], within).parameters).toMatchObject({
      epcis: '200056232',
    }));
});

it('falls back field by field on what an address says amiss', () => {
  const parameters: Record<string, string> = {
    jeu: 'x',
    indicateurs: 'nope|couverture-thd|couverture-thd',
    periodes: '20',
  };
  expect(parseTableChoices((name) => parameters[name] ?? '')).toEqual({
    ...defaultTableChoices,
    indicators: ['couverture-thd'],
  });
});
