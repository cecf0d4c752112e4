/** How a published source is declared. Each `data/sources/<id>.ts` is one; `registry.ts` holds them in load order. */
import type { z } from 'zod';
import type { Period } from '../catalogue/declare.ts';
import type { MeasureId } from '../catalogue/measures.ts';
import type { CsvFormat, RawRecord } from '../catalogue/raw-record.ts';
import type { SourceId } from '../catalogue/source-ids.ts';

export interface Licence {
  readonly label: string;
  /** Page of the licence's text; null for our own compilation. */
  readonly url: string | null;
}

export const licences = {
  openLicence1: {
    label: 'Licence Ouverte 1.0',
    url: 'https://www.data.gouv.fr/pages/legal/licences/open-licence-1-0',
  },
  openLicence2: { label: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
  compilation: { label: 'Faits compilés à partir de pages publiques, chacun avec sa source', url: null },
} as const satisfies Record<string, Licence>;

/** One edition of a source: its files as a mirror folder holds them, in the order of the source's tables. */
export interface Vintage {
  readonly vintage: Period;
  /** Day at which the figures were true, ISO. */
  readonly dataOn: string;
  /** Paths inside the mirror folder; `npm:` for a file of an installed package. */
  readonly files: readonly string[];
}

/** What every source says of itself, whatever it brings. The API and the method page read no more than this. */
export interface SourceIdentity {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  readonly licence: Licence;
  /** Page of the dataset, for people. */
  readonly url: string;
  /** What it is and what to beware of, in French sentences. */
  readonly description: string;
  /** Whether figures of it may be drawn, or are only listed under sources (with the French reason). */
  readonly use: 'figures' | { readonly sourcesOnly: string };
  readonly vintages: readonly Vintage[];
  /** Raised when our reader reads the same file otherwise: the file is then loaded anew. */
  readonly revision: number;
  /** Share of rows that may be refused, or of communes that may be absent, before the whole file is refused. */
  readonly refusalTolerance: number;
}

/** One answer about one commune of the file's own vintage: a number, a category, a date, or a reason why none. */
export interface Fact {
  readonly commune: string;
  readonly period: Period;
  readonly measure: MeasureId;
  readonly value: number | string | null;
  readonly reason?: string;
}

export interface FactTable {
  readonly format: CsvFormat;
  /** Column of the commune code: rows of other territories are left out before anything else is looked at. */
  readonly communeColumn: string;
  /** Columns that make a row unique; a second one is refused. */
  readonly keyColumns: readonly string[];
  /** Record → facts; an issue's path names the column. */
  readonly row: z.ZodType<readonly Fact[], RawRecord>;
}

/** A source of figures by commune. */
export interface FactSource extends SourceIdentity {
  readonly brings: 'facts';
  /** One per file. */
  readonly tables: readonly FactTable[];
  /** Adds the facts that follow from the whole file. */
  readonly complete?: (facts: readonly Fact[]) => readonly Fact[];
  /** Pairs of counts, the first of which should not exceed the second: kept and reported when it does. */
  readonly expectedAtMost: readonly (readonly [MeasureId, MeasureId])[];
  /** Refuses the load: parts that must add up to their total, and thresholds that must decrease, commune by commune. */
  readonly partsOf: readonly { readonly total: MeasureId; readonly parts: readonly MeasureId[] }[];
  readonly decreasing: readonly MeasureId[];
}

/** A source that is not figures: memberships, outlines, projects, places. */
export interface OtherSource extends SourceIdentity {
  readonly brings: 'membership' | 'outlines' | 'projects' | 'places';
}

export type Source = FactSource | OtherSource;
