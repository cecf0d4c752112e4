/** Answers an indicator's values: the plan, the sums, the figures, and where they come from. */
import { type FigureChoices, toFigure } from '../data/analysis/figure.ts';
import type { Indicator } from '../data/catalogue/catalogue.ts';
import type { Level } from '../data/catalogue/declare.ts';
import type { SourceIdentity } from '../data/sources/declare.ts';
import type { Values } from './contract.ts';
import type { ApiDependencies } from './dependencies.ts';
import { planner, sourcesOf } from './plan.ts';
import { badParameter } from './problem.ts';
import { readCalendar } from './sql/calendar.ts';
import { type CurrentLoad, readCurrentLoads } from './sql/loads.ts';
import { currentState, type State } from './sql/state.ts';
import { readCodes, readSummedTerritories } from './sql/summed-territories.ts';
import { readSums } from './sql/sums.ts';

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
  { database, indicators, sources }: ApiDependencies,
  indicator: Indicator,
  question: ValuesQuestion,
): Promise<Values> {
  refuseUnsuited(indicator, question);
  const state = question.state ?? currentState;
  const loads = await readCurrentLoads(database, state);
  const { periodsOf, plan: planFor } = planner(indicators, loads);
  const plan = planFor(indicator, { period: question.periode, since: question.depuis });
  const epci = question.epci ?? null;
  if (epci !== null) {
    const known = await readCodes(database, 'epci', state);
    if (!known.includes(epci)) throw badParameter('epci', epci, known);
  }
  const departement = question.departement ?? null;
  if (departement !== null) {
    const known = await readCodes(database, 'departement', state);
    if (!known.includes(departement)) throw badParameter('departement', departement, known);
  }
  const over = { level: question.niveau, extent: question.perimetre, departement, epci, state };

  const calendar =
    plan.kind === 'date' || plan.kind === 'gap-before' ? await readCalendar(database, plan.at, over) : [];
  const deadline = plan.kind === 'gap-before' ? (question.echeance ?? calendar[0] ?? null) : null;
  const choices: FigureChoices = {
    extent: question.perimetre,
    calendar,
    deadline,
    isSameMethod: plan.kind !== 'difference' || plan.from.segment === plan.to.segment,
  };
  const [territories, sums] = await Promise.all([
    readSummedTerritories(database, over),
    readSums(database, plan, over),
  ]);

  const periods = periodsOf(indicator);
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
    echeances: calendar.length > 0 ? calendar : null,
    depuis: plan.kind === 'difference' ? plan.from.period : null,
    sources: sourcesOf(plan).map(({ source, period: read }) => sourceReference(source, read, sources, loads)),
    valeurs: territories.map((territory) => toFigure(indicator, territory, sums.get(territory.code) ?? [], choices)),
  };
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
