/** Referenced projects: points where a site is known; most are of a territory, and have none. */
import { themes } from '../../../data/catalogue/themes.ts';
import type { Project } from '../../contract-projects.ts';
import type { ApiDependencies } from '../../dependencies.ts';
import { readProjects } from '../../sql/projects.ts';
import { daysOf } from '../days.ts';
import type { Collection, DayInterval, Row } from '../declare.ts';
import { extentOf } from '../extent.ts';

function toRow(project: Project): Row {
  return {
    id: project.id,
    when: duration(project),
    place: project.position && { kind: 'point', position: project.position },
    properties: {
      id: project.id,
      titre: project.titre,
      resume: project.resume,
      theme: project.theme,
      theme_libelle: themes.find(({ id }) => id === project.theme)?.label ?? null,
      phase: project.phase,
      etat: project.etat,
      porteur: project.porteur,
      porteur_siren: project.porteurSiren,
      porteur_type: project.porteurType,
      niveau: project.niveau,
      communes: project.communes,
      epci: project.epci,
      lieu: project.lieu,
      budget_eur: project.budgetEuros,
      financeurs: project.financeurs,
      partenaires: project.partenaires,
      ouvert: project.ouvert,
      debut: project.dateDebut ?? project.dateDebutPrevue,
      fin: project.dateFin ?? project.dateFinPrevue,
      parent: project.parent,
      source_url: project.sourceUrl,
      source_date: project.sourceDate,
      confiance: project.confiance,
    },
  };
}

/** From its start to its end, foreseen where nothing else is known; a missing end is open; without any, no time. */
function duration(project: Project): DayInterval | null {
  const start = daysOf(project.dateDebut ?? project.dateDebutPrevue);
  const end = daysOf(project.dateFin ?? project.dateFinPrevue);
  return start || end ? { from: start?.from ?? null, to: end?.to ?? null } : null;
}

const read = async ({ database }: ApiDependencies, id: string | null) =>
  (await readProjects(database, id === null ? {} : { id })).projects.map(toRow);

export const projects: Collection = {
  id: 'projets',
  title: 'Projets recensés',
  description:
    'Projets numériques déclarés par une collectivité ou trouvés dans une page publique. Un projet sans site connu n’a pas de géométrie : son territoire est dans communes et epci.',
  keywords: ['projet', 'SDUSN'],
  geometry: 'point',
  properties: [
    { name: 'id', title: 'Identifiant', type: 'string' },
    { name: 'titre', title: 'Titre', type: 'string' },
    { name: 'resume', title: 'Résumé', type: 'string' },
    { name: 'theme', title: 'Thème', type: 'string', description: themes.map(({ id }) => id).join(', ') },
    { name: 'theme_libelle', title: 'Libellé du thème', type: 'string' },
    { name: 'phase', title: 'Phase à la date de la source', type: 'string' },
    { name: 'etat', title: 'État', type: 'string' },
    { name: 'porteur', title: 'Porteur', type: 'string' },
    { name: 'porteur_siren', title: 'SIREN du porteur', type: 'string' },
    { name: 'porteur_type', title: 'Type de porteur', type: 'string' },
    { name: 'niveau', title: 'Niveau du territoire concerné', type: 'string' },
    { name: 'communes', title: 'Codes INSEE des communes', type: 'strings' },
    { name: 'epci', title: 'SIREN des EPCI', type: 'strings' },
    { name: 'lieu', title: 'Lieu', type: 'string' },
    { name: 'budget_eur', title: 'Budget (euros)', type: 'number' },
    { name: 'financeurs', title: 'Financeurs', type: 'strings' },
    { name: 'partenaires', title: 'Partenaires', type: 'strings' },
    { name: 'ouvert', title: 'Ouvert à d’autres collectivités', type: 'boolean' },
    { name: 'debut', title: 'Début', type: 'string', description: 'Année, mois ou jour ; à défaut, tel que prévu.' },
    { name: 'fin', title: 'Fin', type: 'string', description: 'Année, mois ou jour ; à défaut, telle que prévue.' },
    { name: 'parent', title: 'Projet parent', type: 'string' },
    { name: 'source_url', title: 'Page de la source', type: 'string' },
    { name: 'source_date', title: 'Date de la source', type: 'string' },
    { name: 'confiance', title: 'Confiance', type: 'string', description: 'haute, moyenne ou basse' },
  ],
  time: 'La durée du projet, de son début à sa fin ; un bout inconnu est ouvert.',
  sources: ['projets-recenses'],
  readRows: async (dependencies, { id }) => ({ rows: await read(dependencies, id), period: null }),
  readExtent: async (dependencies) => extentOf(await read(dependencies, null)),
};
