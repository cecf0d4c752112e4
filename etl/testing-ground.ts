/** A territory for tests of loads, from the installed COG. */
import type { Whereabouts } from './scope.ts';

/** Knows these communes only, all of one département; any other code of five characters is of another. */
export function whereaboutsOf(communes: readonly string[], departement = '91'): Whereabouts {
  const known = new Set(communes);
  return {
    departements: [departement],
    takersOf: (commune) => (known.has(commune) ? [departement] : []),
    isKnown: (commune) => known.has(commune) || !commune.startsWith(departement),
    presentOf: (commune) => commune,
    departementOf: () => departement,
  };
}
