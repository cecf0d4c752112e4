/** The territories of a level that figures are asked for, with what their whole extent holds besides. */
import { z } from 'zod';
import type { SummedTerritory } from '../../data/analysis/figure.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';
import { startParameters } from './parameters.ts';
import { currentState, membersSql, namesSql, type State, stateSql } from './state.ts';

const rowsSchema = z.array(z.object({ code: z.string(), name: z.string(), outside: z.number() }));

/** Which territories are answered for. */
export interface Filters {
  readonly level: Level;
  /** Keeps the communes of an EPCI, or that EPCI; the département is always whole. */
  readonly epci: string | null;
  /** Keeps the communes of a département, the EPCI that touch it, and itself. */
  readonly departement: string | null;
  readonly state: State;
}

/** In the order of codes. */
export async function readSummedTerritories(
  database: Queryable,
  { level, epci, departement, state }: Filters,
): Promise<SummedTerritory[]> {
  const parameters = startParameters();
  const tables = stateSql(state, parameters);
  const only = parameters.add(epci);
  const within = parameters.add(departement);
  const rows = await database.query(
    `with ${tables},
     outside (level, code, communes) as materialized (
       select 'epci', epci, count(*) from member where not is_loaded group by epci
       union all select 'ept', ept, count(*) from member where not is_loaded group by ept)
     select t.code, t.name, coalesce(o.communes, 0) as outside
     from named t
     left join member own on t.level = 'commune' and own.commune = t.code
     left join outside o on t.level = 'epci' and o.level = case when t.ept_code is null then 'epci' else 'ept' end
       and o.code = coalesce(t.ept_code, t.code)
     where t.level = ${parameters.add(level)}
       and (${only}::text is null or t.level = 'departement' or t.code = ${only} or own.epci = ${only})
       and (${within}::text is null or own.departement = ${within} or (t.level = 'departement' and t.code = ${within})
         or (t.level = 'epci' and t.code in (select m.epci from member m where m.departement = ${within})))
     order by t.code collate "C"`,
    parameters.values,
  );
  return rowsSchema.parse(rows).map(({ code, name, outside }) => ({ code, name, level, communesOutside: outside }));
}

/** Codes of the territories of a level, in order. */
export async function readCodes(database: Queryable, level: Level, state: State = currentState): Promise<string[]> {
  const parameters = startParameters();
  const rows = await database.query(
    `select code from (${namesSql(state, parameters)}) named where level = ${parameters.add(level)} order by code collate "C"`,
    parameters.values,
  );
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}

export interface LoadedMember {
  readonly commune: string;
  readonly departement: string;
  readonly epci: string | null;
}

/** The loaded communes, with their EPCI and their département, in a state of the data. */
export async function readMembers(database: Queryable, state: State): Promise<LoadedMember[]> {
  const parameters = startParameters();
  return database.query(
    `select commune, departement, epci from (${membersSql(state, parameters)}) member where is_loaded`,
    parameters.values,
  );
}
