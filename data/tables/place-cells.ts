/** Cells of the national lists of places. An optional cell that makes no sense is dropped; a position that does not stand in France refuses its row. */
import type { z } from 'zod';
import { hasLuhnKey } from './cells.ts';
import { whyNotInFrance } from './france.ts';

/** SIREN of La Poste: the keys of its establishments follow a rule of their own. */
const laPoste = '356000000';

/** → the SIRET, or null for an empty cell, an RNA, and the dummies that fill a required column. */
export function findSiret(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  if (!/^\d{14}$/.test(digits) || /^(\d)\1*$/.test(digits) || digits.startsWith('000000000')) return null;
  if (digits.startsWith(laPoste)) {
    const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
    return sum % 5 === 0 || hasLuhnKey(digits) ? digits : null;
  }
  return hasLuhnKey(digits) ? digits : null;
}

/** The first web address of a cell that may hold several, separated by `|`. */
export function findWebsite(text: string): string | null {
  return (
    text
      .split('|')
      .map((part) => part.trim())
      .find((part) => /^https?:\/\/[^\s<>"]+$/.test(part) && URL.canParse(part)) ?? null
  );
}

/** `2024-04-02`, `2024-04-02T10:00:00Z` or `02/04/2024` → the ISO day; null for anything else. */
export function findDay(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text.trim());
  const french = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text.trim());
  const day = iso ? iso.slice(1).join('-') : french ? french.slice(1).reverse().join('-') : '';
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) && day !== '' ? day : null;
}

/** Text without telephone numbers and e-mail addresses, which are not kept; null when nothing else is left. */
export function withoutContacts(text: string): string | null {
  const kept = text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…')
    .replace(/(?:\+33\s?\(?0?\)?\s?|\b0)[1-9](?:[\s.-]?\d\d){4}\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return /[a-zà-ÿ]{2}/i.test(kept) ? kept.slice(0, 2000) : null;
}

/** The words of a list cell, whatever writes it: `["a"]`, `['a', 'b']`, `{a,b}`, `a|b`. For slugs only. */
export function slugsOf(text: string): string[] {
  return [...new Set(text.match(/[a-z0-9]+(?:-{1,2}[a-z0-9]+)*/g) ?? [])];
}

const misplaced = {
  inverted: 'n’est pas en France : les deux sont inversées',
  meters: 'est en mètres (Lambert-93 ?), il faut des degrés WGS 84',
  elsewhere: 'n’est pas en France',
} as const;

interface Position {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * Two cells in degrees, WGS 84, with a decimal point or comma; both empty when only the commune is known. What is wrong
 * with them is added to the issues of `context`.
 */
export function readPosition(latitudeCell: string, longitudeCell: string, context: z.RefinementCtx): Position {
  const nowhere = { latitude: null, longitude: null };
  const cells = [latitudeCell.trim().replace(',', '.'), longitudeCell.trim().replace(',', '.')] as const;
  if (cells[0] === '' && cells[1] === '') return nowhere;
  const refuse = (column: string, input: string, message: string) => {
    context.addIssue({ code: 'custom', path: [column], input, message });
    return nowhere;
  };
  if (cells[0] === '' || cells[1] === '')
    return refuse('longitude', longitudeCell, 'latitude et longitude vont ensemble');
  for (const [column, cell] of [
    ['latitude', cells[0]],
    ['longitude', cells[1]],
  ] as const)
    if (!/^-?\d+(\.\d+)?$/.test(cell)) return refuse(column, cell, `« ${cell} » n’est pas une coordonnée en degrés`);
  const [latitude, longitude] = [Number(cells[0]), Number(cells[1])];
  const why = whyNotInFrance(longitude, latitude);
  if (why === null) return { latitude, longitude };
  return refuse('latitude', cells[0], `« ${cells[0]} ; ${cells[1]} » (latitude ; longitude) ${misplaced[why]}`);
}
