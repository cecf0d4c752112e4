/** Facts of a file's own vintage → observations of today's communes, and the checks a source declares. */
import type { Period } from '../data/catalogue/declare.ts';
import type { MeasureId } from '../data/catalogue/measures.ts';
import { measures } from '../data/catalogue/measures.ts';
import type { Fact, FactSource } from '../data/sources/declare.ts';
import { lastMerger, mergedCommunes } from '../data/sources/mergers.ts';
import type { Remark } from './validate.ts';

/**
 * Moves facts of communes that no longer exist to the one that holds them: counts are added; a category or a date is
 * that of the commune that keeps its code, with a reason when the merged ones differ. When one of the merged communes
 * is absent, nothing is known of the whole: a part would pass for it.
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

/** Communes that a measure of a period says nothing about: they stay without a figure. */
function absences(facts: readonly Fact[], expectedCommunes: readonly string[]): Map<string, string[]> {
  const present = new Map<string, Set<string>>();
  for (const { commune, period, measure } of facts) {
    const about = `${measures[measure].label}, ${period}`;
    present.set(about, (present.get(about) ?? new Set()).add(commune));
  }
  if (present.size === 0) return new Map([['', [...expectedCommunes]]]);
  return new Map(
    [...present].flatMap(([about, communes]) => {
      const absent = expectedCommunes.filter((code) => !communes.has(code));
      return absent.length > 0 ? [[about, absent]] : [];
    }),
  );
}

/** Communes absent but few enough for the load to take its place. */
export function warnOfAbsence(
  facts: readonly Fact[],
  expectedCommunes: readonly string[],
  files: readonly string[],
): Remark[] {
  const about = new Map<string, string[]>();
  for (const [figure, absent] of absences(facts, expectedCommunes))
    for (const commune of absent) about.set(commune, [...(about.get(commune) ?? []), figure]);
  return [...about].map(([commune, figures]) => ({
    reason: 'communes absentes du fichier',
    message: `${files.join(' et ')} : la commune ${commune} est absente pour ${figures.length} des chiffres attendus, dont « ${figures[0]} ». Elle y sera « non disponible ».`,
  }));
}

/** @returns French sentences, empty when the load may take its place. */
export function checkFacts(
  source: FactSource,
  vintage: Period,
  facts: readonly Fact[],
  expectedCommunes: readonly string[],
): string[] {
  const failures: string[] = [];
  const said = new Set<string>();
  for (const [about, absent] of absences(facts, expectedCommunes)) {
    const list = absent.slice(0, 8).join(', ');
    if (absent.length <= source.refusalTolerance * expectedCommunes.length || said.has(list)) continue;
    said.add(list);
    failures.push(
      `${absent.length} communes attendues sont absentes${about && ` (${about})`} : ${list}${absent.length > 8 ? '…' : ''}`,
    );
  }
  const latest = facts
    .map(({ period }) => period)
    .sort()
    .at(-1);
  if (latest !== undefined && latest !== vintage)
    failures.push(`le fichier va jusqu’à ${latest}, or c’est celui de ${vintage} qui est attendu`);
  const counted = [...countsByCommune(facts).values()];
  for (const [part, whole] of source.expectedAtMost) {
    const pairs = counted.flatMap(({ counts }) => {
      const [least, most] = [counts.get(part), counts.get(whole)];
      return least === undefined || most === undefined ? [] : [[least, most] as const];
    });
    const above = pairs.filter(([least, most]) => least > most).length;
    if (above > pairs.length / 2)
      failures.push(
        `« ${measures[part].label} » dépasse « ${measures[whole].label} » dans ${above} cas sur ${pairs.length}, sans doute par des colonnes interverties`,
      );
  }
  for (const { commune, period, counts } of counted) {
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
