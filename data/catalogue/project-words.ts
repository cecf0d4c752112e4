/** The closed lists of the sheets, of decisions and of the census, each with what people read. */

/** @returns the identifiers, in order; never none. */
function toIds<Labels extends object>(labels: Labels): readonly [keyof Labels & string, ...(keyof Labels & string)[]] {
  return Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]];
}

export const projectPhaseLabels = {
  idee: 'Idée',
  etude: 'Étude',
  operation: 'Opération',
  termine: 'Terminé',
  abandonne: 'Abandonné',
} as const;
export type ProjectPhase = keyof typeof projectPhaseLabels;
export const projectPhases = toIds(projectPhaseLabels);

export const projectStateLabels = {
  'en-cours': 'En cours',
  'en-retard': 'En retard',
  'en-pause': 'En pause',
  bloque: 'Bloqué',
} as const;
export type ProjectState = keyof typeof projectStateLabels;
export const projectStates = toIds(projectStateLabels);

export const projectLevelLabels = {
  commune: 'Commune',
  epci: 'EPCI',
  departement: 'Département',
  autre: 'Autre périmètre',
} as const;
export type ProjectLevel = keyof typeof projectLevelLabels;
export const projectLevels = toIds(projectLevelLabels);

export const carrierTypeLabels = {
  commune: 'Commune',
  epci: 'EPCI',
  departement: 'Département',
  region: 'Région',
  etat: 'État',
  syndicat: 'Syndicat',
  'etablissement-public': 'Établissement public',
  association: 'Association',
  entreprise: 'Entreprise',
  autre: 'Autre organisme',
} as const;
export type CarrierType = keyof typeof carrierTypeLabels;
export const carrierTypes = toIds(carrierTypeLabels);

export const decisionLabels = { retenu: 'Retenu', differe: 'Différé', ecarte: 'Écarté' } as const;
export type Decision = keyof typeof decisionLabels;
export const decisions = toIds(decisionLabels);

export const confidenceLabels = { haute: 'Haute', moyenne: 'Moyenne', basse: 'Basse' } as const;
export type Confidence = keyof typeof confidenceLabels;
export const confidences = toIds(confidenceLabels);

export const censusStatusLabels = {
  repondu: 'A répondu',
  'en-cours': 'Réponse en cours',
  'sans-reponse': 'Sans réponse',
} as const;
export type CensusStatus = keyof typeof censusStatusLabels;
export const censusStatuses = toIds(censusStatusLabels);

/** Of a sheet of the catalogue; an example commits nobody. */
export const sheetStatusLabels = { exemple: 'Exemple', publiee: 'Publiée' } as const;
export type SheetStatus = keyof typeof sheetStatusLabels;
export const sheetStatuses = toIds(sheetStatusLabels);
