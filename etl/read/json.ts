/** JSON text → a value of the expected shape. */
import type { z } from 'zod';
import { ReadingError } from '../reading-error.ts';
import { readText } from './text.ts';

/** @throws ReadingError when the text is not JSON (truncated?) or not of the shape, naming the place. */
export function readJson<T>(name: string, bytes: Uint8Array, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readText(name, bytes));
  } catch (cause) {
    if (cause instanceof ReadingError) throw cause;
    throw new ReadingError(
      `${name} : JSON illisible ou tronqué (${(cause as Error).message}). Téléchargez-le de nouveau.`,
      { cause },
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ReadingError(`${name}, ${issue?.path.join('.') || 'racine'} : ${issue?.message}. Est-ce le bon fichier ?`);
}
