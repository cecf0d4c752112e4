/** What the routes are given: the effects, and the declarations that they answer from. */
import type { Indicator } from '../data/catalogue/catalogue.ts';
import type { Database } from '../data/database/port.ts';
import type { Source } from '../data/sources/declare.ts';
import type { TableWriter } from './downloads/table-writer.ts';
import type { ExportStore } from './exports.ts';
import type { Isochrones } from './isochrones.ts';
import type { StateReader } from './state-tables.ts';
import type { TileArchives } from './tiles/archives.ts';

export interface ApiDependencies {
  readonly database: Database;
  /** What figures are computed from, kept as long as no load moves. */
  readonly readState: StateReader;
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly archives: TileArchives;
  readonly exports: ExportStore;
  readonly writeTable: TableWriter;
  readonly programVersion: string;
  /** null: no travel time is ever asked for. */
  readonly isochrones: Isochrones | null;
  readonly now: () => Date;
  /** Origin of absolute addresses; null: that of the request. */
  readonly publicUrl: string | null;
}
