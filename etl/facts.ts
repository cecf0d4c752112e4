/** Facts of a file's own vintage → observations of today's communes, and the checks a source declares. */
import type { MeasureId } from '../data/catalogue/measures.ts';
import { measures } from '../data/catalogue/measures.ts';
import type { Fact, FactSource } from '../data/sources/declare.ts';
import { mergedCommunes } from '../data/sources/mergers.ts';
import type { Remark } from './validate.ts';

/**
 * Moves facts of communes that no longer exist to the one that holds them: counts are added; a category or a date is
 * that of the commune that keeps its code, with a reason when the merged ones differ.
 */
export function moveToPresentCommunes(facts: readonly Fact[]): Fact[] {
  const moved = new Map<string, Fact>();
  // Communes that keep their code come first, so that theirs is the category that stands.
  const ordered = [
    ...facts.filter(({ commune }) => !mergedCommunes[commune]),
    ...facts.filter(({ commune }) => mergedCommunes[commune]),
  ];
  for (const fact of ordered) {
    const commune = mergedCommunes[fact.commune] ?? fact.commune;
    const key = `${fact.measure} ${fact.period} ${commune}`;
    const present = moved.get(key);
    if (!present) moved.set(key, { ...fact, commune });
    else if (typeof present.value === 'number' && typeof fact.value === 'number')
      moved.set(key, { ...present, value: present.value + fact.value });
    else if (present.value !== fact.value && fact.measure === 'zone_reglementaire')
      moved.set(key, { ...present, reason: 'communes-fusionnees-zones-differentes' });
  }
  return [...moved.values()];
}

type Counts = Map<string, { commune: string; period: string; counts: Map<MeasureId, number> }>;

function countsByCommune(facts: readonly Fact[]): Counts {
  const byCommune: Counts = new Map();
  for (const { commune, period, measure, value } of facts) {
    if (typeof value !== 'number') continue;
    const key = `${commune} ${period}`;
    const entry = byCommune.get(key) ?? { commune, period, counts: new Map() };
    entry.counts.set(measure, value);
    byCommune.set(key, entry);
  }
  return byCommune;
}

/** Counts that exceed what they are part of: kept, never clipped, and worth a look. */
export function warnOfExcess(source: FactSource, facts: readonly Fact[], files: readonly string[]): Remark[] {
  const remarks: Remark[] = [];
  for (const { commune, period, counts } of countsByCommune(facts).values())
    for (const [part, whole] of source.expectedAtMost) {
      const [least, most] = [counts.get(part), counts.get(whole)];
      if (least !== undefined && most !== undefined && least > most)
        remarks.push({
          reason: 'plus de locaux raccordables que de locaux',
          message: `${files.join(' et ')}, commune ${commune}, ${period} : ${least} (${measures[part].label}) pour ${most} (${measures[whole].label}). Conservé et signalé.`,
        });
    }
  return remarks;
}

/** @returns French sentences, empty when the load may take its place. */
export function checkFacts(source: FactSource, facts: readonly Fact[], expectedCommunes: readonly string[]): string[] {
  const failures: string[] = [];
  const present = new Set(facts.map(({ commune }) => commune));
  const absent = expectedCommunes.filter((code) => !present.has(code));
  if (absent.length > source.refusalTolerance * expectedCommunes.length)
    failures.push(
      `${absent.length} communes attendues sont absentes : ${absent.slice(0, 8).join(', ')}${absent.length > 8 ? '…' : ''}`,
    );
  for (const { commune, period, counts } of countsByCommune(facts).values()) {
    for (const { total, parts } of source.partsOf) {
      const sum = parts.reduce((soFar, part) => soFar + (counts.get(part) ?? 0), 0);
      const whole = counts.get(total);
      if (whole !== undefined && sum !== whole)
        failures.push(`commune ${commune}, ${period} : les parts font ${sum} pour un total de ${whole}`);
    }
    const thresholds = source.decreasing.flatMap((measure) => counts.get(measure) ?? []);
    if (thresholds.some((value, i) => i > 0 && value > (thresholds[i - 1] ?? 0)))
      failures.push(`commune ${commune}, ${period} : les seuils cumulés ne décroissent pas (${thresholds.join(', ')})`);
  }
  return failures;
}
