/** What the address keeps of the screens of gaps: the measure, how a need is told, reach, sites, weights. */
import { type IndicatorId, indicatorIds } from '../../data/catalogue/catalogue.ts';

/** Lists of points of vigilance that can be open. */
export const watchedKinds = ['below', 'copper', 'zones', 'places', 'sheets', 'census'] as const;
export type WatchedKind = (typeof watchedKinds)[number];

/** A cell of the matrix whose detail is open. */
export interface OpenCell {
  readonly row: string;
  readonly theme: string;
}

export type SitePosition = readonly [longitude: number, latitude: number];

export const travelProfiles = ['voiture', 'pied'] as const;
export type TravelProfile = (typeof travelProfiles)[number];

export interface GapChoices {
  /** Indicator whose spread over communes is measured. */
  readonly measured: IndicatorId;
  /** How much worse than the département's, 0 to 1 of it, makes a need. */
  readonly needRatio: number;
  /** The cell whose detail is open, and the point of vigilance whose list is. */
  readonly cell: OpenCell | null;
  readonly watched: WatchedKind | null;
  /** Kind of place, and service; null: all. */
  readonly kind: string | null;
  readonly service: string | null;
  readonly limitKm: number;
  /** Travel time that replaces the distance; null: as the crow flies. */
  readonly limitMinutes: number | null;
  readonly profile: TravelProfile;
  /** Codes of the communes among which sites are looked for; empty: all those of the territory. */
  readonly candidates: readonly string[];
  /** How many next sites are looked for. */
  readonly siteCount: number;
  /** Sites that the person dropped on the map, in order. */
  readonly dropped: readonly SitePosition[];
  /** Whether an old list of places was accepted knowingly. */
  readonly isDated: boolean;
  /** Indicator → weight, 0 to 10, of the ranking; an empty record: those proposed. */
  readonly weights: Readonly<Partial<Record<IndicatorId, number>>>;
}

export const limitBoundsKm = { least: 0.5, most: 30 } as const;
export const limitBoundsMinutes = { least: 1, most: 60, byDefault: 15 } as const;
export const mostSites = 20;
/** So that an address that holds them can still be sent. */
export const mostCandidates = 100;

export const defaultGapChoices: GapChoices = {
  measured: 'locaux-a-raccorder',
  needRatio: 0.1,
  cell: null,
  watched: null,
  kind: null,
  service: null,
  limitKm: 5,
  limitMinutes: null,
  profile: 'voiture',
  candidates: [],
  siteCount: 3,
  dropped: [],
  isDated: false,
  weights: {},
};

/** How an address names them. */
const watchedNames: Readonly<Record<string, WatchedKind>> = {
  fibre: 'below',
  cuivre: 'copper',
  zones: 'zones',
  lieux: 'places',
  projets: 'sheets',
  recensement: 'census',
};

function clamped(text: string, least: number, most: number, fallback: number): number {
  const number = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? fallback : Math.min(most, Math.max(least, number));
}

function parsePosition(text: string): SitePosition | null {
  const [longitude = Number.NaN, latitude = Number.NaN, ...rest] = text.split(',').map(Number);
  const isSound = rest.length === 0 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  return isSound ? roundPosition([longitude, latitude]) : null;
}

/** To about ten metres, as the address keeps it. */
export function roundPosition([longitude, latitude]: SitePosition): SitePosition {
  return [Number(longitude.toFixed(4)) + 0, Number(latitude.toFixed(4)) + 0];
}

/** A cell that the matrix does not have opens nothing. */
function parseCell(text: string): OpenCell | null {
  const [, row, theme] = /^(\d{9}|\d[\dAB]\d{3}):([a-z-]{1,60})$/.exec(text) ?? [];
  return row === undefined || theme === undefined ? null : { row, theme };
}

/** Codes of communes in any text, each once, whatever stands between them. */
export function parseCandidates(text: string): string[] {
  return [...new Set(text.match(/\b\d[0-9AB]\d{3}\b/g) ?? [])].slice(0, mostCandidates);
}

function parseWeights(text: string): GapChoices['weights'] {
  const entries = text.split('|').flatMap((part) => {
    const [name = '', weight = ''] = part.split(':');
    const indicator = indicatorIds.find((id) => id === name);
    return indicator && /^\d{1,2}$/.test(weight) ? [[indicator, Math.min(10, Number(weight))] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** @param read the value of a parameter; empty when it is not there */
export function parseGapChoices(read: (name: string) => string): GapChoices {
  const fallback = defaultGapChoices;
  return {
    measured: indicatorIds.find((id) => id === read('mesure')) ?? fallback.measured,
    needRatio: clamped(read('ecart'), 0, 1, fallback.needRatio),
    cell: parseCell(read('case')),
    watched: watchedKinds.find((kind) => kind === watchedNames[read('vigilance')]) ?? null,
    kind: read('type').slice(0, 80) || null,
    service: read('service').slice(0, 120) || null,
    limitKm: clamped(read('km'), limitBoundsKm.least, limitBoundsKm.most, fallback.limitKm),
    limitMinutes:
      read('minutes') === ''
        ? null
        : Math.round(
            clamped(read('minutes'), limitBoundsMinutes.least, limitBoundsMinutes.most, limitBoundsMinutes.byDefault),
          ),
    profile: travelProfiles.find((id) => id === read('profil')) ?? fallback.profile,
    candidates: parseCandidates(read('candidats')),
    siteCount: Math.round(clamped(read('nombre'), 1, mostSites, fallback.siteCount)),
    dropped: read('sites')
      .split('|')
      .map((text) => (text === '' ? null : parsePosition(text)))
      .filter((position) => position !== null)
      .slice(0, mostSites),
    isDated: read('liste') === 'ancienne',
    weights: parseWeights(read('poids')),
  };
}

/** @param write names a parameter, its value, and the one that is left out */
export function writeGapChoices(
  choices: GapChoices,
  write: (name: string, value: string | null, fallback: string | null) => void,
): void {
  const fallback = defaultGapChoices;
  write('mesure', choices.measured, fallback.measured);
  write('ecart', String(choices.needRatio), String(fallback.needRatio));
  write('case', choices.cell && `${choices.cell.row}:${choices.cell.theme}`, null);
  write('vigilance', Object.keys(watchedNames).find((name) => watchedNames[name] === choices.watched) ?? null, null);
  write('type', choices.kind, null);
  write('service', choices.service, null);
  write('km', String(choices.limitKm), String(fallback.limitKm));
  write('minutes', choices.limitMinutes === null ? null : String(choices.limitMinutes), null);
  write('profil', choices.profile, fallback.profile);
  write('candidats', choices.candidates.join('|'), '');
  write('nombre', String(choices.siteCount), String(fallback.siteCount));
  write('sites', choices.dropped.map(([longitude, latitude]) => `${longitude},${latitude}`).join('|'), '');
  write('liste', choices.isDated ? 'ancienne' : null, null);
  write(
    'poids',
    Object.entries(choices.weights)
      .map(([indicator, weight]) => `${indicator}:${weight}`)
      .join('|'),
    '',
  );
}
