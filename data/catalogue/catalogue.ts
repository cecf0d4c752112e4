/**
 * The ordered registries, and the id types that follow from them.
 * Order matters: it is the order of the picker, of the method page and of every list.
 */
import type { IndicatorDeclaration } from './declare.ts';
import couverture1g from './indicators/couverture-1g.ts';
import couvertureFtth from './indicators/couverture-ftth.ts';
import couvertureThd from './indicators/couverture-thd.ts';
import couvertureThdFilaire from './indicators/couverture-thd-filaire.ts';
import evolutionFtth from './indicators/evolution-ftth.ts';
import fermetureCuivre from './indicators/fermeture-cuivre.ts';
import locauxARaccorder from './indicators/locaux-a-raccorder.ts';
import locauxExposesCuivre from './indicators/locaux-exposes-cuivre.ts';
import meilleureTechnologie from './indicators/meilleure-technologie.ts';
import niveauDeVieMedian from './indicators/niveau-de-vie-median.ts';
import part75AnsEtPlus from './indicators/part-75-ans-et-plus.ts';
import presenceNumerique from './indicators/presence-numerique.ts';
import presenceNumeriqueHabitants from './indicators/presence-numerique-habitants.ts';
import projets from './indicators/projets.ts';
import sites4g from './indicators/sites-4g.ts';
import sites5g from './indicators/sites-5g.ts';
import zoneReglementaire from './indicators/zone-reglementaire.ts';
import type { MeasureId } from './measures.ts';
import type { SourceId } from './source-ids.ts';
import type { ThemeId } from './themes.ts';
import communes from './tilesets/communes.ts';
import epci from './tilesets/epci.ts';
import immeubles from './tilesets/immeubles.ts';

export type Indicator = IndicatorDeclaration<ThemeId, SourceId, MeasureId>;

export const indicators = [
  couvertureFtth,
  locauxARaccorder,
  evolutionFtth,
  couvertureThd,
  couvertureThdFilaire,
  couverture1g,
  meilleureTechnologie,
  fermetureCuivre,
  locauxExposesCuivre,
  zoneReglementaire,
  sites4g,
  sites5g,
  presenceNumerique,
  presenceNumeriqueHabitants,
  niveauDeVieMedian,
  part75AnsEtPlus,
  projets,
] as const satisfies readonly Indicator[];

export type IndicatorId = (typeof indicators)[number]['id'];
export const indicatorIds = indicators.map((indicator) => indicator.id) as readonly IndicatorId[];

/** @returns the declaration, or undefined for an id that is not in the registry. */
export function findIndicator(id: string): Indicator | undefined {
  return indicators.find((indicator) => indicator.id === id);
}

/** @throws Error when the id is not in the registry: a defect of a declaration, never of a person's input. */
export function requireIndicator(id: string): Indicator {
  const indicator = findIndicator(id);
  if (!indicator) throw new Error(`no indicator "${id}" in data/catalogue/catalogue.ts`);
  return indicator;
}

export const tilesets = [communes, epci] as const;
/** There only when their source is loaded. */
export const pointTilesets = [immeubles] as const;
