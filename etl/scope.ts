/** Which communes a load of a département takes from a file, and under which département each row is told. */
import { group } from 'd3-array';
import type { Source } from '../data/sources/declare.ts';
import type { Cog, Membership } from './membership.ts';

/** The communes that a load of a département takes. */
export interface Scope {
  readonly departement: string;
  /** Its communes: a file is expected to hold each. */
  readonly own: ReadonlySet<string>;
  /** Communes outside it of the EPCI that straddle it (of the EPT, in the Métropole du Grand Paris): taken if they are there. */
  readonly around: ReadonlySet<string>;
}

/** Where the communes of a file's rows belong. */
export interface Whereabouts {
  readonly departements: readonly string[];
  /** The départements whose load takes the rows of a commune; none when it is of another territory. */
  takersOf(commune: string): readonly string[];
  /** Whether the COG knows the code, of today or of before a merger. */
  isKnown(commune: string): boolean;
  /** Today's commune that holds a former one; the code itself otherwise. */
  presentOf(commune: string): string;
  departementOf(commune: string): string;
}

/** Whether the files of a source tell of a département: some leave the overseas ones out. */
export function isCovered({ overseas }: Pick<Source, 'overseas'>, departement: string): boolean {
  return overseas === undefined || !departement.startsWith('97') || overseas.includes(departement);
}

export function toScopes({ members, departements }: Membership): Scope[] {
  const byGrouping = group(members, ({ ept, epci, commune }) => ept ?? epci ?? commune);
  return [...departements.keys()].map((departement) => {
    const own = new Set(members.filter((member) => member.departement === departement).map(({ commune }) => commune));
    const around = new Set<string>();
    for (const grouping of byGrouping.values())
      if (grouping.some(({ commune }) => own.has(commune)))
        for (const { commune } of grouping) if (!own.has(commune)) around.add(commune);
    return { departement, own, around };
  });
}

export function toWhereabouts(cog: Cog, scopes: readonly Scope[]): Whereabouts {
  const takers = new Map<string, string[]>();
  for (const { departement, own, around } of scopes)
    for (const commune of [...own, ...around]) takers.set(commune, [...(takers.get(commune) ?? []), departement]);
  const none: readonly string[] = [];
  const presentOf = (commune: string) => cog.former.get(commune) ?? commune;
  return {
    departements: scopes.map(({ departement }) => departement),
    takersOf: (commune) => takers.get(presentOf(commune)) ?? none,
    isKnown: (commune) => cog.communes.has(presentOf(commune)),
    presentOf,
    departementOf: (commune) => {
      const departement = cog.communes.get(presentOf(commune))?.departement;
      if (!departement) throw new Error(`commune ${commune} has no département in the COG`);
      return departement;
    },
  };
}
