/** Answers an indicator's values: the plan, the sums, the figures, and where they come from. */
import { rollup } from 'd3-array';
import type { Cell } from '../data/analysis/cell.ts';
import { type Figure, type FigureChoices, toFigure } from '../data/analysis/figure.ts';
import type { Indicator } from '../data/catalogue/catalogue.ts';
import type { Level } from '../data/catalogue/declare.ts';
import type { SourceIdentity } from '../data/sources/declare.ts';
import { readFigures } from './commune-figures.ts';
import type { Values } from './contract.ts';
import type { ApiDependencies } from './dependencies.ts';
import { type Plan, planner, sourcesOf } from './plan.ts';
import { badParameter } from './problem.ts';
import type { CurrentLoad } from './sql/loads.ts';
import type { ProjectCount } from './sql/project-counts.ts';
import { currentState, type State } from './sql/state.ts';
import type { StateTables, Territories } from './state-tables.ts';
import { codesOf, datesOf, summedTerritories, sumOver } from './summed-territories.ts';

export interface ValuesQuestion {
  readonly niveau: Level;
  readonly periode?: string | undefined;
  readonly epci?: string | undefined;
  readonly perimetre: 'partie' | 'entier';
  readonly echeance?: string | undefined;
  readonly depuis?: string | undefined;
  readonly departement?: string | undefined;
  /** Which state of the data answers; what is in force by default. */
  readonly state?: State | undefined;
  readonly edition?: Values['edition'] | undefined;
}

/** @throws ProblemError when a parameter does not suit the indicator, or nothing is loaded for it. */
export async function answerValues(
  dependencies: ApiDependencies,
  indicator: Indicator,
  question: ValuesQuestion,
): Promise<Values> {
  const { indicators, sources } = dependencies;
  const tables = await dependencies.readState(question.state ?? currentState);
  const { plan, deadline, calendar, figures } = await computeFigures(dependencies, tables, indicator, question);
  const { loads } = tables;
  const { epci = null, departement = null } = question;

  const periods = planner(indicators, loads).periodsOf(indicator);
  const period = answeredPeriod(plan);
  const described = periods.find((one) => one.period === period);
  return {
    indicateur: indicator.id,
    libelle: indicator.label,
    niveau: question.niveau,
    periode: period,
    periodes: periods.map((one) => one.period),
    methode: described?.method ?? null,
    note: described?.note ?? null,
    perimetre: question.perimetre,
    epci,
    departement,
    edition: question.edition ?? null,
    echeance: deadline,
    echeances: calendar.length > 0 ? [...calendar] : null,
    depuis: plan.kind === 'difference' ? plan.from.period : null,
    sources: sourcesOf(plan).map(({ source, period: read }) => sourceReference(source, read, sources, loads)),
    valeurs: figures,
  };
}

export interface ComputedFigures {
  readonly plan: Plan;
  /** Dates of a calendar, and the one that figures are about; none for what has no date. */
  readonly calendar: readonly string[];
  readonly deadline: string | null;
  /** In the order of codes. */
  readonly figures: Figure[];
}

/** The figures alone, from the tables of a state. @throws ProblemError as `answerValues` does */
export async function computeFigures(
  { indicators }: Pick<ApiDependencies, 'indicators'>,
  tables: StateTables,
  indicator: Indicator,
  question: Omit<ValuesQuestion, 'state' | 'edition'>,
): Promise<ComputedFigures> {
  refuseUnsuited(indicator, question);
  const { niveau: level, perimetre: extent, epci = null, departement = null } = question;
  const plan = planner(indicators, tables.loads).plan(indicator, { period: question.periode, since: question.depuis });
  const [territories, figuresOf] = await Promise.all([
    tables.readTerritories(),
    plan.kind === 'count' ? null : readFigures(tables, plan),
  ]);
  requireNamed(territories, 'epci', question.epci);
  requireNamed(territories, 'departement', question.departement);
  const calendar =
    plan.kind === 'date' || plan.kind === 'gap-before'
      ? datesOf(territories, await tables.readColumn({ ...plan.at.date, period: plan.at.period }), departement)
      : [];
  const deadline = plan.kind === 'gap-before' ? (question.echeance ?? calendar[0] ?? null) : null;
  const choices: FigureChoices = {
    extent,
    calendar,
    deadline,
    isSameMethod: plan.kind !== 'difference' || plan.from.segment === plan.to.segment,
  };
  const asked = summedTerritories(territories, { level, epci, departement });
  const sums = figuresOf
    ? sumOver(territories, figuresOf, { level, extent, departement }, asked)
    : toCells(await tables.readProjectCounts({ level, source: sourcesOf(plan)[0]?.source ?? '', departement: null }));
  const figures = asked.map((territory) => toFigure(indicator, territory, sums.get(territory.code) ?? [], choices));
  return { plan, calendar, deadline, figures };
}

function requireNamed(territories: Territories, level: 'epci' | 'departement', code: string | undefined): void {
  if (code === undefined) return;
  const known = codesOf(territories, level);
  if (!known.includes(code)) throw badParameter(level, code, known);
}

/** Projects by theme: all of its census for a département, those that name it for the rest. */
function toCells(counts: readonly ProjectCount[]): Map<string, Cell[]> {
  const counted = { detail: null, known: 1, unknown: 0, secret: 0, outside: 0, reason: null };
  return rollup(
    counts,
    (own) =>
      own.map(({ theme, projects, namingEpci }) => ({
        ...counted,
        key: theme,
        numerator: namingEpci,
        denominator: projects,
      })),
    ({ code }) => code,
  );
}

/** The period that an answer is about: of the premises for zones, of the calendar for closures. */
function answeredPeriod(plan: ReturnType<ReturnType<typeof planner>['plan']>): string {
  switch (plan.kind) {
    case 'difference':
      return plan.to.period;
    case 'category':
      return plan.gap.period;
    case 'count':
      return plan.period;
    default:
      return plan.at.period;
  }
}

/** A parameter that an indicator has no use for is refused: it would change nothing, and the reader would believe it did. */
export function refuseUnsuited(
  indicator: Indicator,
  { niveau, echeance, depuis }: Pick<ValuesQuestion, 'niveau' | 'echeance' | 'depuis'>,
): void {
  if (!indicator.levels.includes(niveau)) throw badParameter('niveau', niveau, indicator.levels);
  if (echeance !== undefined && indicator.measure.kind !== 'gap-before')
    throw badParameter('echeance', echeance, ['ce paramètre ne sert qu’à l’indicateur locaux-exposes-cuivre']);
  if (depuis !== undefined && indicator.measure.kind !== 'difference')
    throw badParameter('depuis', depuis, ['ce paramètre ne sert qu’à l’indicateur evolution-ftth']);
}

export function sourceReference(
  id: string,
  period: string,
  sources: readonly SourceIdentity[],
  loads: readonly CurrentLoad[],
): Values['sources'][number] {
  const source = sources.find((one) => one.id === id);
  const load = loads.find((one) => one.source === id && one.period === period);
  if (!source || !load) throw new Error(`source "${id}" answers for ${period} but is not declared or not loaded`);
  return {
    id: source.id,
    titre: source.title,
    producteur: source.publisher,
    licence: source.licence.label,
    licenceUrl: source.licence.url,
    url: source.url,
    millesime: load.vintage,
    dateDonnees: load.data_on,
  };
}
