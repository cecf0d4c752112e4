import { z } from 'zod';
import type { CsvFormat, RawRecord } from '../catalogue/raw-record.ts';
import { estimate } from './cells.ts';
import { type Form, licences, type OtherSource } from './declare.ts';

/** ETRS89-extended / LAEA Europe, the grid's own coordinates; the definition is that of the EPSG registry. */
export const gridProjection =
  '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
export const cellSideMeters = 200;

/** Metropolitan France in the grid, metres: what is outside was not read from this file. */
const bounds = { south: 2_000_000, north: 3_200_000, west: 3_200_000, east: 4_350_000 };

/** A row of the file, before its communes are told apart. */
export interface PublishedCell {
  readonly id: string;
  /** Of its south-west corner, metres in `gridProjection`. */
  readonly corner: readonly [east: number, north: number];
  readonly individuals: number;
}

const idPattern = /^CRS3035RES200mN(\d{7})E(\d{7})$/;

export const cellColumns = { id: 'idcar_200m', communes: 'lcog_geo', individuals: 'ind' } as const;

const row = z
  .object({ [cellColumns.id]: z.string(), [cellColumns.individuals]: estimate })
  .transform((cells, context): PublishedCell => {
    const id = String(cells[cellColumns.id]).trim();
    const [, north = '', east = ''] = idPattern.exec(id) ?? [];
    const corner = [Number(east), Number(north)] as const;
    const refuse = (column: string, message: string) => {
      context.issues.push({ code: 'custom', input: cells, path: [column], message });
      return z.NEVER;
    };
    if (north === '')
      return refuse(
        cellColumns.id,
        `« ${id.slice(0, 60)} » n’est pas un carreau de 200 m (comme CRS3035RES200mN2870200E3760600)`,
      );
    if (corner.some((meters) => meters % cellSideMeters !== 0))
      return refuse(cellColumns.id, `« ${id} » n’est pas sur la grille : ses coordonnées sont des multiples de 200`);
    const [x, y] = corner;
    if (x < bounds.west || x > bounds.east || y < bounds.south || y > bounds.north)
      return refuse(cellColumns.id, `« ${id} » est hors de la France métropolitaine`);
    const individuals = Number(cells[cellColumns.individuals]);
    if (individuals === 0) return refuse(cellColumns.individuals, 'un carreau publié a des habitants, or il en a 0');
    return { id, corner, individuals };
  });

/** How the file is read. */
export const cellTable: {
  readonly format: CsvFormat;
  readonly row: z.ZodType<PublishedCell, RawRecord>;
} = {
  format: { delimiter: ',', headerColumn: cellColumns.id, columns: Object.values(cellColumns) },
  row: row as unknown as z.ZodType<PublishedCell, RawRecord>,
};

/** `lcog_geo` → the codes of communes that it writes one after the other; null when it is not made of such codes. */
export function communesOfCell(text: string): string[] | null {
  const codes = text.trim().match(/.{1,5}/g) ?? [];
  return codes.length > 0 && codes.every((code) => /^\d[0-9AB]\d{3}$/.test(code)) ? [...new Set(codes)] : null;
}

const editions = { kind: 'fixed', vintage: '2021', dataOn: '2021-12-31' } as const;
const forms = [
  { editions, files: [{ path: 'insee-carreaux/Filosofi2021_carreaux_200m_csv.zip' }] },
  { editions, files: [{ path: 'insee-carreaux/carreaux_200m_met.csv' }] },
  { editions, files: [{ path: 'insee-carreaux/carreaux_200m-{departement}.csv' }] },
] as const satisfies readonly Form[];

/**
 * Where people live inside a commune. Optional: without it, inhabitants stand at the centre of their commune.
 *
 * Known from programs that read these files, for no file was at hand: the page, the name of the archive, that of its
 * table (`carreaux_200m_met.csv`), commas, the columns in lower case, identifiers such as
 * CRS3035RES200mN2029800E4252400 (south-west corner), `lcog_geo` of one to six codes run together, decimals in `ind`.
 * From memory: that decimals have a point, and that the COG is near that of the vintage (merged communes are followed).
 * Traps: the archive of 2019 holds a 7z, to be unpacked by hand, and the columns of 2017 have capitals; most cells of
 * less than 11 households are imputed, so `ind` serves to spread a population that is counted elsewhere, not to count.
 * No official address: the publisher refuses some programs, and the national file is large for what it adds.
 */
export default {
  id: 'insee-carreaux',
  title: 'Population par carreau de 200 m (Filosofi 2021)',
  publisher: 'INSEE',
  licence: licences.openLicence2,
  url: 'https://www.insee.fr/fr/statistiques/8735162',
  description:
    'Individus des ménages fiscaux par carreau habité de 200 mètres de côté, en France métropolitaine. Ils servent à répartir la population municipale de chaque commune là où l’on y habite, pour mesurer l’accès aux lieux ; un carreau à cheval sur plusieurs communes est partagé à parts égales entre elles. La plupart des carreaux peu peuplés sont estimés par l’INSEE. Facultatif : ce fichier se donne dans un dossier, avec --from ; sans lui, les habitants d’une commune sont comptés à son centre.',
  use: 'figures',
  forms,
  revision: 1,
  overseas: [],
  refusalTolerance: 0.01,
  // Inhabited land does not shrink by a fifth: a file cut at the end of a line looks like this.
  mostShrink: 0.2,
  brings: 'cells',
} as const satisfies OtherSource;
