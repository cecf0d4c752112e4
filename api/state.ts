/** Which state of the data an address asks for, and how it is told. */
import { frenchDay, frenchPeriod } from '../data/analysis/french-dates.ts';
import { currentStateName, findLoadOfState } from '../data/catalogue/state-names.ts';
import type { Queryable } from '../data/database/port.ts';
import { sources } from '../data/sources/registry.ts';
import type { Values } from './contract.ts';
import { ProblemError } from './problem.ts';
import { findBeforeLastRun, readLoadHistory } from './sql/loads.ts';
import { currentState, type Edition, readEditions, type State } from './sql/state.ts';

/** A state, and what people call it. */
export interface ToldState {
  readonly state: State;
  readonly label: string;
  /** ISO instant; null for what is in force. */
  readonly at: string | null;
}

/** @throws ProblemError 404 when there is no such edition, with those there are */
export async function requireEdition(database: Queryable, id: string, parametre = 'edition'): Promise<Edition> {
  const editions = await readEditions(database);
  const edition = editions.find((one) => one.id === id);
  if (edition) return edition;
  const list = editions.map((one) => one.id);
  const known = list.length > 0 ? `États des lieux figés : ${list.join(', ')}.` : 'Aucun état des lieux n’est figé.';
  throw new ProblemError(404, `Pas d’état des lieux « ${id} ». ${known}`, { parametre, recu: id, accepte: list });
}

export function toldEdition({ id, title, frozen_at }: Edition): NonNullable<Values['edition']> {
  return { id, titre: title, figeLe: frozen_at };
}

/** The state of `?edition=`; what is in force without it. */
export async function readAskedEdition(
  database: Queryable,
  id: string | undefined,
): Promise<{ state: State; edition: Values['edition'] }> {
  if (id === undefined) return { state: currentState, edition: null };
  const edition = await requireEdition(database, id);
  return { state: { kind: 'edition', id }, edition: toldEdition(edition) };
}

const toldStateOf = ({ id, title, frozen_at }: Edition): ToldState => ({
  state: { kind: 'edition', id },
  label: `l’état des lieux « ${title} »`,
  at: frozen_at,
});

const titleOf = (source: string) => sources.find(({ id }) => id === source)?.title ?? source;

/** @throws ProblemError 404 for a state that does not exist */
export async function requireState(database: Queryable, text: string, parametre: string): Promise<ToldState> {
  if (text === currentStateName) return { state: currentState, label: 'les chiffres en vigueur', at: null };
  const number = findLoadOfState(text);
  if (number === undefined) return toldStateOf(await requireEdition(database, text, parametre));
  const { loads } = await readLoadHistory(database, { limite: 1, page: 1, id: number });
  const [load] = loads;
  if (!load)
    throw new ProblemError(404, `Pas de chargement ${number}. Ils sont listés par /api/v1/chargements.`, {
      parametre,
      recu: text,
    });
  return {
    state: { kind: 'load', id: load.id },
    label: `les chiffres d’après le chargement de « ${titleOf(load.source)} » (${frenchPeriod(load.vintage)}), du ${frenchDay(load.loaded_at)}`,
    at: load.loaded_at,
  };
}

/**
 * What the figures in force are compared with when nothing is said: the newest edition, or what there was before the
 * last run that brought something; undefined when nothing came before.
 */
export async function findFormerState(database: Queryable, departement: string | null): Promise<ToldState | undefined> {
  const [edition] = await readEditions(database);
  if (edition) return toldStateOf(edition);
  const before = await findBeforeLastRun(database, departement);
  return (
    before && {
      state: { kind: 'load', id: before.load_id },
      label: `les chiffres d’avant la mise à jour du ${frenchDay(before.began_at)}`,
      at: before.loaded_at,
    }
  );
}
