/** Referenced projects and places: rows of the exchange tables → tables of a load. */
import type { Queryable } from '../data/database/port.ts';
import type { PlaceRow } from '../data/tables/lieux.ts';
import type { ProjectRow } from '../data/tables/projets.ts';

export async function insertProjects(tx: Queryable, loadId: number, rows: readonly ProjectRow[]): Promise<void> {
  await tx.copyRows(
    'project',
    [
      'load_id',
      'id',
      'parent',
      'title',
      'summary',
      'theme',
      'carrier',
      'carrier_siren',
      'level',
      'phase',
      'starts_on',
      'ends_on',
      'budget_euros',
      'funders',
      'partners',
      'source_url',
      'source_on',
      'confidence',
    ],
    rows.map((row) => [
      loadId,
      row.id,
      row.parent,
      row.titre,
      row.resume,
      row.theme,
      row.porteur,
      row.porteur_siren,
      row.niveau,
      row.phase,
      row.date_debut,
      row.date_fin,
      row.budget_eur,
      row.financeurs,
      row.partenaires,
      row.source_url,
      row.source_date,
      row.confiance,
    ]),
  );
  await tx.copyRows(
    'project_territory',
    ['load_id', 'project_id', 'level', 'code'],
    rows.flatMap((row) => [
      ...row.communes.map((code) => [loadId, row.id, 'commune', code]),
      ...row.epci.map((code) => [loadId, row.id, 'epci', code]),
    ]),
  );
}

export async function insertPlaces(tx: Queryable, loadId: number, rows: readonly PlaceRow[]): Promise<void> {
  await tx.copyRows(
    'place',
    [
      'load_id',
      'id',
      'name',
      'kind',
      'programme',
      'is_itinerant',
      'services',
      'address',
      'postcode',
      'commune',
      'location_4326',
      'opening_hours',
      'website',
      'source_url',
      'source_on',
      'confidence',
    ],
    rows.map((row) => [
      loadId,
      row.id,
      row.nom,
      row.type,
      row.dispositif,
      row.itinerance === 'Itinérant',
      row.services,
      row.adresse,
      row.code_postal,
      row.code_insee,
      row.latitude === null ? null : `SRID=4326;POINT(${row.longitude} ${row.latitude})`,
      row.horaires,
      row.site,
      row.source_url,
      row.source_date,
      row.confiance,
    ]),
  );
}
