/**
 * Writes a generated table in one format, in a process of its own, and says how long it took and the most memory it had.
 * `node --import tsx bench/downloads-write.ts <format> <rows> <vertices> <file>`
 */

import type { Cell, TableRow, TypedTable } from '../api/downloads/typed-table.ts';
import { rowsPerPage } from '../api/downloads/typed-table.ts';
import { tableWriters } from '../api/downloads/write-table.ts';
import { type DownloadFormatId, downloadFormatIds } from '../data/catalogue/download-formats.ts';

const perLine = 200;
const outlineCount = 97;

/** A ring around a point of a grid, counterclockwise, 7 decimals. */
function outline(index: number, vertices: number): string {
  const [longitude, latitude] = [-4 + (index % perLine) * 0.06, 42 + Math.floor(index / perLine) * 0.05];
  const ring: string[] = [];
  for (let i = 0; i <= vertices; i++) {
    const angle = ((i % vertices) / vertices) * 2 * Math.PI;
    ring.push(`[${(longitude + 0.02 * Math.cos(angle)).toFixed(7)},${(latitude + 0.02 * Math.sin(angle)).toFixed(7)}]`);
  }
  return `{"type":"MultiPolygon","coordinates":[[[${ring.join(',')}]]]}`;
}

const source = 'Producteur inventé, titre inventé de la longueur de ceux des sources';
const text = (name: string) => ({ name, title: name, description: 'Généré.', type: 'string' as const });
const number = (name: string) => ({ name, title: name, description: 'Généré.', type: 'number' as const });

/** As wide as a table of values. */
export function generatedTable(rowCount: number, vertices: number): TypedTable {
  // A few outlines in turn: what is measured is how they are written, not how they are drawn.
  const outlines = Array.from({ length: outlineCount }, (_, i) => outline(i * 331, vertices));
  const toRow = (index: number, withGeometry: boolean): TableRow => {
    const code = String(index).padStart(5, '0');
    const [numerator, denominator] = [(index * 7919) % 10_000, 10_000 + (index % 977)];
    const figures: Cell[] = [numerator / denominator, numerator, denominator];
    const provenance: Cell[] = ['partie', 'méthode inventée', source, '2026-T2', '2026-06-30', 'Licence Ouverte 2.0'];
    return {
      cells: [
        code,
        `Commune générée ${code}`,
        'commune',
        'genere',
        '2026-T2',
        ...figures,
        'valeur',
        null,
        ...provenance,
      ],
      geometry: withGeometry ? (outlines[index % outlineCount] ?? null) : null,
    };
  };
  return {
    name: 'genere',
    title: 'Table générée',
    fileName: 'genere',
    description: 'Communes générées pour la mesure.',
    columns: [
      ...['code', 'nom', 'niveau', 'indicateur', 'periode'].map(text),
      ...['valeur', 'numerateur', 'denominateur'].map(number),
      ...['etat', 'raison', 'perimetre', 'methode', 'source', 'millesime', 'date_donnees', 'licence'].map(text),
    ],
    primaryKey: ['code'],
    geometryType: 'MultiPolygon',
    rowCount,
    sources: [],
    definitions: [],
    dataOn: '2026-06-30',
    async *rows({ withGeometry }) {
      for (let start = 0; start < rowCount; start += rowsPerPage) {
        const length = Math.min(rowsPerPage, rowCount - start);
        // As a page is read from a database: others have their turn meanwhile.
        await new Promise(setImmediate);
        yield Array.from({ length }, (_, i) => toRow(start + i, withGeometry));
      }
    },
  };
}

const [format = '', rows = '', vertices = '', file = ''] = process.argv.slice(2);
const id = downloadFormatIds.find((one) => one === format) as DownloadFormatId;
const start = performance.now();
let longestPauseMs = 0;
let last = start;
const heartbeat = setInterval(() => {
  const now = performance.now();
  longestPauseMs = Math.max(longestPauseMs, now - last);
  last = now;
}, 5);
await tableWriters[id](generatedTable(Number(rows), Number(vertices)), file);
longestPauseMs = Math.max(longestPauseMs, performance.now() - last);
clearInterval(heartbeat);
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    longestPauseMs: Math.round(longestPauseMs),
  }),
);
