import type { IndicatorDeclaration } from './declare.ts';
import type { MeasureId } from './measures.ts';
import type { SourceId } from './source-ids.ts';
import type { ThemeId } from './themes.ts';

/** Checks a declaration against the registries it names and keeps its id as a literal type. */
export function defineIndicator<const T extends IndicatorDeclaration<ThemeId, SourceId, MeasureId>>(indicator: T): T {
  return indicator;
}
