/**
 * The place of a reader in a collection: the last feature that was given, and the period that it is about. Nothing is
 * counted from the start, so what is added or withdrawn meanwhile neither repeats nor hides another feature.
 */
import { badParameter } from '../problem.ts';

export interface Cursor {
  readonly after: string;
  readonly period: string | null;
}

export function writeCursor({ after, period }: Cursor): string {
  return Buffer.from(JSON.stringify([after, period]), 'utf8').toString('base64url');
}

/** @throws ProblemError 400 for what no link of ours holds */
export function parseCursor(text: string): Cursor {
  let told: unknown;
  try {
    told = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    told = null;
  }
  if (Array.isArray(told) && told.length === 2) {
    const [after, period] = told;
    const isText = typeof after === 'string' && after !== '' && (period === null || typeof period === 'string');
    // U+0000 would be refused at the door in plain sight; it is no better here.
    if (isText && !`${after}${period}`.includes('\0') && writeCursor({ after, period }) === text)
      return { after, period };
  }
  throw badParameter('suite', text, ['la valeur que donne le lien « next » d’une page']);
}
