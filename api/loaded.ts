/** Whether a territory that an address names is loaded. */
import type { Level } from '../data/catalogue/declare.ts';
import type { Queryable } from '../data/database/port.ts';
import { badParameter } from './problem.ts';
import type { State } from './sql/state.ts';
import { readCodes } from './sql/territories.ts';

/** @throws ProblemError 400 for a code that is not, with those that are */
export async function requireLoaded(
  database: Queryable,
  asked: Readonly<Partial<Record<Level, string | undefined>>>,
  state: State,
): Promise<void> {
  for (const level of ['departement', 'epci', 'commune'] as const) {
    const code = asked[level];
    if (code === undefined) continue;
    const codes = await readCodes(database, level, state);
    if (!codes.includes(code))
      throw badParameter(
        level,
        code,
        level !== 'commune' ? codes : ['le code d’une commune de /api/v1/territoires?niveau=commune'],
      );
  }
}
