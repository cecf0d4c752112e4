/** JSON text → a value of the expected shape. */
import { z } from 'zod';
import { ReadingError } from '../reading-error.ts';
import { readText } from './text.ts';

/** What a schema says in French when it says nothing of its own. */
export const frenchIssue = z.locales.fr().localeError;

/** @throws ReadingError when the text is not JSON (truncated?) or not of the shape, naming the place. */
export function readJson<T>(name: string, bytes: Uint8Array, schema: z.ZodType<T>): T {
  const text = readText(name, bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const place = placeOf(text, (cause as Error).message);
    throw new ReadingError(`${name}${place} : JSON illisible ou tronqué. Téléchargez-le de nouveau.`, { cause });
  }
  const result = schema.safeParse(value, { error: frenchIssue });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ReadingError(`${name}, ${issue?.path.join('.') || 'racine'} : ${issue?.message}. Est-ce le bon fichier ?`);
}

/** `, ligne 3, colonne 5` where the engine tells the position. */
function placeOf(text: string, message: string): string {
  const isCut = /end of JSON/.test(message);
  const position = isCut ? text.length : Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return '';
  const before = text.slice(0, position).split('\n');
  return `, ligne ${before.length}, colonne ${(before.at(-1)?.length ?? 0) + 1}`;
}
