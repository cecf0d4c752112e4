/** Who funds a project, in which year, with how much: a proseList in one cell, `Région:2024:120000|État::`. */
import { z } from 'zod';
import { proseList, shown, writeList, writeOptional } from './cells.ts';

export interface Funding {
  readonly funder: string;
  readonly year: string | null;
  readonly amountEuros: number | null;
}

export const fundings = proseList.transform((items, context): Funding[] => {
  const read = items.map((item) => /^(.+?)\s*:\s*(\d{4})?\s*:\s*(\d{1,12}(?:\.\d+)?)?$/.exec(item));
  const wrong = items[read.indexOf(null)];
  if (wrong !== undefined) {
    context.issues.push({
      code: 'custom',
      input: wrong,
      message: `« ${shown(wrong)} » n’est pas financeur:année:montant (comme Région:2024:120000, année ou montant vides s’ils manquent)`,
    });
    return z.NEVER;
  }
  return read.map((found) => ({
    funder: found?.[1] ?? '',
    year: found?.[2] ?? null,
    amountEuros: found?.[3] === undefined ? null : Number(found[3]),
  }));
});

export function writeFundings(items: readonly Funding[]): string {
  return writeList(
    items.map(({ funder, year, amountEuros }) => `${funder}:${writeOptional(year)}:${writeOptional(amountEuros)}`),
  );
}
