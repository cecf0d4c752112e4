/** What a layer receives and what it draws. A layer is a pure function: it cannot fetch, navigate or remember. */
import type { Place, Territory, Value } from '../../api/contract.ts';
import type { Project } from '../../api/contract-projects.ts';
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import type { ThemeId } from '../../data/catalogue/themes.ts';
import type { PatternKind } from './palette.ts';
import type { Scale } from './scale.ts';

export interface LayerInput {
  /** The level at which the map is cut. */
  readonly level: 'commune' | 'epci';
  /** SIREN of the EPCI that the view is filtered by. */
  readonly filter: string | null;
  /** Key of the only class, date, category or pattern that is not dimmed; null: all are shown. */
  readonly onlyClass: string | null;
  /** Theme of the projects shown; null: all. */
  readonly theme: ThemeId | null;
  /** Circles shrink with the map: 1 on a wide screen. */
  readonly sizeRatio: number;
  readonly indicator: Indicator;
  readonly scale: Scale;
  readonly values: readonly Value[];
  readonly communes: readonly Territory[];
  readonly epci: readonly Territory[];
  readonly projects: readonly Project[];
  /** Those to draw: none while they are not asked for. */
  readonly places: readonly Place[];
}

export interface Area {
  readonly color: string;
  /** Outside the EPCI that the view is filtered by. */
  readonly isDimmed: boolean;
}

export interface CircleMark {
  /** The territory that the mark belongs to, opened by a click. */
  readonly code: string;
  readonly level: 'commune' | 'epci';
  readonly position: readonly [longitude: number, latitude: number];
  readonly radius: number;
  readonly unit: 'pixels' | 'meters';
  readonly color: string;
}

/** What the map is given to draw; it knows nothing of where it comes from. */
export interface Plate {
  readonly areas: ReadonlyMap<string, Area>;
  readonly patterns: Readonly<Record<PatternKind, readonly string[]>>;
  /** In drawing order: the last is on top. */
  readonly circles: readonly CircleMark[];
}

export interface Layer {
  readonly id: string;
  draw(input: LayerInput): Partial<Plate>;
}

export const emptyPlate: Plate = {
  areas: new Map(),
  patterns: { 'non-disponible': [], secret: [], 'non-prevu': [] },
  circles: [],
};
