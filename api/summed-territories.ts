/** Which territories are answered for, and which communes are summed into each. */

import type { SummedTerritory } from '../data/analysis/figure.ts';
import { type Sums, startSums } from '../data/analysis/sum-figures.ts';
import type { Level } from '../data/catalogue/declare.ts';
import type { FiguresOf } from './commune-figures.ts';
import type { Member } from './sql/memberships.ts';
import type { Column, Territories } from './state-tables.ts';

export interface Filters {
  readonly level: Level;
  /** Keeps the communes of an EPCI, or that EPCI; the département is always whole. */
  readonly epci: string | null;
  /** Keeps the communes of a département, the EPCI that touch it, and itself. */
  readonly departement: string | null;
}

/** In the order of codes. */
export function summedTerritories(
  { members, named, outside }: Territories,
  { level, epci, departement }: Filters,
): SummedTerritory[] {
  const isWithin = (member: Member) => departement === null || member.departement === departement;
  if (level === 'commune')
    return members
      .filter((member) => member.isLoaded && isWithin(member) && (epci === null || member.epci === epci))
      .map(({ commune, name }) => ({ code: commune, name, level, communesOutside: 0 }));
  if (level === 'departement')
    return named
      .filter((territory) => territory.level === level && (departement === null || territory.code === departement))
      .map(({ code, name }) => ({ code, name, level, communesOutside: 0 }));
  const touching = new Set(departement === null ? [] : members.filter(isWithin).map((member) => member.epci));
  return named
    .filter(
      ({ level: own, code }) =>
        own === level && (epci === null || code === epci) && (departement === null || touching.has(code)),
    )
    .map(({ code, name, ept }) => ({
      code,
      name,
      level,
      communesOutside: (ept === null ? outside.epci.get(code) : outside.ept.get(ept)) ?? 0,
    }));
}

/** Codes of the EPCI or of the départements, in order. */
export function codesOf({ named }: Territories, level: 'epci' | 'departement'): string[] {
  return named.flatMap((territory) => (territory.level === level ? [territory.code] : []));
}

export interface SummedOver {
  readonly level: Level;
  /** `entier`: every member of an EPCI (of the EPT, where there is one), those outside the loaded départements included. */
  readonly extent: 'partie' | 'entier';
  /** Keeps the communes of one département; null keeps all. */
  readonly departement: string | null;
}

/** @returns the cells of each of `asked`; none for one that no commune is summed into */
export function sumOver(
  { members, named }: Territories,
  figuresOf: FiguresOf,
  { level, extent, departement }: SummedOver,
  asked: readonly SummedTerritory[],
): Sums['cells'] {
  const codes = new Set(asked.map(({ code }) => code));
  const isWhole = level === 'epci' && extent === 'entier';
  const wholeOf = isWhole ? wholeReader(named) : undefined;
  const sums = startSums();
  for (const [place, member] of members.entries()) {
    const territory = wholeOf ? wholeOf(member) : member[level];
    if (territory === null || territory === undefined || !codes.has(territory)) continue;
    if (!isWhole && (!member.isLoaded || (departement !== null && member.departement !== departement))) continue;
    sums.add(territory, figuresOf(place), member.isLoaded);
  }
  return sums.cells;
}

/** The EPCI whose whole holds a commune: where an EPCI is read by its EPT, only the communes of the EPT. */
function wholeReader(named: Territories['named']): (member: Member) => string | null | undefined {
  const eptOf = new Map(named.map(({ code, ept }) => [code, ept]));
  const codeOf = new Map(named.flatMap(({ code, ept }) => (ept === null ? [] : [[ept, code] as const])));
  return ({ epci, ept }) => (epci !== null && eptOf.get(epci) === null ? epci : codeOf.get(ept ?? ''));
}

/** The dates of a column, over the loaded communes that are kept, in order. */
export function datesOf({ members }: Territories, column: Column, departement: string | null): string[] {
  const dates = new Set<string>();
  for (const [place, member] of members.entries()) {
    const value = column.values[place];
    if (typeof value === 'string' && member.isLoaded && (departement === null || member.departement === departement))
      dates.add(value);
  }
  return [...dates].sort();
}
