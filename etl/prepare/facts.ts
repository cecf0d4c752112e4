/** Tables of figures by commune → observations, by département, checked as the source declares. */
import type { Fact, FactForm, FactSource } from '../../data/sources/declare.ts';
import { checkFacts, checkShrink, warnOfAbsence, warnOfExcess } from '../checks.ts';
import { fillWithZeros, moveToPresentCommunes } from '../facts.ts';
import { insertFacts } from '../load.ts';
import { readTable } from '../read/table.ts';
import type { Scope } from '../scope.ts';
import { type Remark, type Validated, type ValidatedFacts, validateFacts } from '../validate.ts';
import { type Ground, type Obtained, type Prepared, Refusal, staysAsWritten } from './declare.ts';

export async function prepareFacts(
  source: FactSource,
  form: FactForm,
  { vintage, files }: Obtained,
  ground: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  const tables = form.tables(vintage);
  if (tables.length !== files.length)
    throw new Error(`${source.id} declares ${tables.length} tables for ${files.length} files`);
  const validated: ValidatedFacts[] = [];
  for (const [i, file] of files.entries()) {
    const table = tables[i];
    if (table)
      validated.push(await validateFacts(file.name, table, readTable(file, table.format), ground.where, ground.onRows));
  }
  const names = files.map(({ name }) => name);
  const ofColumns = validated.flatMap(({ warnings }) => warnings);
  const takenByAny = validated.reduce((sum, table) => sum + table.takenByAny, 0);
  const results = new Map<string, Prepared | Refusal>();
  for (const scope of ground.scopes) {
    const own = validated.flatMap(({ byDepartement }) => byDepartement.get(scope.departement) ?? []);
    const prepared = await prepareDepartement(source, vintage, names, own, scope, ground);
    results.set(
      scope.departement,
      prepared instanceof Refusal
        ? prepared
        : { ...prepared, takenByAny, warnings: [...ofColumns, ...prepared.warnings] },
    );
  }
  return results;
}

async function prepareDepartement(
  source: FactSource,
  vintage: string,
  names: readonly string[],
  tables: readonly Validated<Fact>[],
  scope: Scope,
  { database, where }: Ground,
): Promise<Omit<Prepared, 'takenByAny'> | Refusal> {
  const expected = [...scope.own];
  const published = tables.flatMap(({ rows }) => rows);
  const moved = moveToPresentCommunes(source.complete?.(published) ?? published, where.presentOf, vintage);
  const facts =
    source.absentMeansZero && moved.length > 0
      ? fillWithZeros(moved, source.absentMeansZero, communesHeld(moved, scope, where), vintage)
      : moved;
  const refused = tables.flatMap((table) => table.refused);
  const failures = [
    ...checkFacts(source, vintage, facts, expected),
    ...(await checkShrink(database, source, scope.departement, facts)),
  ];
  if (failures.length > 0)
    return new Refusal(
      `contrôle non passé : ${failures.slice(0, 5).join(' ; ')}.${refused[0] ? ` ${refused[0].message}` : ''}`,
      refused,
    );
  const answered = new Set(facts.map(({ commune }) => commune));
  const sum = (of: (table: Validated<Fact>) => number) => tables.reduce((total, table) => total + of(table), 0);
  return {
    read: sum(({ read }) => read),
    taken: sum(({ taken }) => taken),
    refused,
    warnings: [...warnOfExcess(source, facts, names), ...absenceRemarks(source, facts, expected, names)],
    periods: [...new Set(facts.map(({ period }) => period))].sort(),
    communesExpected: expected.length,
    communesAbsent: expected.filter((commune) => !answered.has(commune)),
    write: (tx, loadId) => insertFacts(tx, loadId, where.departementOf, facts),
    isUpToDate: staysAsWritten,
  };
}

/** The communes of the département, and the outside ones of the départements that the file is about too. */
function communesHeld(facts: readonly Fact[], { own, around }: Scope, { departementOf }: Ground['where']): string[] {
  const told = new Set(facts.map(({ commune }) => departementOf(commune)));
  return [...own, ...[...around].filter((commune) => told.has(departementOf(commune)))];
}

/** A publisher that leaves many communes out is not warned of for each: the load lists them. */
function absenceRemarks(
  source: FactSource,
  facts: readonly Fact[],
  expected: readonly string[],
  names: readonly string[],
): Remark[] {
  return source.absenceTolerance === undefined ? warnOfAbsence(facts, expected, names) : [];
}
