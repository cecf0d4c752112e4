/** Definitions, formulas, sources and limits, from the declarations. */
export function MethodScreen() {
  return null;
}
