/** Facts of a file's own vintage → facts of today's communes. */
import { type MeasureId, measures } from '../data/catalogue/measures.ts';
import type { Fact } from '../data/sources/declare.ts';
import { lastMerger, mergedCommunes } from '../data/sources/mergers.ts';

/**
 * Moves facts of communes that no longer exist to the one that holds them: counts are added; operators are those of each;
 * a zone is that of the commune that keeps its code; of dates of closure the earliest stands, since it concerns people
 * first. Zones and dates that differ say so in their reason. When one of the merged communes is absent, nothing is known
 * of the whole: a part would pass for it.
 */
export function moveToPresentCommunes(
  facts: readonly Fact[],
  presentOf: (commune: string) => string = (commune) => mergedCommunes[commune] ?? commune,
  vintage = '',
): Fact[] {
  const moved = new Map<string, Fact>();
  // Communes that keep their code come first, so that theirs is the category that stands.
  const ordered = [
    ...facts.filter(({ commune }) => presentOf(commune) === commune),
    ...facts.filter(({ commune }) => presentOf(commune) !== commune),
  ];
  for (const fact of ordered) {
    const commune = presentOf(fact.commune);
    const key = `${fact.measure} ${fact.period} ${commune}`;
    const present = moved.get(key);
    moved.set(key, present ? merged(present, fact) : { ...fact, commune });
  }
  // A file as recent as the merger counts today's communes, whatever the period that it tells.
  if (vintage >= lastMerger) return [...moved.values()];
  const answered = new Set(facts.map(({ measure, period, commune }) => `${measure} ${period} ${commune}`));
  const lacksPart = ({ measure, period, commune }: Fact) =>
    period < lastMerger && formerCommunes(commune).some((former) => !answered.has(`${measure} ${period} ${former}`));
  return [...moved.values()].filter((fact) => !lacksPart(fact));
}

/** What a commune answers whose parts answer `first`, of the one that keeps its code, and `other`. */
function merged(first: Fact, other: Fact): Fact {
  const { unit } = measures[first.measure];
  if (unit === 'euros') return { ...first, value: null, state: 'missing', reason: 'communes-fusionnees' };
  if (typeof first.value === 'number' && typeof other.value === 'number')
    return { ...first, value: first.value + other.value };
  if (first.value === other.value) return first;
  if (unit === 'date') {
    const earliest = [first, other].flatMap(({ value }) => (typeof value === 'string' ? value : [])).sort()[0];
    return { ...known(first, earliest ?? null), reason: 'communes-fusionnees-dates-differentes' };
  }
  if (first.measure === 'zone_reglementaire') return { ...first, reason: 'communes-fusionnees-zones-differentes' };
  if (first.measure === 'operateurs_infrastructure') {
    const codes = [first, other].flatMap(({ value }) => (typeof value === 'string' ? value.split('-') : []));
    return known(first, [...new Set(codes)].join('-'));
  }
  return first;
}

const known = ({ commune, period, measure }: Fact, value: Fact['value']): Fact => ({ commune, period, measure, value });

/** The communes that make up one of today's: none for nearly all. */
function formerCommunes(commune: string): string[] {
  const absorbed = Object.keys(mergedCommunes).filter((code) => mergedCommunes[code] === commune);
  return absorbed.length > 0 ? [commune, ...absorbed] : [];
}

/** Zeros for the communes that a complete list says nothing of: none of what it counts is there. */
export function fillWithZeros(
  facts: readonly Fact[],
  counted: readonly MeasureId[],
  communes: Iterable<string>,
  period: string,
): Fact[] {
  const answered = new Set(facts.map(({ measure, commune }) => `${measure} ${commune}`));
  const zeros = [...communes].flatMap((commune) =>
    counted.flatMap((measure): Fact[] =>
      answered.has(`${measure} ${commune}`) ? [] : [{ commune, period, measure, value: 0 }],
    ),
  );
  return [...facts, ...zeros];
}
