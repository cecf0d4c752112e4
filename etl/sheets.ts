/** Rows of the exchange tables → tables of a load: projects, places, the catalogue and its decisions, the census. */
import type { Queryable, SqlValue } from '../data/database/port.ts';
import type { DecisionRow } from '../data/tables/decisions.ts';
import type { SheetRow } from '../data/tables/fiches.ts';
import type { PlaceRecord } from '../data/tables/lieux.ts';
import type { ProjectRow } from '../data/tables/projets.ts';
import type { CensusRow } from '../data/tables/recensement.ts';

/** Column of the table → its value. */
type Columns<Row> = Readonly<Record<string, (row: Row) => SqlValue>>;

async function insertRows<Row>(
  tx: Queryable,
  table: string,
  columns: Columns<Row>,
  loadId: number,
  rows: readonly Row[],
): Promise<void> {
  const values = Object.values(columns);
  await tx.copyRows(
    table,
    ['load_id', ...Object.keys(columns)],
    rows.map((row) => [loadId, ...values.map((read) => read(row))]),
  );
}

const point = (longitude: number | null, latitude: number | null) =>
  latitude === null ? null : `SRID=4326;POINT(${longitude} ${latitude})`;

const projectColumns: Columns<ProjectRow> = {
  id: (row) => row.id,
  parent: (row) => row.parent,
  title: (row) => row.titre,
  summary: (row) => row.resume,
  objectives: (row) => row.objectifs,
  theme: (row) => row.theme,
  sub_theme: (row) => row.sous_theme,
  carrier: (row) => row.porteur,
  carrier_siren: (row) => row.porteur_siren,
  carrier_siret: (row) => row.porteur_siret,
  carrier_type: (row) => row.porteur_type,
  level: (row) => row.niveau,
  site: (row) => row.lieu,
  location_4326: (row) => point(row.longitude, row.latitude),
  audiences: (row) => row.publics,
  phase: (row) => row.phase,
  state: (row) => row.etat,
  planned_start: (row) => row.date_debut_prevue,
  planned_end: (row) => row.date_fin_prevue,
  starts_on: (row) => row.date_debut,
  ends_on: (row) => row.date_fin,
  budget_euros: (row) => row.budget_eur,
  funders: (row) => row.financeurs,
  partners: (row) => row.partenaires,
  is_open: (row) => row.ouvert,
  expected_effects: (row) => row.effets_attendus,
  links: (row) => row.liens,
  needs: (row) => row.besoins,
  source_url: (row) => row.source_url,
  source_on: (row) => row.source_date,
  confidence: (row) => row.confiance,
  updated_on: (row) => row.date_maj,
};

const territoryColumns = ['project_id', 'level', 'code'];
const fundingColumns = ['project_id', 'rank', 'funder', 'year', 'amount_euros'];

export async function insertProjects(tx: Queryable, loadId: number, rows: readonly ProjectRow[]): Promise<void> {
  await insertRows(tx, 'project', projectColumns, loadId, rows);
  await tx.copyRows(
    'project_territory',
    ['load_id', ...territoryColumns],
    rows.flatMap((row) => [
      ...row.communes.map((code) => [loadId, row.id, 'commune', code]),
      ...row.epci.map((code) => [loadId, row.id, 'epci', code]),
    ]),
  );
  await tx.copyRows(
    'project_funding',
    ['load_id', ...fundingColumns],
    rows.flatMap((row) =>
      row.financements.map(({ funder, year, amountEuros }, i) => [loadId, row.id, i + 1, funder, year, amountEuros]),
    ),
  );
}

const placeColumns: Columns<PlaceRecord> = {
  id: (row) => row.id,
  name: (row) => row.nom,
  kind: (row) => row.type,
  programmes: (row) => row.dispositif,
  is_itinerant: (row) => row.itinerance === 'Itinérant',
  services: (row) => row.services,
  audiences: (row) => row.publics,
  access: (row) => row.acces,
  special_care: (row) => row.prise_en_charge,
  siret: (row) => row.siret,
  address: (row) => row.adresse,
  postcode: (row) => row.code_postal,
  commune: (row) => row.code_insee,
  location_4326: (row) => point(row.longitude, row.latitude),
  opening_hours: (row) => row.horaires,
  hours_note: (row) => row.horaires_precision,
  website: (row) => row.site,
  source_url: (row) => row.source_url,
  source_on: (row) => row.source_date,
  updated_on: (row) => row.maj_on,
  confidence: (row) => row.confiance,
};

export function insertPlaces(tx: Queryable, loadId: number, rows: readonly PlaceRecord[]): Promise<void> {
  return insertRows(tx, 'place', placeColumns, loadId, rows);
}

const sheetColumns: Columns<SheetRow> = {
  id: (row) => row.id,
  status: (row) => row.statut,
  title: (row) => row.titre,
  theme: (row) => row.theme,
  problem: (row) => row.probleme,
  objectives: (row) => row.objectifs,
  prerequisites: (row) => row.prerequis,
  least_cost_euros: (row) => row.cout_min_eur,
  most_cost_euros: (row) => row.cout_max_eur,
  cost_note: (row) => row.cout_precision,
  least_months: (row) => row.duree_min_mois,
  most_months: (row) => row.duree_max_mois,
  possible_carriers: (row) => row.porteurs_possibles,
  sharing: (row) => row.mutualisation,
  examples: (row) => row.exemples,
  result_indicators: (row) => row.indicateurs_resultat,
  updated_on: (row) => row.date_maj,
};

export function insertSheets(tx: Queryable, loadId: number, rows: readonly SheetRow[]): Promise<void> {
  return insertRows(tx, 'catalogue_sheet', sheetColumns, loadId, rows);
}

const decisionColumns: Columns<DecisionRow> = {
  sheet_id: (row) => row.fiche,
  decision: (row) => row.decision,
  body: (row) => row.instance,
  decided_on: (row) => row.date,
  reason: (row) => row.motif,
  pilot: (row) => row.pilote,
  planned_start: (row) => row.date_debut_prevue,
  planned_end: (row) => row.date_fin_prevue,
  ended_on: (row) => row.date_fin,
  milestone_dates: (row) => row.jalons.map(({ on }) => on),
  milestone_labels: (row) => row.jalons.map(({ label }) => label),
};

export function insertDecisions(tx: Queryable, loadId: number, rows: readonly DecisionRow[]): Promise<void> {
  return insertRows(tx, 'catalogue_decision', decisionColumns, loadId, rows);
}

const censusColumns: Columns<CensusRow> = {
  epci: (row) => row.epci,
  status: (row) => row.statut,
  answered_on: (row) => row.date,
  note: (row) => row.precision,
};

export function insertCensus(tx: Queryable, loadId: number, rows: readonly CensusRow[]): Promise<void> {
  return insertRows(tx, 'census_answer', censusColumns, loadId, rows);
}

/** Table of a list → the columns that a load writes, `load_id` aside. */
export const listColumns: Readonly<Record<string, readonly string[]>> = {
  project: Object.keys(projectColumns),
  project_territory: territoryColumns,
  project_funding: fundingColumns,
  place: Object.keys(placeColumns),
  catalogue_sheet: Object.keys(sheetColumns),
  catalogue_decision: Object.keys(decisionColumns),
  census_answer: Object.keys(censusColumns),
};
