/** Words of how far a place may be: kilometres as the crow flies, or minutes by car or on foot. */
import type { TravelProfile } from '../state/gap-choices.ts';
import { formatCountOf } from './numbers.ts';

const nbsp = '\u00a0';

export type ReachLimit =
  | { readonly km: number; readonly minutes: null }
  | { readonly km: null; readonly minutes: number; readonly profile: TravelProfile };

const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** 5 → 5 km, 2.5 → 2,5 km. */
export function formatKm(km: number): string {
  return `${oneDecimal.format(km)}${nbsp}km`;
}

/** 15 → 15 minutes. */
export function formatMinutes(minutes: number): string {
  return formatCountOf(minutes, 'minute', 'minutes');
}

export const byProfile = { voiture: 'en voiture', pied: 'à pied' } as const;

/** « à plus de 5 km », « à plus de 15 minutes à pied ». */
export function moreThan(limit: ReachLimit): string {
  return limit.km === null
    ? `à plus de ${formatMinutes(limit.minutes)} ${byProfile[limit.profile]}`
    : `à plus de ${formatKm(limit.km)}`;
}

/** « à 5 km ou moins », « à 15 minutes ou moins en voiture ». */
export function atMost(limit: ReachLimit): string {
  return limit.km === null
    ? `à ${formatMinutes(limit.minutes)} ou moins ${byProfile[limit.profile]}`
    : `à ${formatKm(limit.km)} ou moins`;
}
