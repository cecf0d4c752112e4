/**
 * The vocabulary in which sources, themes, indicators and tilesets are declared.
 * Types only: what is declared stands in the registries of `catalogue.ts`; nothing here runs.
 */

import type { SourceId } from './source-ids.ts';

/** The levels at which a figure can be read. */
export type Level = 'commune' | 'epci' | 'departement';

/** A quarter `2026-T2`, a day `2025-10-20` or a year `2021`: when a figure was true. */
export type Period = string;

/** How the number is written for people. `ratio` is 0 to 1; `points` is a difference of ratios. */
export type Unit = 'ratio' | 'points' | 'premises' | 'projects' | 'sites' | 'euros' | 'date' | 'category';
export type Direction = 'more-is-better' | 'less-is-better' | 'neutral';
/** What an indicator is decides how it is drawn: a ratio or an amount fills areas, a count is a circle. */
export type Nature = 'ratio' | 'amount' | 'count' | 'date' | 'category';

/** One stored count, category or date, always of a commune. */
export interface MeasureDeclaration {
  readonly label: string;
  readonly unit: 'premises' | 'communes' | 'inhabitants' | 'sites' | 'euros' | 'category' | 'date';
}

/** A theme of the schema; `isShared` marks the shared base ("socle mutualisé"). */
export interface ThemeDeclaration {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Okabe–Ito derived, so that themes stay apart for every kind of colour vision. */
  readonly color: string;
  readonly isShared: boolean;
}

/**
 * A stretch of time counted by one method. The periods of a segment are the periods in force of its source; where two
 * segments have the same period, the first one listed answers.
 * Two segments are never joined by a line nor subtracted from each other.
 */
export interface Segment<SourceId extends string> {
  readonly source: SourceId;
  /** Short French name of the method, shown at the break. */
  readonly method: string;
  /** A caution of this stretch alone, in French. */
  readonly note?: string;
  /** Where one source changed its method: the first and the last period of this stretch. */
  readonly since?: Period;
  readonly until?: Period;
}

/** A key of a partition or of a category, in the order of the legend. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly color: string;
}

/** What is summed, and how. The closed union that the compiler of figures and `toFigure` both switch on. */
export type Measurement<SourceId extends string, MeasureId extends string> =
  /** Σ numerator ÷ Σ denominator, over the communes where both are known. */
  | {
      readonly kind: 'ratio';
      readonly segments: readonly (Segment<SourceId> & {
        readonly numerator: MeasureId;
        readonly denominator: MeasureId;
      })[];
      /** Where a single commune either has it or has not: what it reads instead of 100 % (key `1`) and 0 % (key `0`). */
      readonly ofCommune?: readonly Part[];
    }
  /** Σ max(0, base − covered), computed by commune, then summed. */
  | {
      readonly kind: 'gap';
      readonly segments: readonly (Segment<SourceId> & { readonly base: MeasureId; readonly covered: MeasureId })[];
    }
  /** The gap of another indicator, over the communes whose date is at or before the chosen one. */
  | {
      readonly kind: 'gap-before';
      readonly gap: string;
      readonly date: { readonly source: SourceId; readonly measure: MeasureId };
    }
  /** Parts that add up to `total`; the value is the largest part other than `apartFrom`. */
  | {
      readonly kind: 'partition';
      readonly segments: readonly (Segment<SourceId> & {
        readonly total: MeasureId;
        readonly parts: readonly (Part & { readonly measure: MeasureId })[];
        readonly apartFrom: string;
      })[];
    }
  /** A date by commune; above, premises (`weight`, of the indicator `gap`'s base) by date. */
  | {
      readonly kind: 'date';
      readonly date: {
        readonly source: SourceId;
        readonly measure: MeasureId;
        /** Another date of the same file, told beside the value of a commune. */
        readonly beside?: { readonly key: string; readonly label: string; readonly measure: MeasureId };
      };
      readonly weightOf: string;
    }
  /** A category by commune; above, the gap of another indicator by category and by operator. */
  | {
      readonly kind: 'category';
      /** The first source that is loaded answers. */
      readonly category: {
        readonly sources: readonly SourceId[];
        readonly measure: MeasureId;
        readonly operators: MeasureId;
      };
      readonly categories: readonly Part[];
      readonly gap: string;
    }
  /** Σ of a count. */
  | { readonly kind: 'sum'; readonly segments: readonly (Segment<SourceId> & { readonly measure: MeasureId })[] }
  /** A value that is published by commune and cannot be summed: a median. */
  | { readonly kind: 'published'; readonly segments: readonly (Segment<SourceId> & { readonly measure: MeasureId })[] }
  /** The difference of a ratio between two periods of one segment. */
  | { readonly kind: 'difference'; readonly of: string }
  /** A number of referenced objects whose territory holds the place, by theme. */
  | { readonly kind: 'count'; readonly of: 'project'; readonly source: SourceId };

export interface IndicatorDeclaration<
  ThemeId extends string = string,
  SourceId extends string = string,
  MeasureId extends string = string,
> {
  readonly id: string;
  readonly label: string;
  /** One French sentence, complete. */
  readonly definition: string;
  /** How it is computed, in French, for the method page. */
  readonly formula: string;
  /** What must not be concluded from it, in French. */
  readonly cautions: readonly string[];
  /** null: the indicator counts across all themes. */
  readonly theme: ThemeId | null;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly nature: Nature;
  readonly levels: readonly Level[];
  readonly measure: Measurement<SourceId, MeasureId>;
}

export interface TilesetDeclaration {
  readonly id: string;
  readonly title: string;
  /** One French sentence. */
  readonly description: string;
  /** Whose outlines or points they are. */
  readonly sources: readonly SourceId[];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** MVT layers of the archive, drawn from the outlines of a level; `whole` also holds what lies outside the département. */
  readonly layers: readonly { readonly id: string; readonly level: Level; readonly extent: 'part' | 'whole' }[];
  /** Property name → French description. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Points too many to be drawn from afar: counted by cell at the small zooms, one by one at the large ones. */
export interface PointTilesetDeclaration {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sources: readonly SourceId[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly pointsFromZoom: number;
  readonly layers: Readonly<
    Record<'points' | 'cells', { readonly id: string; readonly properties: Readonly<Record<string, string>> }>
  >;
}
