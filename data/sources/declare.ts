/** How a published source is declared. Each `data/sources/<id>.ts` is one; `registry.ts` holds them in load order. */
import type { z } from 'zod';
import type { CommuneCode, Period } from '../catalogue/declare.ts';
import type { MeasureId } from '../catalogue/measures.ts';
import type { SourceId } from '../catalogue/source-ids.ts';

export interface Licence {
  readonly id: 'fr-lo-1.0' | 'fr-lo-2.0' | 'etalab-2.0' | 'own-compilation';
  readonly label: string;
  readonly url: string | null;
}

/** One answer about one commune: exactly one of `number`, `text`, `on`, or a `reason` why there is none. */
export interface Observation {
  readonly commune: CommuneCode;
  readonly period: Period;
  readonly measure: MeasureId;
  readonly number?: number;
  readonly text?: string;
  readonly on?: string;
  readonly state: 'value' | 'missing' | 'secret';
  readonly reason?: string;
}

/** What every source says of itself, whatever it brings. The API and the method page read no more than this. */
export interface SourceIdentity {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  readonly licence: Licence;
  /** Page of the dataset, for people. */
  readonly url: string;
  /** One French sentence: what it is, and what to beware of. */
  readonly description: string;
  /** Whether figures of it may be drawn, or are only listed under sources (`sources-only`, with the French reason). */
  readonly use: 'figures' | { readonly sourcesOnly: string };
}

export type RowSchema<Row> = z.ZodType<Row>;
