/** Cells of the tables that people exchange with us: text in, typed value out, French messages that never echo a whole text. */
import { z } from 'zod';

const listSeparator = '|';
const longestTextChars = 2000;

/** Text as others publish it: a tag in it is shown as text. */
function text(longestChars = longestTextChars) {
  return z
    .string()
    .trim()
    .max(longestChars, `plus de ${longestChars.toLocaleString('fr-FR').replace(/\s/g, ' ')} caractères`)
    .refine(isPlain, 'caractère de contrôle ou de sens d’écriture interdit');
}

/** Text that is written for us: a tag in it is a mistake. */
function prose(longestChars = longestTextChars) {
  return text(longestChars).refine(hasNoTag, 'balise HTML interdite, seul du texte est attendu');
}

const emptyMessage = 'cellule vide, elle est obligatoire';
const toNull = (value: string) => value || null;
const toItems = (value: string) => [
  ...new Set(
    value
      .split(listSeparator)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
];
const longestListChars = 20_000;

export const required = text().min(1, emptyMessage);
export const optional = text().transform(toNull);
export const list = text(longestListChars).transform(toItems);

/** @returns a cell of our own tables that must be filled */
export function requiredProse(longestChars?: number) {
  return prose(longestChars).min(1, emptyMessage);
}
export const optionalProse = prose().transform(toNull);
export const proseList = prose(longestListChars).transform(toItems);

/** A stable identifier that can stand in an address. */
export const identifier = requiredProse(40).regex(
  /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
  'identifiant attendu : lettres sans accent, chiffres, tirets',
);
/** The identifier of another row; empty, then null. */
export const reference = z.union([z.literal('').transform(() => null), identifier]);

/** A year, a month or a day, kept as precise as it was published. */
export const partialDate = parsed((value) =>
  isPartialDate(value) ? value : refused('une date AAAA, AAAA-MM ou AAAA-MM-JJ'),
);

/** Whether it is a year, a month or a day that exists, of the last century or this one. */
export function isPartialDate(value: string): boolean {
  if (!/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(value)) return false;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const siren = parsed((value) =>
  /^\d{9}$/.test(value) && hasLuhnKey(value) && !isBlankNumber(value)
    ? value
    : refused('un SIREN (neuf chiffres, clé comprise)'),
);

/** Zeros alone have a right key, and stand for a number that is not known. */
const isBlankNumber = (value: string) => /^0+$/.test(value);

/** La Poste's establishments have another key: the sum of their digits is a multiple of five. */
const postalSiren = '356000000';
export const siret = parsed((value) =>
  /^\d{14}$/.test(value) &&
  !isBlankNumber(value) &&
  (hasLuhnKey(value) || (value.startsWith(postalSiren) && sumOfDigits(value) % 5 === 0))
    ? value
    : refused('un SIRET (quatorze chiffres, clé comprise)'),
);

export const amount = parsed((value) => {
  if (/^-\d+([.,]\d+)?$/.test(value)) return refused('un montant : il est négatif');
  return /^\d{1,12}(\.\d+)?$/.test(value) ? Number(value) : refused('un montant en euros (chiffres, point décimal)');
});

export const wholeNumber = parsed((value) => (/^\d{1,6}$/.test(value) ? Number(value) : refused('un nombre entier')));

/** `oui`, `non`, or nothing when it is not known. */
export const yesOrNo = parsed((value) =>
  value === 'oui' ? true : value === 'non' ? false : refused('« oui », « non » ou une cellule vide'),
);

/** @returns degrees between both bounds, or null */
export function degrees(least: number, most: number) {
  return parsed((value) => {
    const number = Number(value);
    if (/^-?\d+(\.\d+)?$/.test(value) && number >= least && number <= most) return number;
    return refused(`une coordonnée en degrés (point décimal, de ${least} à ${most})`);
  });
}

const isWebAddress = (value: string) =>
  value.length <= longestTextChars && /^https?:\/\/[^\s<>"]+$/.test(value) && isPlain(value);
export const webAddress = z.string().trim().refine(isWebAddress, 'adresse web attendue (https://…)');
/** Web addresses in a list. */
export const webAddresses = proseList.refine(
  (items) => items.every(isWebAddress),
  'adresses web attendues (https://…)',
);

export const confidence = oneOf(['haute', 'moyenne', 'basse']);

/** Where a row of an exchange table comes from, and how sure it is. */
export const provenance = { source_url: webAddress, source_date: partialDate, confiance: confidence };

/** @returns a schema of a closed list whose message names what is accepted. */
export function oneOf<const T extends string>(choices: readonly T[]) {
  return z.enum(choices as readonly [T, ...T[]], {
    error: ({ input }) => `« ${shown(String(input))} » n’est pas accepté ; valeurs possibles : ${choices.join(', ')}`,
  });
}

/** The same, where nothing may be said: null. */
export function oneOfOrNothing<const T extends string>(choices: readonly T[]) {
  return z
    .string()
    .trim()
    .transform((value) => value || null)
    .pipe(oneOf(choices).nullable());
}

/** @returns cell text of a list, as `list` reads it. */
export function writeList(items: readonly string[]): string {
  return items.join(listSeparator);
}

/** @returns cell text of a number, a date or a choice that may be null. */
export function writeOptional(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return value === null ? '' : String(value);
}

/** The end of an interval that precedes its start; partial dates compare as text as far as the shorter one goes. */
export function endsBefore(start: string | null, end: string | null): boolean {
  const length = Math.min(start?.length ?? 0, end?.length ?? 0);
  return start !== null && end !== null && end.slice(0, length) < start.slice(0, length);
}

interface Refused {
  readonly expected: string;
}
function refused(expected: string): Refused {
  return { expected };
}

/** @returns a cell that may be empty, then null, and else is what `parse` makes of it */
function parsed<T extends string | number | boolean>(parse: (value: string) => T | Refused) {
  return z
    .string()
    .trim()
    .transform((value, context): T | null => {
      if (value === '') return null;
      const result = parse(value);
      if (typeof result !== 'object') return result;
      context.issues.push({
        code: 'custom',
        input: value,
        message: `« ${shown(value)} » n’est pas ${result.expected}`,
      });
      return z.NEVER;
    });
}

/** What was received, cut where it is long, what cannot be seen named: a message stays a sentence that reads one way. */
export function shown(value: string): string {
  const start = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return start.replace(hiddenCharacters, (character) => {
    return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** Control characters, tabs and ends of lines aside, and what turns the direction of writing. */
const hiddenCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function isPlain(value: string): boolean {
  return value.search(hiddenCharacters) < 0;
}

function hasNoTag(value: string): boolean {
  return !/<\/?[a-z!][^<]*>?/i.test(value);
}

/** Whether the last digit is the key of those before it, as SIREN and SIRET have it. */
export function hasLuhnKey(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function sumOfDigits(digits: string): number {
  return [...digits].reduce((total, digit) => total + Number(digit), 0);
}
