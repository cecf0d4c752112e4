/** An invented project for tests, of which everything that is not given is unknown. */
import type { ProjectFacts } from './project-facts.ts';

export function testProject(given: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    id: 'p',
    parent: null,
    titre: 'Projet inventé',
    objectifs: null,
    theme: 'e-education',
    porteur: 'Ville de Test',
    porteurSiren: null,
    porteurType: null,
    niveau: 'commune',
    communes: [],
    epci: [],
    publics: [],
    phase: 'operation',
    etat: null,
    dateDebutPrevue: null,
    dateFinPrevue: null,
    dateDebut: null,
    dateFin: null,
    budgetEuros: null,
    financeurs: [],
    financements: [],
    ouvert: null,
    effetsAttendus: null,
    besoins: [],
    sourceDate: null,
    dateMaj: null,
    confiance: 'haute',
    ...given,
  };
}
