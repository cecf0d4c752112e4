/** The quarterly shapefile of communes: its attribute table, read by two sources. Its `.cpg` says UTF-8 over latin-1. */
import type { Form } from './declare.ts';
import { deploymentDataset } from './workbook.ts';

export const communeShapefile = {
  editions: { kind: 'quarterly', keep: 'latest' },
  files: [
    {
      path: 'arcep-deploiement/{quarter}/commune.zip',
      official: { at: 'data-gouv', dataset: deploymentDataset, title: '^{quarter}-Commune$' },
    },
  ],
} as const satisfies Form;

export const communeTableFormat = {
  kind: 'dbf',
  encoding: 'windows-1252',
  wrapping: { zipEntry: '.dbf' },
} as const;
