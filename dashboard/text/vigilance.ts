/** Words of the points of vigilance: what was seen, how much of it, and where to read the list. */
import type { Aged, Vigilance } from '../../data/analysis/vigilance.ts';
import { type DepartementName, ofDepartement } from './departement-name.ts';
import { formatCount, formatCountOf, formatDate, formatPartialDate, formatRatio, plural } from './numbers.ts';

export const vigilance = {
  title: 'Points de vigilance',
  none: 'Aucun point de vigilance dans les données chargées.',
  list: 'Voir la liste',
  closeList: 'Refermer la liste',
  columns: { name: 'Nom', told: 'Ce qui est dit' },
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
  /** All of them, in the order of urgency. */
  readonly items: readonly VigilanceItem[];
}

export interface VigilanceItem {
  /** Code of a commune or an EPCI, identifier of a place or a sheet; null for a zone. */
  readonly id: string | null;
  readonly name: string;
  readonly told: string;
}

const shortLength = 3;

export interface VigilanceContext {
  readonly departement: DepartementName;
  readonly isInside: boolean;
  /** Of a territory, a place or a sheet. */
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
  const items = {
    below: belowRate.map(({ code, nom, fibreRatio }) => ({ id: code, name: nom, told: formatRatio(fibreRatio ?? 0) })),
    copper: closingEarly.map(({ code, nom, closesOn, lacking: premises }) => ({
      id: code,
      name: nom,
      told: `${formatDate(closesOn ?? '')}, ${formatCountOf(premises ?? 0, 'local', 'locaux')}`,
    })),
    zones: zones.map(({ zone, operator, lacking: premises }) => ({
      id: null,
      name: operator === '' ? zone : `${zone}, ${operator}`,
      told: formatCountOf(premises, 'local', 'locaux'),
    })),
    places: agedItems(places, nameOf, 'mis à jour\u00a0: '),
    sheets: agedItems(silentSheets, nameOf, 'dernière nouvelle\u00a0: '),
    census: unanswered.map((code) => ({ id: code, name: nameOf(code), told: 'sans réponse' })),
  } satisfies Record<VigilanceKind, readonly VigilanceItem[]>;
  return [
    ...block(belowRate.length > 0, {
      kind: 'below',
      figure: formatCount(belowRate.length),
      title: `${plural(belowRate.length, 'commune', 'communes')} sous le taux de fibre ${ofDepartement(departement)}`,
      detail: listed(items.below),
      items: items.below,
    }),
    ...block(closingEarly.length > 0, {
      kind: 'copper',
      figure: formatCount(closingEarly.length),
      title: `${plural(closingEarly.length, 'commune dont', 'communes dont')} le cuivre doit fermer, où ${formatCountOf(lacking, 'local attend', 'locaux attendent')} la fibre`,
      detail: listed(items.copper),
      items: items.copper,
    }),
    ...block(zones.length > 0, {
      kind: 'zones',
      figure: formatCount(zones.reduce((sum, zone) => sum + zone.lacking, 0)),
      title: 'locaux à raccorder, par zone et par opérateur',
      detail: listed(items.zones),
      items: items.zones,
    }),
    ...block(items.places.length > 0, {
      kind: 'places',
      figure: formatCount(places.old.length),
      title: `${plural(places.old.length, 'lieu décrit', 'lieux décrits')} il y a un an ou plus`,
      detail: sentence([
        places.over18 > 0 ? `dont ${formatCount(places.over18)} il y a dix-huit mois ou plus` : null,
        places.undated.length > 0 ? `${formatCountOf(places.undated.length, 'lieu', 'lieux')} sans date` : null,
      ]),
      items: items.places,
    }),
    ...block(items.sheets.length > 0, {
      kind: 'sheets',
      figure: formatCount(silentSheets.old.length),
      title: `${plural(silentSheets.old.length, 'fiche', 'fiches')} de projet sans nouvelle depuis un an ou plus`,
      detail: sentence([
        silentSheets.undated.length > 0
          ? `${formatCountOf(silentSheets.undated.length, 'autre fiche', 'autres fiches')} sans date`
          : null,
      ]),
      items: items.sheets,
    }),
    ...block(unanswered.length > 0, {
      kind: 'census',
      figure: formatCount(unanswered.length),
      title: 'EPCI sans réponse au recensement des projets',
      detail: isInside ? '' : listed(items.census, false),
      items: items.census,
    }),
  ];
}

function agedItems({ old, undated }: Aged, nameOf: (id: string) => string, before: string): VigilanceItem[] {
  return [...old, ...undated].map(({ id, lastOn }) => ({
    id,
    name: nameOf(id),
    told: lastOn === null ? 'sans date' : `${before}${formatPartialDate(lastOn)}`,
  }));
}

function listed(items: readonly VigilanceItem[], isTold = true): string {
  const rest = items.length - shortLength;
  const shown = items.slice(0, shortLength).map(({ name, told }) => (isTold ? `${name} (${told})` : name));
  if (rest <= 0) return `${shown.join('\u00a0; ')}.`;
  return `${shown.join('\u00a0; ')}\u00a0; et ${formatCountOf(rest, 'autre', 'autres')}.`;
}

function sentence(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null).join('\u00a0; ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
