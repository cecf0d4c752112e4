/** How buildings are drawn: the state of each by colour and size, their number by cell from afar. Free of React. */
export interface BuildingState {
  readonly keys: readonly string[];
  readonly color: string;
  /** Beside the colour, for those who do not tell colours apart. */
  readonly radius: number;
}

/**
 * From what is done to what is not; Okabe–Ito, apart from each other and from the ink of places for every kind of colour
 * vision. What is left, which matters most, keeps a contrast of 3 on the ground of light and of dark pages.
 */
export const buildingStates = {
  deploye: { keys: ['deploye'], color: '#0072b2', radius: 3 },
  enCours: { keys: ['en-cours', 'signe'], color: '#e69f00', radius: 4 },
  surDemande: { keys: ['sur-demande'], color: '#cc79a7', radius: 4 },
  reste: { keys: ['cible', 'abandonne'], color: '#d55e00', radius: 5 },
} as const satisfies Record<string, BuildingState>;

export type BuildingStateId = keyof typeof buildingStates;

/** From this zoom on, each building is a point. */
export { default as buildingTileset } from '../../data/catalogue/tilesets/immeubles.ts';
