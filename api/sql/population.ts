/** Communes as they were in a state, and the inhabited cells that its loads brought. */
import { z } from 'zod';
import type { WeightedCell } from '../../data/analysis/population-spread.ts';
import type { Queryable } from '../../data/database/port.ts';
import { startParameters } from './parameters.ts';
import { membersSql, namesSql, pointersSql, type State } from './state.ts';

const memberRows = z.array(
  z.object({
    commune: z.string(),
    name: z.string(),
    epci: z.string().nullable(),
    population: z.number().nullable(),
  }),
);
export type MemberCommune = z.output<typeof memberRows>[number];

/** The communes of an edition that were loaded, by their names, EPCI and population of then. */
export async function readMembers(
  database: Queryable,
  departement: string | null,
  state: State,
): Promise<MemberCommune[]> {
  const parameters = startParameters();
  const members = membersSql(state, parameters);
  const names = namesSql(state, parameters);
  const only = parameters.add(departement);
  return memberRows.parse(
    await database.query(
      `select m.commune, m.name, e.code as epci, m.population from (${members}) m
       left join (${names}) e on e.level = 'epci' and e.code = m.epci
       where m.is_loaded and (${only}::text is null or m.departement = ${only}) order by m.commune collate "C"`,
      parameters.values,
    ),
  );
}

const cellRows = z.array(
  z.object({ commune: z.string(), weight: z.number(), longitude: z.number(), latitude: z.number() }),
);

/** By commune, then identifier of the cell; none where no grid is loaded. */
export async function readCells(
  database: Queryable,
  departement: string | null,
  state: State,
): Promise<WeightedCell[]> {
  const parameters = startParameters();
  const pointers = pointersSql(state, parameters);
  const only = parameters.add(departement);
  const rows = await database.query(
    `select p.commune, p.individuals as weight, st_x(p.location_4326) as longitude, st_y(p.location_4326) as latitude
     from (${pointers}) c join population_cell p on p.load_id = c.load_id
     where c.source = 'insee-carreaux' and (${only}::text is null or p.departement = ${only})
     order by p.commune collate "C", p.cell collate "C"`,
    parameters.values,
  );
  return cellRows
    .parse(rows)
    .map(({ commune, weight, longitude, latitude }) => ({ commune, weight, position: [longitude, latitude] }));
}
