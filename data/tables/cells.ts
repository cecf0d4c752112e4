/** Cells of the tables that people exchange with us: text in, typed value out, French messages. */
import { z } from 'zod';

const listSeparator = '|';

export const required = z
  .string()
  .trim()
  .min(1, 'cellule vide, elle est obligatoire')
  .max(2000, 'plus de 2 000 caractères')
  .refine(isPlain, 'caractère de contrôle interdit');
export const optional = z
  .string()
  .trim()
  .max(2000, 'plus de 2 000 caractères')
  .refine(isPlain, 'caractère de contrôle interdit')
  .transform((text) => text || null);
export const list = z
  .string()
  .refine(isPlain, 'caractère de contrôle interdit')
  .transform((text) => [
    ...new Set(
      text
        .split(listSeparator)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  ]);

/** A year, a month or a day, kept as precise as it was published. */
export const partialDate = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null;
    if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text;
    context.issues.push({
      code: 'custom',
      input: text,
      message: `« ${text} » n’est pas une date AAAA, AAAA-MM ou AAAA-MM-JJ`,
    });
    return z.NEVER;
  });

export const siren = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null;
    if (/^\d{9}$/.test(text) && hasLuhnKey(text)) return text;
    context.issues.push({
      code: 'custom',
      input: text,
      message: `« ${text} » n’est pas un SIREN (neuf chiffres, clé comprise)`,
    });
    return z.NEVER;
  });

export const amount = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null;
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    context.issues.push({
      code: 'custom',
      input: text,
      message: `« ${text} » n’est pas un montant en euros (chiffres, point décimal)`,
    });
    return z.NEVER;
  });

export const webAddress = z
  .string()
  .trim()
  .refine((text) => /^https?:\/\/[^\s<>"]+$/.test(text), 'adresse web attendue (https://…)');

export const confidence = oneOf(['haute', 'moyenne', 'basse']);

/** Where a row of an exchange table comes from, and how sure it is. */
export const provenance = { source_url: webAddress, source_date: partialDate, confiance: confidence };

/** @returns a schema of a closed list whose message names what is accepted. */
export function oneOf<const T extends string>(choices: readonly [T, ...T[]]) {
  return z.enum(choices, {
    error: ({ input }) => `« ${String(input)} » n’est pas accepté ; valeurs possibles : ${choices.join(', ')}`,
  });
}

/** @returns cell text of a list, as `list` reads it. */
export function writeList(items: readonly string[]): string {
  return items.join(listSeparator);
}

function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused, with direction overrides.
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.test(text);
}

/** Whether the last digit is the key of those before it, as SIREN and SIRET have it. */
export function hasLuhnKey(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
