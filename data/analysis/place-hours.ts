/** What a place's published hours say once read: whether they are understood, and whether it is open when people ask. */
import { describeHours, isOpenAfter, isOpenOn, parseOpeningHours, type WeeklyHours } from './opening-hours.ts';

/** When people ask that a place be open. */
export const openingChoices = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'apres-18h',
] as const;
export type OpeningChoice = (typeof openingChoices)[number];

export const hoursStates = ['compris', 'sous-condition', 'non-compris', 'non-communiques'] as const;
export type HoursState = (typeof hoursStates)[number];

const eveningMinutes = 18 * 60;

export interface ReadHours {
  readonly state: HoursState;
  /** French, compact: « lun.–ven. 9 h–12 h »; null when they are not understood. */
  readonly text: string | null;
  /** null unless they are understood: a place of unknown hours is neither open nor closed. */
  isOpen(choice: OpeningChoice): boolean | null;
}

/** @param note what the publisher adds to the hours: they then hold under a condition */
export function readPlaceHours(hours: string | null, note: string | null): ReadHours {
  const unknown = (state: HoursState): ReadHours => ({ state, text: null, isOpen: () => null });
  if (hours === null) return unknown('non-communiques');
  const weekly = parseOpeningHours(hours);
  if (weekly === null) return unknown('non-compris');
  return {
    state: weekly.isConditional || note !== null ? 'sous-condition' : 'compris',
    // Nothing but a condition, « sur rendez-vous »: no hour to tell.
    text: weekly.openings.length === 0 ? null : describeHours(weekly),
    isOpen: (choice) => (weekly.openings.length === 0 && weekly.isConditional ? null : isOpen(weekly, choice)),
  };
}

function isOpen(hours: WeeklyHours, choice: OpeningChoice): boolean {
  if (choice === 'apres-18h') return isOpenAfter(hours, eveningMinutes);
  return isOpenOn(hours, (openingChoices.indexOf(choice) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7);
}
