/** The exchange tables in the order in which they are published, each with an invented row that shows how it is filled. */
import type { RawRecord } from '../catalogue/raw-record.ts';
import { decisionTable } from './decisions.ts';
import type { TableField } from './declare.ts';
import { sheetTable } from './fiches.ts';
import { placeTable } from './lieux.ts';
import { projectTable } from './projets.ts';
import { censusTable } from './recensement.ts';

export interface PublishedTable {
  /** Its name in addresses and files. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly key: readonly string[];
  readonly fields: readonly TableField[];
  /** Column → cell of an invented row, which its own title says is one. */
  readonly example: RawRecord;
  /** @returns why the row is refused, each with its column; none when it is accepted */
  faultsOf(record: RawRecord): { column: string; message: string }[];
}

interface Publishable extends Pick<PublishedTable, 'fields'> {
  readonly row: {
    safeParse(record: RawRecord): { error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
  };
}

function publish({ fields, row }: Publishable, identity: Omit<PublishedTable, 'fields' | 'faultsOf'>): PublishedTable {
  return {
    ...identity,
    fields,
    faultsOf: (record) =>
      (row.safeParse(record).error?.issues ?? []).map(({ path, message }) => ({
        column: String(path[0] ?? ''),
        message,
      })),
  };
}

export const publishedTables: readonly PublishedTable[] = [
  publish(projectTable, {
    id: 'projets',
    title: 'Projets numériques recensés',
    description:
      'Un fait : un projet qu’une collectivité déclare, ou que dit une page publique. Un parent et ses parties ont chacun leur ligne.',
    key: ['id'],
    example: {
      id: 'EXEMPLE-1',
      titre: 'Exemple inventé : prêt de tablettes dans trois médiathèques',
      resume: 'Ligne inventée qui montre comment remplir le fichier.',
      objectifs: 'Donner accès au matériel aux habitants qui n’en ont pas.',
      theme: 'inclusion-mediation',
      porteur: 'Communauté d’agglomération Exemple',
      porteur_type: 'epci',
      niveau: 'epci',
      publics: 'Seniors|Jeunes',
      phase: 'operation',
      etat: 'en-cours',
      date_debut: '2026-03',
      date_fin_prevue: '2027-06-30',
      budget_eur: '12000',
      financeurs: 'Région Île-de-France',
      financements: 'Région Île-de-France:2026:8000',
      ouvert: 'oui',
      effets_attendus: '200 emprunts par an',
      besoins: 'couverture-thd',
      source_url: 'https://exemple.invalid/tablettes',
      source_date: '2026-02-10',
      confiance: 'haute',
      date_maj: '2026-11-26',
    },
  }),
  publish(sheetTable, {
    id: 'fiches',
    title: 'Fiches du catalogue d’actions',
    description:
      'Une action possible, écrite par le syndicat. Ce n’est pas un fait : les faits sont des projets recensés.',
    key: ['id'],
    example: {
      id: 'EXEMPLE-F1',
      statut: 'exemple',
      titre: 'Exemple inventé : un bus numérique partagé',
      theme: 'inclusion-mediation',
      probleme: 'Ligne inventée : des habitants sont loin de tout lieu d’accompagnement.',
      objectifs: 'Desservir chaque commune une fois par mois',
      prerequis: 'Un véhicule|Deux animateurs',
      cout_min_eur: '40000',
      cout_max_eur: '60000',
      cout_precision: 'Invention, pour l’exemple.',
      duree_min_mois: '6',
      duree_max_mois: '12',
      porteurs_possibles: 'EPCI|Département',
      mutualisation: 'Un seul bus pour plusieurs EPCI.',
      indicateurs_resultat: 'Personnes reçues par mois',
      date_maj: '2026-11-26',
    },
  }),
  publish(decisionTable, {
    id: 'decisions',
    title: 'Décisions sur les fiches du catalogue',
    description: 'Ce qui a été décidé de chaque fiche. Les fiches retenues forment la feuille de route.',
    key: ['fiche'],
    example: {
      fiche: 'EXEMPLE-F1',
      decision: 'retenu',
      instance: 'Comité inventé, pour l’exemple',
      date: '2026-11-26',
      motif: 'Ligne inventée qui montre comment remplir le fichier.',
      pilote: 'Service des usages numériques',
      date_debut_prevue: '2027-01',
      date_fin_prevue: '2027-12',
      jalons: '2027-03:Marché notifié|2027-09:Première tournée',
    },
  }),
  publish(censusTable, {
    id: 'recensement',
    title: 'Réponses des EPCI au recensement des projets',
    description: 'Sans réponse connue d’un EPCI, l’absence d’un projet ne dit rien.',
    key: ['epci'],
    example: { epci: '200000172', statut: 'repondu', date: '2026-11', precision: 'Ligne inventée, pour l’exemple.' },
  }),
  publish(placeTable, {
    id: 'lieux',
    title: 'Lieux d’accompagnement numérique',
    description: 'Les lieux où des personnes sont aidées. Ni téléphone ni courriel : ils ne sont pas repris.',
    key: ['id'],
    example: {
      id: 'EXEMPLE-L1',
      nom: 'Exemple inventé : espace numérique',
      type: 'espace-public-numerique',
      dispositif: 'Conseillers numériques',
      itinerance: 'Fixe',
      services: 'Maîtrise des outils numériques du quotidien',
      adresse: '1 rue de l’Exemple',
      code_postal: '91000',
      horaires: 'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00',
      site: 'https://exemple.invalid/',
      source_url: 'https://exemple.invalid/lieux',
      source_date: '2026-11',
      confiance: 'haute',
    },
  }),
];
