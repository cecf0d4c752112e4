/** What an address asks for: each parameter once, none that is not known, each well written; else 400 in French. */
import { badParameter, ProblemError } from '../problem.ts';
import { type AskedBoxes, parseBox } from './bounding-box.ts';
import { type Crs, crs84, findCrs, systemUris } from './crs.ts';
import { type Cursor, parseCursor } from './cursor.ts';
import { parseDatetime } from './days.ts';
import type { Collection, DayInterval, Property } from './declare.ts';

export const defaultLimit = 100;
export const largestLimit = 1000;
export const formats = ['json', 'html'] as const;
export type Format = (typeof formats)[number];

const itemParameters = ['f', 'crs'];
const itemsParameters = ['f', 'limit', 'bbox', 'bbox-crs', 'datetime', 'crs', 'suite', 'offset'];

export interface Filter {
  readonly property: Property;
  readonly value: string | number | boolean;
}

export interface ItemsQuestion {
  readonly limit: number;
  /** Features to leave out from the start; a cursor comes before it. */
  readonly offset: number;
  readonly cursor: Cursor | null;
  readonly bbox: AskedBoxes | null;
  readonly when: DayInterval | null;
  readonly crs: Crs;
  readonly filters: readonly Filter[];
}

/** Lists are told but not asked for: equality says nothing of them. */
export function queryablesOf(collection: Collection): Property[] {
  return collection.properties.filter(({ type }) => type !== 'strings');
}

/** @throws ProblemError 400 for a parameter that is unknown or repeated */
export function readQuery(url: string, accepted: readonly string[]): Map<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URL(url).searchParams) {
    const shown = name.slice(0, 100);
    if (!accepted.includes(name))
      throw new ProblemError(
        400,
        `Paramètre « ${shown} » inconnu de cette adresse. Accepté : ${accepted.join(', ') || 'aucun paramètre'}.`,
        { parametre: shown, recu: value.slice(0, 100), accepte: [...accepted] },
      );
    if (query.has(name))
      throw new ProblemError(400, `Paramètre « ${shown} » donné plusieurs fois : il en faut un seul.`, {
        parametre: shown,
        recu: value.slice(0, 100),
        accepte: ['une seule valeur'],
      });
    query.set(name, value);
  }
  return query;
}

/** @throws ProblemError 400 */
export function parseItemsQuestion(url: string, collection: Collection): ItemsQuestion {
  const queryables = queryablesOf(collection);
  const query = readQuery(url, [...itemsParameters, ...queryables.map(({ name }) => name)]);
  const boxCrs = parseCrs('bbox-crs', query.get('bbox-crs'));
  const [box, when, cursor] = [query.get('bbox'), query.get('datetime'), query.get('suite')];
  return {
    limit: parseLimit(query.get('limit')),
    offset: parseOffset(query.get('offset')),
    cursor: cursor === undefined ? null : parseCursor(cursor),
    bbox: box === undefined ? null : parseBox(box, boxCrs),
    when: when === undefined ? null : parseDatetime(when),
    crs: parseCrs('crs', query.get('crs')),
    filters: queryables.flatMap((property) => {
      const text = query.get(property.name);
      return text === undefined ? [] : [{ property, value: parseValue(property, text) }];
    }),
  };
}

/** @throws ProblemError 400 */
export function parseItemQuestion(url: string): { readonly crs: Crs } {
  return { crs: parseCrs('crs', readQuery(url, itemParameters).get('crs')) };
}

/** Above the largest, the largest: Part 1 of the standard forbids an error there (fc-limit-response-1). */
function parseLimit(text: string | undefined): number {
  if (text === undefined) return defaultLimit;
  if (!/^[1-9]\d*$/.test(text))
    throw badParameter('limit', text, [`un entier à partir de 1 (${largestLimit} éléments au plus par page)`]);
  return Math.min(Number(text), largestLimit);
}

/** Some clients turn pages by counting, though no link of ours does: right as long as the data stay. */
function parseOffset(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^(0|[1-9]\d{0,8})$/.test(text)) throw badParameter('offset', text, ['un entier à partir de 0']);
  return Number(text);
}

function parseCrs(name: string, uri: string | undefined): Crs {
  if (uri === undefined) return crs84;
  const crs = findCrs(uri);
  if (!crs) throw badParameter(name, uri, systemUris);
  return crs;
}

function parseValue({ name, type }: Property, text: string): Filter['value'] {
  switch (type) {
    case 'integer':
      if (/^-?\d{1,15}$/.test(text)) return Number(text);
      throw badParameter(name, text, ['un entier']);
    case 'number':
      if (/^-?\d{1,15}(\.\d{1,17})?(e-?\d{1,2})?$/i.test(text)) return Number(text);
      throw badParameter(name, text, ['un nombre, avec un point décimal']);
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      throw badParameter(name, text, ['true', 'false']);
    default:
      return text;
  }
}
