/**
 * States of the data: what is in force now, what an edition froze, or what was in force right after a load. A state is a
 * set of pointers to loads; every figure is read through it, by the same statements whatever the state.
 */
import { z } from 'zod';
import { currentStateName, loadStateName } from '../../data/catalogue/state-names.ts';
import type { Queryable } from '../../data/database/port.ts';
import { sources } from '../../data/sources/registry.ts';
import type { Parameters } from './parameters.ts';

export type State =
  | { readonly kind: 'current' }
  | { readonly kind: 'edition'; readonly id: string }
  | { readonly kind: 'load'; readonly id: number };

export const currentState: State = { kind: 'current' };

/** How a state is written in an address. */
export function writeState(state: State): string {
  if (state.kind === 'current') return currentStateName;
  return state.kind === 'edition' ? state.id : loadStateName(state.id);
}

/** Sources of which one edition is in force at a time: a later load replaces every period of it. */
const withoutHistory = sources
  .filter(({ brings }) => brings !== 'facts' && brings !== 'presence')
  .map(({ id }): string => id);

/** `select` of the pointers: source, departement, period, load_id. */
export function pointersSql(state: State, parameters: Parameters): string {
  switch (state.kind) {
    case 'current':
      return 'select source, departement, period, load_id from current_load';
    case 'edition':
      return `select source, departement, period, load_id from edition_load where edition = ${parameters.add(state.id)}`;
    case 'load':
      return `select distinct on (l.source, l.departement, span) l.source, l.departement, p.period, l.id as load_id,
          case when l.source = any(${parameters.add(withoutHistory)}::text[]) then '' else p.period end as span
        from load l cross join unnest(l.periods) as p (period) where l.id <= ${parameters.add(state.id)}
        order by l.source, l.departement, span, l.id desc`;
  }
}

/** Memberships of the state: commune, name, departement, epci, ept, population, is_loaded. */
export function membersSql(state: State, parameters: Parameters): string {
  // A commune outside the loaded départements is no territory: it has the name of the membership.
  const columns = 'm.commune, coalesce(t.name, m.name) as name, m.departement, m.epci, m.ept, m.population';
  const named = `t.level = 'commune' and t.code = m.commune`;
  return state.kind === 'edition'
    ? `select ${columns}, m.is_loaded from edition_membership m left join edition_territory t on t.edition = m.edition and ${named}
       where m.edition = ${parameters.add(state.id)}`
    : `select ${columns}, t.code is not null as is_loaded from membership m left join territory t on ${named}`;
}

/** Territories of the state, by their names of then: level, code, name, ept_code. */
export function namesSql(state: State, parameters: Parameters): string {
  return state.kind === 'edition'
    ? `select level, code, name, ept_code from edition_territory where edition = ${parameters.add(state.id)}`
    : 'select level, code, name, ept_code from territory';
}

const editionRows = z.array(z.object({ id: z.string(), title: z.string(), frozen_at: z.string(), sha256: z.string() }));
export type Edition = z.output<typeof editionRows>[number];

/** The newest first. */
export async function readEditions(database: Queryable): Promise<Edition[]> {
  return editionRows.parse(
    await database.query('select id, title, frozen_at, sha256 from edition order by frozen_at desc, id collate "C"'),
  );
}
