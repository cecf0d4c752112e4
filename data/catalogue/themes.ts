/** The thirteen themes of the schema, in the order in which they are read. */
import type { ThemeDeclaration } from './declare.ts';

export const themes = [
  {
    id: 'infrastructures-connectivite',
    label: 'Infrastructures et connectivité',
    description: 'Réseaux fixes et mobiles, wifi public, objets connectés.',
    color: '#0072b2',
    isShared: true,
  },
  {
    id: 'inclusion-mediation',
    label: 'Inclusion et médiation',
    description: 'Accompagner les personnes éloignées du numérique.',
    color: '#e69f00',
    isShared: true,
  },
  {
    id: 'e-administration',
    label: 'E-administration',
    description: 'Démarches et relation des habitants avec l’administration.',
    color: '#009e73',
    isShared: false,
  },
  {
    id: 'e-education',
    label: 'E-éducation',
    description: 'Équipement et usages numériques de l’école à l’université.',
    color: '#cc79a7',
    isShared: false,
  },
  {
    id: 'e-sante-social',
    label: 'E-santé et social',
    description: 'Télémédecine, maintien à domicile, action sociale.',
    color: '#d55e00',
    isShared: false,
  },
  {
    id: 'mobilite-transport',
    label: 'Mobilité et transport',
    description: 'Information voyageurs, covoiturage, gestion du trafic.',
    color: '#56b4e9',
    isShared: false,
  },
  {
    id: 'tourisme-culture',
    label: 'Tourisme et culture',
    description: 'Patrimoine, médiathèques, offre culturelle et touristique.',
    color: '#8a6bbe',
    isShared: false,
  },
  {
    id: 'environnement-energie',
    label: 'Environnement et énergie',
    description: 'Bâtiments, eau, déchets, qualité de l’air, sobriété.',
    color: '#5b8c2a',
    isShared: false,
  },
  {
    id: 'developpement-economique',
    label: 'Développement économique',
    description: 'Entreprises, tiers-lieux, innovation, emploi.',
    color: '#a6761d',
    isShared: false,
  },
  {
    id: 'securite-tranquillite',
    label: 'Sécurité et tranquillité',
    description: 'Vidéoprotection, alerte, gestion des risques.',
    color: '#4d5a66',
    isShared: false,
  },
  {
    id: 'vie-citoyenne',
    label: 'Participation citoyenne',
    description: 'Consultations, budgets participatifs, dialogue avec les élus.',
    color: '#c2417c',
    isShared: false,
  },
  {
    id: 'donnees-sig',
    label: 'Données et SIG',
    description: 'Données ouvertes, information géographique, gouvernance.',
    color: '#1b8a8f',
    isShared: true,
  },
  {
    id: 'cybersecurite-cloud',
    label: 'Cybersécurité et cloud',
    description: 'Protection des systèmes, hébergement mutualisé.',
    color: '#7a3b2e',
    isShared: true,
  },
] as const satisfies readonly ThemeDeclaration[];

export type ThemeId = (typeof themes)[number]['id'];
export const themeIds = themes.map((theme) => theme.id) as readonly ThemeId[];
