/** The facts of a view, for tests: the whole Essonne by commune, latest period, nothing chosen. */
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { testValue } from '../layers/testing-value.ts';
import type { Facts } from './sentences.ts';

export function testFacts(indicator: string, change: Partial<Facts> = {}): Facts {
  return {
    indicator: requireIndicator(indicator),
    departement: { code: '91', nom: 'Essonne' },
    epci: null,
    extent: 'partie',
    level: 'commune',
    period: '2026-T2',
    isLatest: true,
    since: null,
    deadline: null,
    total: testValue('Essonne', null),
    communes: [],
    epcis: [],
    gap: null,
    exposed: null,
    projects: [],
    theme: null,
    ...change,
  };
}
