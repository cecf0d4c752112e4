/** The tables that every GeoPackage 1.3 has (https://www.geopackage.org/spec131), and how a geometry is written in one. */
import type { Bounds, TableGeometry } from './geometry.ts';
import { toWkb } from './geometry.ts';

export const wgs84 = 4326;

const wgs84Definition =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],' +
  'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

/** `application_id` is « GPKG »; `user_version` is version 1.3.0. */
export const layoutSql = `
  pragma application_id = ${0x47504b47};
  pragma user_version = 10300;
  create table gpkg_spatial_ref_sys (
    srs_name TEXT not null, srs_id INTEGER primary key, organization TEXT not null,
    organization_coordsys_id INTEGER not null, definition TEXT not null, description TEXT);
  create table gpkg_contents (
    table_name TEXT not null primary key, data_type TEXT not null, identifier TEXT unique, description TEXT default '',
    last_change DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (
    table_name TEXT not null, column_name TEXT not null, geometry_type_name TEXT not null, srs_id INTEGER not null,
    z TINYINT not null, m TINYINT not null,
    constraint pk_geom_cols primary key (table_name, column_name), constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT not null, definition TEXT not null, scope TEXT not null,
    constraint ge_tce unique (table_name, column_name, extension_name));
  create table gpkg_data_columns (
    table_name TEXT not null, column_name TEXT not null, name TEXT, title TEXT, description TEXT, mime_type TEXT,
    constraint_name TEXT,
    constraint pk_gdc primary key (table_name, column_name), constraint gdc_tn unique (table_name, name));
  create table gpkg_data_column_constraints (
    constraint_name TEXT not null, constraint_type TEXT not null, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
    max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
    constraint gdcc_ntv unique (constraint_name, constraint_type, value));`;

/** Rows of those tables that do not depend on what the file holds. */
export const layoutRows: readonly (readonly [table: string, values: readonly (string | number | null)[]])[] = [
  ['gpkg_spatial_ref_sys', ['WGS 84', wgs84, 'EPSG', 4326, wgs84Definition, 'longitude, latitude']],
  ['gpkg_spatial_ref_sys', ['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', null]],
  ['gpkg_spatial_ref_sys', ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null]],
  ...['gpkg_data_columns', 'gpkg_data_column_constraints'].map(
    (table) =>
      [
        'gpkg_extensions',
        [table, null, 'gpkg_schema', 'http://www.geopackage.org/spec131/#extension_schema', 'read-write'],
      ] as const,
  ),
];

const littleEndian = 0b0000_0001;
const withEnvelope = 0b0000_0010;

/** The header of a GeoPackage, then well-known binary; a point is its own envelope. */
export function toGeopackageGeometry(geometry: TableGeometry, [west, south, east, north]: Bounds): Uint8Array {
  const wkb = toWkb(geometry);
  const envelope = geometry.type === 'Point' ? [] : [west, east, south, north];
  const headerBytes = 8 + envelope.length * 8;
  const bytes = new Uint8Array(headerBytes + wkb.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, littleEndian | (envelope.length > 0 ? withEnvelope : 0)]);
  view.setInt32(4, wgs84, true);
  for (const [i, value] of envelope.entries()) view.setFloat64(8 + i * 8, value, true);
  bytes.set(wkb, headerBytes);
  return bytes;
}
