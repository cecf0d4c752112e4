/** A sheet of the catalogue, for tests: an example that says as little as a sheet may. */
import type { CatalogueSheet } from '../../api/contract-projects.ts';

export function testSheet(change: Partial<CatalogueSheet> = {}): CatalogueSheet {
  return {
    id: 'F001',
    statut: 'exemple',
    titre: 'Ateliers partagés',
    theme: 'inclusion-mediation',
    probleme: 'Les ateliers sont loin.',
    objectifs: [],
    prerequis: [],
    coutMinEuros: null,
    coutMaxEuros: null,
    coutPrecision: null,
    dureeMinMois: null,
    dureeMaxMois: null,
    porteursPossibles: ['EPCI'],
    mutualisation: null,
    exemples: [],
    indicateursResultat: [],
    dateMaj: null,
    decision: null,
    interets: [],
    ...change,
  };
}
