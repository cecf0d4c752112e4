/** The Data Package descriptor (https://datapackage.org, version 2) of the files that hold one table. */
import type { DownloadFormat } from '../../data/catalogue/download-formats.ts';
import { type Column, fileNameOf, type TypedTable } from './typed-table.ts';

/** A file of the table, as it is downloaded. */
export interface DescribedFile {
  readonly format: DownloadFormat;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
}

const toField = ({ name, title, description, type, unit, required }: Column) => ({
  name,
  title,
  description,
  type,
  ...(unit !== undefined && { unit }),
  constraints: { required: required === true },
});

const schemaProfile = 'https://datapackage.org/profiles/2.0/tableschema.json';

/** How the two forms of CSV are to be read. */
const dialects: Readonly<Record<string, object>> = {
  csv: { delimiter: ',', lineTerminator: '\r\n' },
  'csv-excel': { delimiter: ';', lineTerminator: '\r\n' },
};

export function toDescriptor(table: TypedTable, files: readonly DescribedFile[], descriptorUrl: string): object {
  const { columns, primaryKey, sources, definitions } = table;
  const licences = new Map(sources.map(({ licence, licenceUrl }) => [licence, licenceUrl]));
  const schemaFor = (id: string) => ({
    $schema: schemaProfile,
    fields: columns.map((column) => ({
      ...toField(column),
      ...(id === 'csv-excel' && column.type === 'number' && { decimalChar: ',' }),
      ...(id === 'csv-excel' && column.type === 'boolean' && { trueValues: ['oui'], falseValues: ['non'] }),
    })),
    primaryKey,
    missingValues: [''],
  });
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: table.fileName.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '-'),
    id: descriptorUrl,
    title: table.title,
    description: table.description,
    version: table.dataOn,
    licenses: [...licences].map(([title, path]) => ({ title, ...(path !== null && { path }) })),
    sources: sources.map((source) => ({
      name: source.id,
      title: `${source.producteur}, ${source.titre}`,
      path: source.url,
      publisher: source.producteur,
      licence: source.licence,
      vintage: source.millesime,
      dataOn: source.dateDonnees,
    })),
    definitions: definitions.map(({ id, label, definition, formula, cautions }) => ({
      name: id,
      title: label,
      description: definition,
      formula,
      cautions,
    })),
    resources: files.map(({ format, url, bytes, sha256 }) => ({
      name: format.id,
      title: `${format.label}. ${format.use}`,
      path: url,
      fileName: fileNameOf(table, format),
      format: format.extension,
      mediatype: format.mediaType,
      ...(dialects[format.id] && { type: 'table', dialect: dialects[format.id], encoding: 'utf-8' }),
      bytes,
      hash: `sha256:${sha256}`,
      schema: schemaFor(format.id),
    })),
  };
}

/** The media type under which a file is sent. */
export function contentTypeOf({ id, mediaType }: Pick<DownloadFormat, 'id' | 'mediaType'>): string {
  return id === 'csv' || id === 'csv-excel' ? 'text/csv; charset=utf-8; header=present' : mediaType;
}
