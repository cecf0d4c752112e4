/** Format → what writes it. */
import type { DownloadFormatId } from '../../data/catalogue/download-formats.ts';
import { csvWriter } from './csv.ts';
import { writeFlatgeobuf } from './flatgeobuf.ts';
import { writeGeojson } from './geojson.ts';
import { writeGeopackage } from './geopackage.ts';
import { writeGeoparquet } from './geoparquet.ts';
import { writeTableJson } from './table-json.ts';
import type { WriteTable } from './typed-table.ts';
import { writeWorkbook } from './workbook.ts';

/** Those of downloads, and the one that the API answers where it has no other JSON. */
export type WrittenFormat = DownloadFormatId | 'json';

export const tableWriters: Readonly<Record<WrittenFormat, WriteTable>> = {
  json: writeTableJson,
  csv: csvWriter('csv'),
  'csv-excel': csvWriter('csv-excel'),
  xlsx: writeWorkbook,
  geojson: writeGeojson,
  gpkg: writeGeopackage,
  fgb: writeFlatgeobuf,
  parquet: writeGeoparquet,
};
