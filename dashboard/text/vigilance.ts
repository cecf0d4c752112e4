/** Words of the points of vigilance: what was seen, how much of it, and where to read the list. */
import type { Vigilance } from '../../data/analysis/vigilance.ts';
import { type DepartementName, ofDepartement } from './departement-name.ts';
import { formatCount, formatCountOf, formatDate, formatRatio, plural } from './numbers.ts';

export const vigilance = {
  title: 'Points de vigilance',
  none: 'Aucun point de vigilance dans les données chargées.',
  see: {
    below: 'Voir le tableau des communes',
    copper: 'Voir le calendrier par commune',
    zones: 'Voir les zones sur la carte',
    places: 'Voir les lieux sur la carte',
    sheets: 'Voir les projets',
    census: 'Voir qui a répondu',
  },
} as const;

export type VigilanceKind = keyof typeof vigilance.see;

export interface VigilanceBlock {
  readonly kind: VigilanceKind;
  readonly figure: string;
  readonly title: string;
  /** The first ones, by name. */
  readonly detail: string;
}

const shortLength = 3;

export interface VigilanceContext {
  readonly departement: DepartementName;
  readonly isInside: boolean;
  readonly nameOf: (code: string) => string;
}

/** Only the blocks that have something to say. */
export function vigilanceBlocks(
  seen: Vigilance,
  { departement, isInside, nameOf }: VigilanceContext,
): VigilanceBlock[] {
  const { belowRate, closingEarly, zones, places, silentSheets, unanswered } = seen;
  const lacking = closingEarly.reduce((sum, commune) => sum + (commune.lacking ?? 0), 0);
  const block = (isThere: boolean, given: VigilanceBlock) => (isThere ? [given] : []);
  return [
    ...block(belowRate.length > 0, {
      kind: 'below',
      figure: formatCount(belowRate.length),
      title: `${plural(belowRate.length, 'commune', 'communes')} sous le taux de fibre ${ofDepartement(departement)}`,
      detail: listed(
        belowRate.map(({ nom, fibreRatio }) => `${nom} (${formatRatio(fibreRatio ?? 0)})`),
        belowRate.length,
      ),
    }),
    ...block(closingEarly.length > 0, {
      kind: 'copper',
      figure: formatCount(closingEarly.length),
      title: `${plural(closingEarly.length, 'commune dont', 'communes dont')} le cuivre doit fermer, où ${formatCountOf(lacking, 'local attend', 'locaux attendent')} la fibre`,
      detail: listed(
        closingEarly.map(
          ({ nom, closesOn, lacking: premises }) =>
            `${nom} (${formatDate(closesOn ?? '')}, ${formatCountOf(premises ?? 0, 'local', 'locaux')})`,
        ),
        closingEarly.length,
      ),
    }),
    ...block(zones.length > 0, {
      kind: 'zones',
      figure: formatCount(zones.reduce((sum, zone) => sum + zone.lacking, 0)),
      title: 'locaux à raccorder, par zone et par opérateur',
      detail: listed(
        zones.map((zone) => `${zone.zone}, ${zone.operator}\u00a0: ${formatCount(zone.lacking)}`),
        zones.length,
      ),
    }),
    ...block(places.over12 + places.undated > 0, {
      kind: 'places',
      figure: formatCount(places.over12),
      title: `${plural(places.over12, 'lieu décrit', 'lieux décrits')} il y a un an ou plus`,
      detail: sentence([
        places.over18 > 0 ? `dont ${formatCount(places.over18)} il y a dix-huit mois ou plus` : null,
        places.undated > 0 ? `${formatCountOf(places.undated, 'lieu', 'lieux')} sans date` : null,
      ]),
    }),
    ...block(silentSheets.over12 + silentSheets.undated > 0, {
      kind: 'sheets',
      figure: formatCount(silentSheets.over12),
      title: `${plural(silentSheets.over12, 'fiche', 'fiches')} de projet sans nouvelle depuis un an ou plus`,
      detail: sentence([
        silentSheets.undated > 0
          ? `${formatCountOf(silentSheets.undated, 'autre fiche', 'autres fiches')} sans date`
          : null,
      ]),
    }),
    ...block(unanswered.length > 0, {
      kind: 'census',
      figure: formatCount(unanswered.length),
      title: 'EPCI sans réponse au recensement des projets',
      detail: isInside ? '' : listed(unanswered.map(nameOf), unanswered.length),
    }),
  ];
}

function listed(names: readonly string[], count: number): string {
  const rest = count - shortLength;
  const shown = names.slice(0, shortLength);
  if (rest <= 0) return `${shown.join('\u00a0; ')}.`;
  return `${shown.join('\u00a0; ')}\u00a0; et ${formatCountOf(rest, 'autre', 'autres')}.`;
}

function sentence(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null).join('\u00a0; ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
