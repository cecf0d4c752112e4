/**
 * The vocabulary in which the collections of the OGC API are declared. A collection is one declaration: documents,
 * queryables, parameters, OpenAPI and pages follow from it.
 */
import type { Level } from '../../data/catalogue/declare.ts';
import type { SourceId } from '../../data/catalogue/source-ids.ts';
import type { ApiDependencies } from '../dependencies.ts';

export interface Property {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'strings';
  /** ISO days, for clients that have a type for them. */
  readonly isDay?: boolean;
  readonly description?: string;
}

/** Days AAAA-MM-JJ, both ends included; null is open. */
export interface DayInterval {
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a feature is: the outline of a territory, a position in degrees, or nowhere that is known. */
export type Place =
  | { readonly kind: 'outline'; readonly level: Level; readonly code: string }
  | { readonly kind: 'point'; readonly position: readonly [longitude: number, latitude: number] }
  | null;

export interface Row {
  /** Unique in the collection and stable: what paging is ordered by. */
  readonly id: string;
  /** null: at no time that is known. */
  readonly when: DayInterval | null;
  readonly place: Place;
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}

export interface RowsQuestion {
  /** null: the time does not matter. */
  readonly when: DayInterval | null;
  /** The period that the first page was about, for the pages after it. */
  readonly period: string | null;
  /** Only this feature is wanted; a collection may read less for it. */
  readonly id: string | null;
}

export interface Rows {
  /** In no order. */
  readonly rows: readonly Row[];
  /** The one period that answers, where the collection has several and none was asked for. */
  readonly period: string | null;
}

/** What a collection spans; null where it holds nothing, or nothing dated. */
export interface Extent {
  /** west, south, east, north, degrees. */
  readonly bbox: readonly [number, number, number, number] | null;
  readonly interval: DayInterval | null;
}

export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly geometry: 'outline' | 'point';
  readonly properties: readonly Property[];
  /** What `datetime` is compared with, a French sentence. */
  readonly time: string;
  /** MVT tileset and layer of the same outlines. */
  readonly tiles?: { readonly tileset: string; readonly layer: string };
  /** Whose figures and outlines they are. */
  readonly sources: readonly SourceId[];
  readRows(dependencies: ApiDependencies, question: RowsQuestion): Promise<Rows>;
  readExtent(dependencies: ApiDependencies): Promise<Extent>;
}
