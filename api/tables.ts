/** The tables that addresses ask for: what each holds, and where its rows are read from. */
import type { Indicator } from '../data/catalogue/catalogue.ts';
import type { Level } from '../data/catalogue/declare.ts';
import type { Place as HelpPlace, Values } from './contract.ts';
import type { Project } from './contract-projects.ts';
import type { ApiDependencies } from './dependencies.ts';
import { longTable } from './downloads/long-table.ts';
import { placesTable } from './downloads/places-table.ts';
import { projectsTable } from './downloads/projects-table.ts';
import type { TypedTable } from './downloads/typed-table.ts';
import { type OutlineReader, valuesTable } from './downloads/values-table.ts';
import { planner, sourcesOf } from './plan.ts';
import { ProblemError } from './problem.ts';
import type { CurrentLoad } from './sql/loads.ts';
import { readOutlines } from './sql/outlines.ts';
import { currentState, type State } from './sql/state.ts';
import { readCodes } from './sql/territories.ts';
import { summedTerritories } from './summed-territories.ts';
import { answerValues, refuseUnsuited, sourceReference, type ValuesQuestion } from './values.ts';

const outlineSource = 'contours-communes';

/** What a source of the list says of itself at each vintage that is loaded, each once. */
function loadedSources(
  ids: readonly string[],
  { sources }: ApiDependencies,
  loads: readonly CurrentLoad[],
): Values['sources'] {
  const told = new Map<string, Values['sources'][number]>();
  for (const { source, period } of loads.filter((load) => ids.includes(load.source))) {
    const reference = sourceReference(source, period, sources, loads);
    told.set(`${source} ${reference.millesime} ${reference.dateDonnees}`, reference);
  }
  return [...told.values()];
}

interface Extent {
  readonly niveau: Level;
  readonly perimetre: 'partie' | 'entier';
  readonly state?: State | undefined;
}

async function contextOf(dependencies: ApiDependencies, { niveau, perimetre, state = currentState }: Extent) {
  const { database } = dependencies;
  const { loads } = await dependencies.readState(state);
  const reader: OutlineReader = (codes) => readOutlines(database, niveau, codes, perimetre);
  return {
    departements: await readCodes(database, 'departement'),
    readOutlines: reader,
    outlineSources: loadedSources([outlineSource], dependencies, loads),
    loads,
  };
}

export async function valuesTableOf(
  dependencies: ApiDependencies,
  indicator: Indicator,
  question: ValuesQuestion,
): Promise<TypedTable> {
  const values = await answerValues(dependencies, indicator, question);
  return valuesTable(values, { indicator, ...(await contextOf(dependencies, question)) });
}

export interface LongQuestion extends Pick<ValuesQuestion, 'niveau' | 'perimetre' | 'epci' | 'departement' | 'state'> {
  readonly indicators: readonly Indicator[];
  /** `toutes`: every period of each; none: the last of each. */
  readonly periode?: string | undefined;
  readonly edition: Values['edition'];
}

/** @throws ProblemError when an indicator has no figure at the level or for the period */
export async function longTableOf(dependencies: ApiDependencies, question: LongQuestion): Promise<TypedTable> {
  const { sources, readState } = dependencies;
  const { indicators, niveau, perimetre, periode, state = currentState, edition } = question;
  const context = await contextOf(dependencies, question);
  const { periodsOf, plan } = planner(dependencies.indicators, context.loads);
  const epci = question.epci ?? null;
  const departement = question.departement ?? null;
  const allPeriods = periode === 'toutes';
  const told = new Map<string, Values['sources'][number]>();
  const asked = indicators.flatMap((indicator) => {
    refuseUnsuited(indicator, { niveau });
    const periods = periodsOf(indicator).map(({ period }) => period);
    const wanted = allPeriods ? periods : [periode ?? periods.at(-1)];
    return wanted.map((period) => {
      const planned = namingIndicator(indicator, () => plan(indicator, { period }));
      for (const { source, period: read } of sourcesOf(planned)) {
        const reference = sourceReference(source, read, sources, context.loads);
        told.set(`${source} ${reference.millesime}`, reference);
      }
      return { indicator, period: period ?? '' };
    });
  });
  const territories = summedTerritories(await (await readState(state)).readTerritories(), {
    level: niveau,
    epci,
    departement,
  });
  return longTable(
    { asked, niveau, epci, departement, allPeriods, perimetre, edition },
    {
      ...context,
      territoryCount: territories.length,
      sources: [...told.values()],
      answer: (indicator, periode) => answerValues(dependencies, indicator, { ...question, periode, edition }),
    },
  );
}

/** Among several indicators, a refusal says which one it is about. */
function namingIndicator<T>({ label }: Indicator, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, detail, ...what } = error.problem;
    throw new ProblemError(status, `${label} : ${detail}`, what);
  }
}

export async function placesTableOf(
  dependencies: ApiDependencies,
  places: readonly HelpPlace[],
  { state, fileName }: { state: State; fileName: string },
): Promise<TypedTable> {
  const { loads } = await dependencies.readState(state);
  const ids = dependencies.sources.filter(({ brings }) => brings === 'places').map(({ id }) => id);
  return placesTable(places, loadedSources(ids, dependencies, loads), fileName);
}

export async function projectsTableOf(
  dependencies: ApiDependencies,
  projects: readonly Project[],
  { state, fileName }: { state: State; fileName: string },
): Promise<TypedTable> {
  const { loads } = await dependencies.readState(state);
  return projectsTable(projects, loadedSources(['projets-recenses'], dependencies, loads), fileName);
}
