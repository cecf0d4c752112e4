/** What a load of figures must pass before it takes its place, as its source declares, and what is only worth a look. */
import type { Period } from '../data/catalogue/declare.ts';
import type { MeasureId } from '../data/catalogue/measures.ts';
import { measures } from '../data/catalogue/measures.ts';
import type { Queryable } from '../data/database/port.ts';
import type { Fact, FactSource, Source } from '../data/sources/declare.ts';
import { countOf } from './french.ts';
import type { Remark } from './validate.ts';

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
    const tolerance = source.absenceTolerance ?? source.refusalTolerance;
    if (absent.length <= tolerance * expectedCommunes.length || said.has(list)) continue;
    said.add(list);
    failures.push(
      `${countOf(absent.length, 'commune attendue est absente', 'communes attendues sont absentes')}${about && ` (${about})`} : ${list}${absent.length > 8 ? '…' : ''}`,
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

/**
 * Totals that shrank more than the source allows against the load in force, for the same period or, failing that, the
 * one before: a file cut at the end of a line, or another perimeter, looks like this.
 * @returns French sentences that name the communes that lost most
 */
export async function checkShrink(
  database: Queryable,
  source: FactSource,
  departement: string,
  facts: readonly Fact[],
): Promise<string[]> {
  const { mostShrink } = source;
  if (!mostShrink) return [];
  const failures: string[] = [];
  for (const measure of mostShrink.measures) {
    const counted = facts.filter((fact) => fact.measure === measure && typeof fact.value === 'number');
    const period = counted.reduce((latest, fact) => (fact.period > latest ? fact.period : latest), '');
    if (period === '') continue;
    const before = await database.query<{ commune: string; value: number; period: string }>(
      `select o.commune, o.value_number as value, o.period from current_load c
       join observation o on o.load_id = c.load_id and o.period = c.period
       where c.source = $1 and c.departement = $2 and o.departement = $2 and o.measure = $3 and o.value_number is not null
         and c.period = (select max(p.period collate "C") from current_load p
           where p.source = $1 and p.departement = $2 and p.period collate "C" <= $4)`,
      [source.id, departement, measure, period],
    );
    const now = new Map(
      counted.filter((fact) => fact.period === period).map((fact) => [fact.commune, Number(fact.value)]),
    );
    const losses = before.map(({ commune, value }) => ({ commune, loss: value - (now.get(commune) ?? 0) }));
    const total = before.reduce((sum, { value }) => sum + value, 0);
    const lost = losses.reduce((sum, { loss }) => sum + loss, 0);
    if (lost <= mostShrink.ratio * total) continue;
    losses.sort((a, b) => b.loss - a.loss);
    const worst = losses.slice(0, 5).map(({ commune, loss }) => `${commune} (−${loss})`);
    failures.push(
      `« ${measures[measure].label} » perd ${lost} sur ${total} depuis ${before[0]?.period}, plus de ${Math.round(mostShrink.ratio * 100)} % ; communes qui perdent le plus : ${worst.join(', ')}`,
    );
  }
  return failures;
}

/**
 * A list that lost more rows than its source allows against the load in force: cut on its way, or of another perimeter.
 * One row may always go: somebody took it away. What another revision of our reader took is no measure of it.
 * @returns a French sentence; null when the load may take its place
 */
export async function checkListShrink(
  database: Queryable,
  source: Source,
  departement: string,
  taken: number,
): Promise<string | null> {
  if (source.brings === 'facts' || source.mostShrink === undefined) return null;
  const [before] = await database.query<{ rows: number }>(
    `select l.rows_taken as rows from current_load c join load l on l.id = c.load_id
     where c.source = $1 and c.departement = $2 and l.revision = $3 order by l.id desc limit 1`,
    [source.id, departement, source.revision],
  );
  if (!before || before.rows - taken <= Math.max(1, source.mostShrink * before.rows)) return null;
  const lost = Math.round((1 - taken / before.rows) * 100);
  return `contrôle non passé : ${countOf(taken, 'ligne retenue', 'lignes retenues')} pour le département ${departement}, contre ${before.rows.toLocaleString('fr-FR')} dans le chargement en vigueur (−${lost} %, plus que les ${Math.round(source.mostShrink * 100)} % admis). Vérifiez que le fichier est entier ; si la baisse est voulue, relevez mostShrink dans data/sources/${source.id}.ts.`;
}
