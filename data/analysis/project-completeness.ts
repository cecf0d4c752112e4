/** What a project's sheet says and does not say, and why each thing matters to whoever decides. */
import { fundersOf, type ProjectFacts } from './project-facts.ts';

interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly isMet: (project: ProjectFacts) => boolean;
}

/** In the order in which they are read. Titles, summaries, themes and carriers are never absent: they are required. */
const criteria: readonly Criterion[] = [
  {
    id: 'objectifs',
    label: 'Objectifs',
    why: 'sans objectif écrit, personne ne peut dire si le projet a réussi',
    isMet: ({ objectifs }) => objectifs !== null,
  },
  {
    id: 'porteur_siren',
    label: 'SIREN du porteur',
    why: 'il relie la fiche aux subventions, aux marchés et aux autres fichiers publics',
    isMet: ({ porteurSiren }) => porteurSiren !== null,
  },
  {
    id: 'territoire',
    label: 'Communes ou EPCI',
    why: 'sans territoire précis, le projet n’apparaît pas sur la carte',
    isMet: ({ niveau, communes, epci }) => niveau === 'departement' || communes.length + epci.length > 0,
  },
  {
    id: 'publics',
    label: 'Publics',
    why: 'savoir à qui il s’adresse évite deux projets pour les mêmes et aucun pour les autres',
    isMet: ({ publics }) => publics.length > 0,
  },
  {
    id: 'debut',
    label: 'Date de début',
    why: 'sans date, il n’entre pas dans le calendrier',
    isMet: ({ dateDebut, dateDebutPrevue }) => (dateDebut ?? dateDebutPrevue) !== null,
  },
  {
    id: 'fin',
    label: 'Date de fin',
    why: 'sans échéance, un retard ne se voit pas',
    isMet: ({ dateFin, dateFinPrevue }) => (dateFin ?? dateFinPrevue) !== null,
  },
  {
    id: 'budget',
    label: 'Budget',
    why: 'les sommes par thème et par EPCI ne comptent que les fiches qui en ont un',
    isMet: ({ budgetEuros }) => budgetEuros !== null,
  },
  {
    id: 'financeurs',
    label: 'Financeurs',
    why: 'savoir qui paie dit ce qui peut être reconduit',
    isMet: (project) => fundersOf(project).length > 0,
  },
  {
    id: 'ouvert',
    label: 'Ouverture à d’autres collectivités',
    why: 'c’est la première question pour mutualiser',
    isMet: ({ ouvert }) => ouvert !== null,
  },
  {
    id: 'effets_attendus',
    label: 'Effets attendus',
    why: 'ils disent ce qui sera mesuré',
    isMet: ({ effetsAttendus }) => effetsAttendus !== null,
  },
  {
    id: 'besoins',
    label: 'Besoins auxquels il répond',
    why: 'ils relient le projet aux écarts mesurés sur le territoire',
    isMet: ({ besoins }) => besoins.length > 0,
  },
  {
    id: 'source_date',
    label: 'Date de la source',
    why: 'sans date, on ne sait pas si la fiche dit encore vrai',
    isMet: ({ sourceDate, dateMaj }) => (sourceDate ?? dateMaj) !== null,
  },
];

export interface Completeness {
  readonly met: number;
  readonly total: number;
  readonly missing: readonly { readonly id: string; readonly label: string; readonly why: string }[];
}

export function completenessOf(project: ProjectFacts): Completeness {
  const missing = criteria.filter(({ isMet }) => !isMet(project));
  return {
    met: criteria.length - missing.length,
    total: criteria.length,
    missing: missing.map(({ id, label, why }) => ({ id, label, why })),
  };
}
