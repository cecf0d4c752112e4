/** How the parameters of an address are written. A message says what is accepted, in French. */
import { z } from '@hono/zod-openapi';
import { problemSchema } from '../contract.ts';

/** The query of an address: a parameter that it does not take is refused with those that it takes. */
export function queryOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape).join(', ') || 'aucun paramètre';
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? names : undefined) });
}

/** Digits alone: a coerced number would take `1e1`, `0x9` and `-0`. */
function digits(min: number, max: number) {
  const accepted = `un entier de ${min} à ${max}`;
  return z
    .string()
    .regex(/^[1-9]\d{0,6}$/, accepted)
    .refine((text) => Number(text) >= min && Number(text) <= max, accepted);
}

export function wholeNumber(min: number, max: number, byDefault: number) {
  return digits(min, max)
    .default(String(byDefault))
    .transform(Number)
    .openapi({ type: 'integer', minimum: min, maximum: max, default: byDefault });
}

export function optionalWholeNumber(min: number, max: number, description: string) {
  return digits(min, max)
    .transform(Number)
    .optional()
    .openapi({ type: 'integer', minimum: min, maximum: max, description });
}

export const epciParameter = z
  .string()
  .regex(/^\d{9}$/, 'un numéro SIREN de neuf chiffres')
  .openapi({ example: '200056232', description: 'SIREN de l’EPCI.' });
export const communeParameter = z
  .string()
  .regex(/^\d[0-9AB]\d{3}$/, 'un code INSEE de cinq caractères, zéro initial compris')
  .openapi({ example: '91228', description: 'Code INSEE de la commune.' });
export const departementParameter = z
  .string()
  .regex(/^(\d[0-9AB]|97[1-6])$/, 'un code de département, comme 91, 2A ou 974')
  .openapi({ example: '91', description: 'Code du département, parmi ceux qui sont chargés. Par défaut, tous.' });
export const editionParameter = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'l’identifiant d’un état des lieux figé, comme t2-2026')
  .openapi({ example: 't2-2026', description: 'État des lieux figé. Par défaut, les chiffres en vigueur.' });
export const stateParameter = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'actuel, un état des lieux (t2-2026) ou chargement-12')
  .openapi({
    example: 'actuel',
    description: 'actuel, un état des lieux figé, ou chargement-12 (juste après ce chargement).',
  });
export const dayParameter = z.iso.date('une date AAAA-MM-JJ').openapi({ example: '2027-01-31', format: 'date' });
export const searchParameter = z
  .string()
  .trim()
  .min(1, 'au moins un caractère')
  .max(100, '100 caractères au plus')
  .openapi({ description: 'Texte cherché ; accents et casse ignorés.' });
/** Values of a closed or open list, separated by « | »; each is checked. */
export function listParameter<Item extends z.ZodType<string, string>>(item: Item, description: string) {
  return z
    .string()
    .max(1000, '1 000 caractères au plus')
    .transform((text) => text.split('|').filter((part) => part !== ''))
    .pipe(z.array(item))
    .optional()
    .openapi({ type: 'string', description: `${description} Plusieurs valeurs séparées par « | ».` });
}
export const mostPerPage = 1000;
export const pageParameters = { limite: wholeNumber(1, mostPerPage, 100), page: wholeNumber(1, 1_000_000, 1) };

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
export const badRequest = { 400: problem('Paramètre inconnu, répété ou mal écrit.') };
export const missing = { 404: problem('Identifiant inconnu, ou période sans données.') };
export const failingService = {
  502: problem('Le service d’isochrones a mal répondu.'),
  503: problem('Le service d’isochrones ne répond pas, ou calcule encore : Retry-After dit quand redemander.'),
};
