/** The lists that the data package carries in their exchange format: how each is written to the database, and read back. */
import type { CsvFormat, RawRecord } from '../data/catalogue/raw-record.ts';
import type { SourceId } from '../data/catalogue/source-ids.ts';
import type { Queryable } from '../data/database/port.ts';
import { decisionTable } from '../data/tables/decisions.ts';
import type { ExchangeTable, TableField } from '../data/tables/declare.ts';
import { sheetTable } from '../data/tables/fiches.ts';
import { placeTable, toPlaceRecord } from '../data/tables/lieux.ts';
import { projectTable } from '../data/tables/projets.ts';
import { censusTable } from '../data/tables/recensement.ts';
import { insertCensus, insertDecisions, insertPlaces, insertProjects, insertSheets } from './sheets.ts';

export interface Register {
  readonly source: SourceId;
  /** Its file in the data package. */
  readonly file: string;
  readonly title: string;
  readonly key: readonly string[];
  readonly fields: readonly TableField[];
  readonly format: CsvFormat;
  insert(tx: Queryable, loadId: number, records: readonly RawRecord[]): Promise<void>;
  /** The rows in force of a département, as cells, in the order of their key. */
  readCells(database: Queryable, departement: string): Promise<(readonly string[])[]>;
}

interface Declared<Row> extends Pick<Register, 'source' | 'file' | 'title' | 'key'> {
  readonly table: ExchangeTable<Row>;
  readonly insert: (tx: Queryable, loadId: number, rows: readonly Row[]) => Promise<void>;
  /** Columns of `Row` from the table `t` of a load. */
  readonly select: string;
  readonly from: string;
  readonly order: string;
}

function register<Row>({ table, insert, select, from, order, ...identity }: Declared<Row>): Register {
  return {
    ...identity,
    fields: table.fields,
    format: table.format,
    insert: (tx, loadId, records) =>
      insert(
        tx,
        loadId,
        records.map((record) => table.row.parse(record)),
      ),
    readCells: async (database, departement) => {
      const rows = await database.query<Row>(
        `select ${select} from ${from} t join current_load c on c.load_id = t.load_id
         where c.departement = $1 and c.source = $2 order by ${order} collate "C"`,
        [departement, identity.source],
      );
      return rows.map(table.toCells);
    },
  };
}

const territories = (level: 'commune' | 'epci') =>
  `array(select p.code from project_territory p where p.load_id = t.load_id and p.project_id = t.id and p.level = '${level}'
     order by p.code collate "C")`;

export const registers: readonly Register[] = [
  register({
    source: 'projets-recenses',
    file: 'projets.csv',
    title: 'Projets recensés',
    key: ['id'],
    table: projectTable,
    insert: insertProjects,
    select: `t.id, t.parent, t.title as titre, t.summary as resume, t.objectives as objectifs, t.theme, t.sub_theme as sous_theme,
      t.carrier as porteur, t.carrier_siren as porteur_siren, t.carrier_siret as porteur_siret, t.carrier_type as porteur_type,
      t.level as niveau, ${territories('commune')} as communes, ${territories('epci')} as epci, t.site as lieu,
      st_y(t.location_4326) as latitude, st_x(t.location_4326) as longitude, t.audiences as publics, t.phase, t.state as etat,
      t.planned_start as date_debut_prevue, t.planned_end as date_fin_prevue, t.starts_on as date_debut, t.ends_on as date_fin,
      t.budget_euros as budget_eur, t.funders as financeurs,
      coalesce((select json_agg(json_build_object('funder', f.funder, 'year', f.year, 'amountEuros', f.amount_euros) order by f.rank)
        from project_funding f where f.load_id = t.load_id and f.project_id = t.id), '[]') as financements,
      t.partners as partenaires, t.is_open as ouvert, t.expected_effects as effets_attendus, t.links as liens, t.needs as besoins,
      t.source_url, t.source_on as source_date, t.confidence as confiance, t.updated_on as date_maj`,
    from: 'project',
    order: 't.id',
  }),
  register({
    source: 'fiches-catalogue',
    file: 'fiches.csv',
    title: 'Fiches du catalogue : actions possibles',
    key: ['id'],
    table: sheetTable,
    insert: insertSheets,
    select: `t.id, t.status as statut, t.title as titre, t.theme, t.problem as probleme, t.objectives as objectifs,
      t.prerequisites as prerequis, t.least_cost_euros as cout_min_eur, t.most_cost_euros as cout_max_eur, t.cost_note as cout_precision,
      t.least_months as duree_min_mois, t.most_months as duree_max_mois, t.possible_carriers as porteurs_possibles,
      t.sharing as mutualisation, t.examples as exemples, t.result_indicators as indicateurs_resultat, t.updated_on as date_maj`,
    from: 'catalogue_sheet',
    order: 't.id',
  }),
  register({
    source: 'decisions-fiches',
    file: 'decisions.csv',
    title: 'Décisions sur les fiches du catalogue : la feuille de route',
    key: ['fiche'],
    table: decisionTable,
    insert: insertDecisions,
    select: `t.sheet_id as fiche, t.decision, t.body as instance, t.decided_on as date, t.reason as motif, t.pilot as pilote,
      t.planned_start as date_debut_prevue, t.planned_end as date_fin_prevue, t.ended_on as date_fin,
      coalesce((select json_agg(json_build_object('on', m.day, 'label', m.label) order by m.rank)
        from unnest(t.milestone_dates, t.milestone_labels) with ordinality as m (day, label, rank)), '[]') as jalons`,
    from: 'catalogue_decision',
    order: 't.sheet_id',
  }),
  register({
    source: 'recensement-epci',
    file: 'recensement.csv',
    title: 'Réponses des EPCI au recensement des projets',
    key: ['epci'],
    table: censusTable,
    insert: insertCensus,
    select: 't.epci, t.status as statut, t.answered_on as date, t.note as precision',
    from: 'census_answer',
    order: 't.epci',
  }),
  register({
    source: 'lieux-recenses',
    file: 'lieux.csv',
    title: 'Lieux d’accompagnement',
    key: ['id'],
    table: placeTable,
    insert: (tx, loadId, rows) => insertPlaces(tx, loadId, rows.map(toPlaceRecord)),
    select: `t.id, t.name as nom, t.kind as type, t.programmes as dispositif,
      case when t.is_itinerant then 'Itinérant' else 'Fixe' end as itinerance, t.services, t.address as adresse,
      t.postcode as code_postal, t.commune as code_insee, st_y(t.location_4326) as latitude, st_x(t.location_4326) as longitude,
      t.opening_hours as horaires, t.website as site, t.source_url, t.source_on as source_date, t.confidence as confiance`,
    from: 'place',
    order: 't.id',
  }),
];
