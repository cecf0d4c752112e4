/** Words of the places where people are helped with digital services: on the map, in the panel. */
import type { Place } from '../../api/contract.ts';
import type { OpeningChoice } from '../../data/analysis/place-hours.ts';
import { formatCount, formatCountOf, formatPartialDate } from './numbers.ts';

export const kindNames: Readonly<Record<string, string>> = {
  autre: 'Lieu d’accompagnement',
  'centre-social': 'Centre social',
  coworking: 'Espace de travail partagé',
  epn: 'Espace public numérique',
  fablab: 'Fablab',
  'france-services': 'France services',
  'mairie-accueil': 'Mairie ou CCAS',
  mediatheque: 'Médiathèque',
  'micro-folie': 'Micro-Folie',
  'mission-locale': 'Mission locale',
  'point-numerique': 'Point numérique',
  'sante-telemedecine': 'Télémédecine',
  'tiers-lieu': 'Tiers-lieu',
};

const sourceNames: Readonly<Record<Place['sources'][number]['source'], string>> = {
  'mediation-lieux': 'cartographie nationale',
  'france-services': 'liste France services',
  'data-inclusion': 'data·inclusion',
  'lieux-recenses': 'page publique',
};

const openings: Readonly<Record<OpeningChoice, string>> = {
  lundi: 'le lundi',
  mardi: 'le mardi',
  mercredi: 'le mercredi',
  jeudi: 'le jeudi',
  vendredi: 'le vendredi',
  samedi: 'le samedi',
  dimanche: 'le dimanche',
  'apres-18h': 'après 18\u00a0h',
};

export const places = {
  toggle: 'Lieux d’accompagnement',
  open: 'Ouverts',
  anytime: 'Tous',
  openings: { samedi: 'Samedi', dimanche: 'Dimanche', 'apres-18h': 'Après 18\u00a0h' },
  drawn: (drawn: number, others: number, years: readonly [string, string] | null) =>
    `${formatCountOf(drawn, 'lieu', 'lieux')} d’accompagnement au numérique sur la carte (points noirs).${
      others === 0
        ? ''
        : ` ${formatCountOf(others, 'autre, de position inconnue, n’y est', 'autres, de position inconnue, n’y sont')} pas.`
    } Recensement incomplet${years === null ? '' : `, d’après des sources ${years[0] === years[1] ? `de ${years[0]}` : `de ${years[0]} à ${years[1]}`}`}\u00a0: un lieu a pu ouvrir, déménager ou fermer depuis.`,
  firstOf: (shown: number, total: number) =>
    `Seuls les ${formatCount(shown)} premiers lieux sur ${formatCount(total)} sont montrés\u00a0: choisir un territoire plus petit.`,
  heading: (count: number) => `Lieux d’accompagnement au numérique${count === 0 ? '' : `\u00a0: ${count}`}`,
  none: 'Aucun lieu recensé ici\u00a0: le recensement est à compléter.',
  others: (count: number) => (count === 1 ? 'Voir l’autre lieu' : `Voir les ${count} autres lieux`),
  years: (first: string | undefined, last: string | undefined) =>
    first === undefined || last === undefined
      ? 'Recensement incomplet.'
      : `Recensement incomplet, sources de ${first === last ? first : `${first} à ${last}`}.`,
  communeOnly: 'position\u00a0: commune seulement',
  itinerant: 'itinérant',
  hours: {
    'non-compris': 'Horaires non compris',
    'non-communiques': 'Horaires non communiqués',
  },
  conditional: 'sous condition',
  conditionOnly: 'Horaires sous condition',
  published: 'texte publié',
  site: 'site',
  siteOf: (name: string) => `Site de ${name}`,
  sourcesOf: (count: number) => (count === 1 ? 'Source\u00a0: ' : 'Sources\u00a0: '),
  sourceOf: (place: string, source: string) => `Source de ${place}\u00a0: ${source}`,
  undated: 'sans date',
} as const;

/** → Médiathèque · Viry-Châtillon · position : commune seulement. */
export function placeLine(place: Place, namesCommune: boolean): string {
  return [
    kindNames[place.type] ?? place.type,
    ...(place.itinerant ? [places.itinerant] : []),
    ...(namesCommune && place.communeNom !== null ? [place.communeNom] : []),
    ...(place.position === null ? [places.communeOnly] : []),
  ].join(' · ');
}

/** Programmes and services, but for what the kind of place has said already. */
export function offersOf({ type, dispositifs, services }: Place): string[] {
  const said = (kindNames[type] ?? type).toLowerCase();
  return [...new Set([...dispositifs, ...services])].filter((offer) => offer.toLowerCase() !== said);
}

/** When the place opens, or why nobody knows. */
export function hoursLine({ horairesEtat: state, horairesLus: read }: Place): string {
  if (state === 'non-compris' || state === 'non-communiques') return places.hours[state];
  if (read === null) return places.conditionOnly;
  // A word joiner: no line ends between the two hours of an opening.
  const joined = read.replaceAll('–', '–\u2060');
  return state === 'sous-condition' ? `${joined} (${places.conditional})` : joined;
}

/** Of the places that a filter by opening time leaves out, those that may well be open; empty when there are none. */
export function unknownHours(list: readonly Place[], choice: OpeningChoice): string {
  const unread = list.filter(({ horairesLus }) => horairesLus === null);
  if (unread.length === 0) return '';
  const notGiven = unread.filter(({ horairesEtat }) => horairesEtat === 'non-communiques').length;
  const notUnderstood = unread.length - notGiven;
  const causes = [
    ...(notGiven === 0 ? [] : [`${notGiven} sans horaires publiés`]),
    ...(notUnderstood === 0 ? [] : [`${notUnderstood} aux horaires non compris ou sur rendez-vous`]),
  ].join(', ');
  return `${formatCountOf(unread.length, 'lieu n’est pas montré', 'lieux ne sont pas montrés')}, faute d’horaires lisibles (${causes})\u00a0: on ignore ${unread.length === 1 ? 's’il ouvre' : 's’ils ouvrent'} ${openings[choice]}.`;
}

/** As published, where reading loses something of it; null otherwise. */
export function publishedHours(place: Place): string | null {
  if (place.horairesEtat === 'compris' || place.horairesEtat === 'non-communiques') return null;
  return [place.horaires, place.horairesPrecision].filter((text) => text !== null).join(' — ');
}

/** → liste France services, 01/12/2022. */
export function sourceLine({ source, majOn }: Place['sources'][number]): string {
  return `${sourceNames[source]}, ${majOn === null ? places.undated : formatPartialDate(majOn)}`;
}

/** The first and the last year of the sources of a list of places. */
export function yearsOf(list: readonly Place[]): readonly [string, string] | null {
  const years = list.flatMap(({ sources }) => sources.flatMap(({ majOn }) => majOn?.slice(0, 4) ?? [])).sort();
  const [first, last] = [years[0], years.at(-1)];
  return first !== undefined && last !== undefined ? [first, last] : null;
}
