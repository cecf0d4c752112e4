/** The communes and the territories of a state of the data: small tables, read whole. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { startParameters } from './parameters.ts';
import { membersSql, namesSql, type State } from './state.ts';

/** A commune of the whole membership of an EPCI that touches a loaded département. */
export interface Member {
  readonly commune: string;
  readonly name: string;
  readonly departement: string;
  readonly epci: string | null;
  readonly ept: string | null;
  /** False for a commune outside the loaded départements. */
  readonly isLoaded: boolean;
}

/** A column in one value of JSON: it costs a tenth of as many rows to hand over. */
const column = <Item extends z.ZodType>(item: Item) => z.array(item).nullable();

const memberColumns = z.object({
  communes: column(z.string()),
  names: column(z.string()),
  departements: column(z.string()),
  epcis: column(z.string().nullable()),
  epts: column(z.string().nullable()),
  loaded: column(z.boolean()),
});

/** In the order of codes. */
export async function readMembers(database: Queryable, state: State): Promise<Member[]> {
  const parameters = startParameters();
  const [row] = await database.query(
    `select json_agg(commune) as communes, json_agg(name) as names, json_agg(departement) as departements, json_agg(epci) as epcis,
       json_agg(ept) as epts, json_agg(is_loaded) as loaded
     from (select * from (${membersSql(state, parameters)}) every order by commune collate "C") member`,
    parameters.values,
  );
  const { communes, names, departements, epcis, epts, loaded } = memberColumns.parse(row);
  return (communes ?? []).map((commune, i) => ({
    commune,
    name: names?.[i] ?? '',
    departement: departements?.[i] ?? '',
    epci: epcis?.[i] ?? null,
    ept: epts?.[i] ?? null,
    isLoaded: loaded?.[i] ?? false,
  }));
}

export interface NamedTerritory {
  readonly level: 'epci' | 'departement';
  readonly code: string;
  readonly name: string;
  /** Of an EPCI that is read by the EPT that holds its communes here. */
  readonly ept: string | null;
}

const namedRows = z.array(
  z.object({
    level: z.enum(['epci', 'departement']),
    code: z.string(),
    name: z.string(),
    ept: z.string().nullable(),
  }),
);

/** The EPCI and the départements, in the order of codes. */
export async function readNamedTerritories(database: Queryable, state: State): Promise<NamedTerritory[]> {
  const parameters = startParameters();
  const rows = await database.query(
    `select level, code, name, ept_code as ept from (${namesSql(state, parameters)}) named
     where level in ('epci', 'departement') order by code collate "C"`,
    parameters.values,
  );
  return namedRows.parse(rows);
}
