/** Facts of a file's own vintage → facts of today's communes. */
import { type MeasureId, measures } from '../data/catalogue/measures.ts';
import type { Fact } from '../data/sources/declare.ts';
import { lastMerger, mergedCommunes } from '../data/sources/mergers.ts';

/**
 * Moves facts of communes that no longer exist to the one that holds them: counts are added; a category or a date is
 * that of the commune that keeps its code, with a reason when the merged ones differ. When one of the merged communes
 * is absent, nothing is known of the whole: a part would pass for it.
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
    if (!present) moved.set(key, { ...fact, commune });
    else if (measures[fact.measure].unit === 'euros')
      moved.set(key, { ...present, value: null, state: 'missing', reason: 'communes-fusionnees' });
    else if (typeof present.value === 'number' && typeof fact.value === 'number')
      moved.set(key, { ...present, value: present.value + fact.value });
    else if (present.value !== fact.value && fact.measure === 'zone_reglementaire')
      moved.set(key, { ...present, reason: 'communes-fusionnees-zones-differentes' });
  }
  // A file as recent as the merger counts today's communes, whatever the period that it tells.
  if (vintage >= lastMerger) return [...moved.values()];
  const answered = new Set(facts.map(({ measure, period, commune }) => `${measure} ${period} ${commune}`));
  const lacksPart = ({ measure, period, commune }: Fact) =>
    period < lastMerger && formerCommunes(commune).some((former) => !answered.has(`${measure} ${period} ${former}`));
  return [...moved.values()].filter((fact) => !lacksPart(fact));
}

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
