/** How a published source is declared. Each `data/sources/<id>.ts` is one; `registry.ts` holds them in load order. */
import type { z } from 'zod';
import type { Period } from '../catalogue/declare.ts';
import type { MeasureId } from '../catalogue/measures.ts';
import type { RawRecord, TableFormat } from '../catalogue/raw-record.ts';
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

/**
 * Where a publisher puts a file. `{departement}` and `{quarter}` (2026_T2) are filled in; the title of a data.gouv.fr
 * resource is a regular expression in which `{quarter}` stands for 2026T2 or 2026t2.
 */
export type Address =
  | { readonly at: 'url'; readonly url: string }
  | { readonly at: 'data-gouv'; readonly dataset: string; readonly title: string }
  /** A file of the data package that comes with the program, for the département that it is about. */
  | { readonly at: 'package'; readonly file: string };

/** Which editions of a form there are. */
export type Editions =
  /** One, known in advance. */
  | { readonly kind: 'fixed'; readonly vintage: Period; readonly dataOn: string }
  /** One a quarter: folders named {quarter}, officially listed by the page `index`, or titles of a dataset. */
  | { readonly kind: 'quarterly'; readonly keep: 'all' | 'latest'; readonly index?: string }
  /**
   * What stands at the address now, dated by the day its publisher last changed it: that of the resource, or of the
   * field (`metas.default.modified`) of a JSON page, or of the HTTP header.
   */
  | { readonly kind: 'standing'; readonly datedBy?: { readonly url: string; readonly field: string } };

export interface FileRule {
  /** Path inside a folder of files, {departement} and {quarter} filled in; `npm:` for a file of an installed package, `package:` for one of our own data package. */
  readonly path: string;
  /** Absent: only a folder can hold it. */
  readonly official?: Address;
  /** With {departement}: the départements of the outside communes of straddling EPCI are fetched too. */
  readonly withNeighbours?: boolean;
}

/** A layout in which the files of a source are found: the publisher's own, or an extract of it. */
export interface Form {
  /** Looked for only when that many départements are wanted. */
  readonly atLeastDepartements?: number;
  readonly editions: Editions;
  readonly files: readonly FileRule[];
}

/** What every source says of itself, whatever it brings. */
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
}

interface Loaded extends SourceIdentity {
  /** Overseas départements of which the publisher's files tell, where they do not tell of all. */
  readonly overseas?: readonly string[];
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
  /** Why there is no value; without one, an answer that is no number says so in `reason`. */
  readonly state?: 'missing' | 'secret';
  readonly reason?: string;
}

export interface FactTable {
  readonly format: TableFormat;
  /** Column of the commune code: rows of other territories are left out before anything else is looked at. */
  readonly communeColumn: string;
  /** The code as it should have been written, from what is: a leading zero that was lost. */
  readonly toCommuneCode?: (cell: string) => string;
  /** Keeps the records that count; the others (another level, another kind of premises) are left out. */
  readonly isAbout?: (record: RawRecord) => boolean;
  /** What to say of a column that is not read, though it looks like one that should be; null for any other. */
  readonly remarkOfColumn?: (column: string) => string | null;
  /** Columns that make a row unique. */
  readonly keyColumns: readonly string[];
  /**
   * What rows of one key are: an error (default); the same answer written several times, an error when they differ; or
   * counts to add up.
   */
  readonly repeated?: 'same' | 'sum';
  /** Record → facts; an issue's path names the column. */
  readonly row: z.ZodType<readonly Fact[], RawRecord>;
}

/** A layout of a source of figures, with one table per file, in order. */
export interface FactForm extends Form {
  readonly tables: (vintage: Period) => readonly FactTable[];
}

/** A source of figures by commune. */
export interface FactSource extends Loaded {
  readonly brings: 'facts';
  /** In the order in which they are looked for. */
  readonly forms: readonly FactForm[];
  /** Adds the facts that follow from the whole file. */
  readonly complete?: (facts: readonly Fact[]) => readonly Fact[];
  /** What a commune of the territory that the file does not hold is: unknown (default), or none of what is counted. */
  readonly absentMeansZero?: readonly MeasureId[];
  /** Share of the communes that may be absent, where the publisher leaves many out; `refusalTolerance` otherwise. */
  readonly absenceTolerance?: number;
  /** Pairs of counts, the first of which should not exceed the second: kept and reported when it does. */
  readonly expectedAtMost: readonly (readonly [MeasureId, MeasureId])[];
  /** Refuses the load: parts that must add up to their total, and thresholds that must decrease, commune by commune. */
  readonly partsOf: readonly { readonly total: MeasureId; readonly parts: readonly MeasureId[] }[];
  readonly decreasing: readonly MeasureId[];
  /** Refuses the load: totals of the territory that may not lose more than this share against the load in force. */
  readonly mostShrink?: { readonly ratio: number; readonly measures: readonly MeasureId[] };
}

/** A source that is not figures by commune. */
export interface OtherSource extends Loaded {
  readonly brings:
    | 'membership'
    | 'outlines'
    | 'projects'
    | 'fiches'
    | 'decisions'
    | 'census'
    | 'places'
    | 'presence'
    | 'cells'
    | 'buildings';
  readonly forms: readonly Form[];
  /** Refuses the load of a list: share of its rows that it may not lose against the load in force. */
  readonly mostShrink?: number;
}

export type Source = FactSource | OtherSource;

/** Whether it loads by itself: from its publisher, or from what is installed with the program. Otherwise a folder must hold it. */
export function hasOfficialAddress({ forms }: { readonly forms: readonly Form[] }): boolean {
  return forms.some(({ files }) => files.every(({ path, official }) => official || /^(npm|package):/.test(path)));
}
