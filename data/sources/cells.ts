/** How cells of published tables are read: zod schemas from text, with French messages. */
import { z } from 'zod';

/** No-break, narrow and ordinary spaces, which published tables use as padding and thousands separators. */
const spaces = /[\s\u00a0\u202f]+/g;

/** A COG code of commune, five characters. */
export const communeCode = z.string().check((context) => {
  const text = context.value;
  if (/^[0-9][0-9AB][0-9]{3}$/.test(text)) return;
  const hint = /^[0-9]{4}$/.test(text)
    ? `a 4 caractères, il en faut 5 (zéro initial perdu par le tableur ?)`
    : `n’est pas un code de commune (5 caractères, comme 91228)`;
  context.issues.push({ code: 'custom', input: text, message: `« ${text} » ${hint}` });
});

/** The code as it was before a spreadsheet took its leading zero: `5157` → `05157`. */
export function restoreZero(code: string): string {
  return /^\d{4}$/.test(code) ? `0${code}` : code;
}

function countFrom(text: string): number | string {
  const compact = text.replace(spaces, '');
  if (compact === '') return 'cellule vide, il faut un nombre';
  if (/^-\d/.test(compact)) return `« ${text.trim()} » est négatif, il faut un nombre de locaux`;
  if (/^\d+\.0+$/.test(compact) || /^\d+$/.test(compact)) return Number(compact);
  if (/^\d+[.,]\d+$/.test(compact)) return `« ${text.trim()} » n’est pas entier, il faut un nombre de locaux`;
  return `« ${text.trim()} » n’est pas un nombre`;
}

function countSchema(none: string | null) {
  return z.string().transform((text, context) => {
    if (none !== null && text.replace(spaces, '') === none) return 0;
    const count = countFrom(text);
    if (typeof count === 'number') return count;
    context.issues.push({ code: 'custom', input: text, message: count });
    return z.NEVER;
  });
}

/** A whole number ≥ 0; `12.000` is twelve, as shapefile tables write it; spaces separate thousands. */
export const count = countSchema(null);
/** The same, in tables that write `-` for none. */
export const countOrDash = countSchema('-');

/** A number with a decimal comma or point. */
export const decimal = z.string().transform((text, context) => {
  const compact = text.replace(spaces, '').replace(',', '.');
  if (/^-?\d+(\.\d+)?$/.test(compact)) return Number(compact);
  const message = compact === '' ? 'cellule vide, il faut un nombre' : `« ${text.trim()} » n’est pas un nombre`;
  context.issues.push({ code: 'custom', input: text, message });
  return z.NEVER;
});
/** An estimate of a count: a decimal that is not negative. */
export const estimate = decimal.refine((value) => value >= 0, 'un nombre d’habitants n’est pas négatif');

/** `1` or `0`. */
export const flag = z.string().transform((text, context) => {
  if (text === '1' || text === '0') return Number(text);
  context.issues.push({ code: 'custom', input: text, message: `« ${text} » n’est ni 0 ni 1` });
  return z.NEVER;
});

/** An amount of the INSEE: a number, `s` for a statistical secret, `nd` or nothing where it is not published. */
export const publishedAmount = z.string().transform((text, context) => {
  const cell = text.trim();
  if (cell === 's') return { value: null, state: 'secret', reason: 'secret-statistique' } as const;
  if (cell === '' || cell === 'nd') return { value: null, state: 'missing', reason: 'non-publie' } as const;
  const amount = decimal.safeParse(cell);
  if (amount.success) return { value: amount.data };
  context.issues.push({
    code: 'custom',
    input: text,
    message: `« ${cell} » n’est ni un nombre, ni « s » (secret), ni « nd »`,
  });
  return z.NEVER;
});

/** An ISO day, or an empty cell. */
export const isoDayOrNone = z.string().check((context) => {
  const text = context.value;
  if (text === '') return;
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const instant = new Date(`${text}T00:00:00Z`);
  if (day && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)) return;
  context.issues.push({ code: 'custom', input: text, message: `« ${text} » n’est pas une date AAAA-MM-JJ` });
});
/** An ISO day. */
export const isoDay = isoDayOrNone.min(1, 'cellule vide, il faut une date AAAA-MM-JJ');

/** The quarter that ends on a day: `2026-06-30` → `2026-T2`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
