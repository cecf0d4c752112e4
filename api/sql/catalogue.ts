/** The catalogue of possible actions, with what was decided of each, who is interested, and who answered the census. */
import { z } from 'zod';
import type { Queryable } from '../../data/database/port.ts';
import { type CatalogueSheet, catalogueSheetSchema, censusSchema } from '../contract-projects.ts';
import { startParameters } from './parameters.ts';
import { pointersSql, type State } from './state.ts';

/**
 * By identifier. The list is the syndicat's, loaded for each département: the same sheet, decision or project is read
 * once, from the newest of their loads.
 */
export async function readCatalogue(
  database: Queryable,
  state: State,
  departement: string | undefined,
): Promise<CatalogueSheet[]> {
  const parameters = startParameters();
  const where = departement === undefined ? 'true' : `c.departement = ${parameters.add(departement)}`;
  const rows = await database.query(
    `with pointed as materialized (${pointersSql(state, parameters)}),
     decided as (
       select distinct on (d.sheet_id) d.* from catalogue_decision d
       join pointed c on c.load_id = d.load_id and c.source = 'decisions-fiches' where ${where} order by d.sheet_id, d.load_id desc),
     titled as (
       select distinct on (p.id) p.id, p.title from project p
       join pointed c on c.load_id = p.load_id and c.source = 'projets-recenses' order by p.id, p.load_id desc),
     listed as (
       select distinct on (s.id) s.* from catalogue_sheet s
       join pointed c on c.load_id = s.load_id and c.source = 'fiches-catalogue' where ${where} order by s.id, s.load_id desc)
     select s.id, s.status as statut, s.title as titre, s.theme, s.problem as probleme, s.objectives as objectifs,
       s.prerequisites as prerequis, s.least_cost_euros as "coutMinEuros", s.most_cost_euros as "coutMaxEuros",
       s.cost_note as "coutPrecision", s.least_months as "dureeMinMois", s.most_months as "dureeMaxMois",
       s.possible_carriers as "porteursPossibles", s.sharing as mutualisation, s.result_indicators as "indicateursResultat",
       s.updated_on as "dateMaj",
       coalesce((select json_agg(json_build_object('id', t.id, 'titre', t.title) order by array_position(s.examples, t.id))
         from titled t where t.id = any(s.examples)), '[]') as exemples,
       (select json_build_object('decision', d.decision, 'instance', d.body, 'date', d.decided_on, 'motif', d.reason,
           'pilote', d.pilot, 'dateDebutPrevue', d.planned_start, 'dateFinPrevue', d.planned_end, 'dateFin', d.ended_on,
           'jalons', coalesce((select json_agg(json_build_object('le', m.day, 'libelle', m.label) order by m.day, m.rank)
             from unnest(d.milestone_dates, d.milestone_labels) with ordinality as m (day, label, rank)), '[]'))
         from decided d where d.sheet_id = s.id) as decision,
       coalesce((select json_agg(json_build_object('epci', i.epci, 'nom', i.name, 'nombre', i.count) order by i.name, i.epci)
         from (
           select e.epci, coalesce(n.name, '') as name, count(*) as count
           from interest i
           cross join lateral (select case i.level when 'epci' then i.code
             else (select m.epci from membership m where m.commune = i.code) end as epci) e
           left join territory n on n.level = 'epci' and n.code = e.epci
           where i.sheet_id = s.id group by e.epci, n.name) i), '[]') as interets
     from listed s order by s.id collate "C"`,
    parameters.values,
  );
  return z.array(catalogueSheetSchema).parse(rows);
}

const censusRows = z.array(censusSchema.extend({ epci: z.string() }));
export type CensusAnswer = z.output<typeof censusRows>[number];

/** What is known of the answers of EPCI; one that is not there is not known. */
export async function readCensus(database: Queryable, state: State): Promise<CensusAnswer[]> {
  const parameters = startParameters();
  return censusRows.parse(
    await database.query(
      `select distinct on (a.epci collate "C") a.epci, a.status as statut, a.answered_on as date, a.note as precision
       from census_answer a join (${pointersSql(state, parameters)}) c on c.load_id = a.load_id and c.source = 'recensement-epci'
       order by a.epci collate "C", a.load_id desc`,
      parameters.values,
    ),
  );
}
