/** What changed between two states of the data, by indicator and territory: two answers of `answerValues`, set side by side. */
import type { Indicator } from '../data/catalogue/catalogue.ts';
import type { Level } from '../data/catalogue/declare.ts';
import type { Value, Values } from './contract.ts';
import type { Changes, IndicatorChanges } from './contract-states.ts';
import type { ApiDependencies } from './dependencies.ts';
import { declaredSources } from './indicator-sources.ts';
import { planner } from './plan.ts';
import type { CurrentLoad } from './sql/loads.ts';
import { writeState } from './sql/state.ts';
import type { ToldState } from './state.ts';
import { answerValues } from './values.ts';

export interface Compared {
  readonly before: ToldState;
  readonly after: ToldState;
  readonly departement: string | undefined;
  /** Nothing was loaded before: both states are then the same. */
  readonly isFirst: boolean;
}

const toState = ({ state, label, at }: ToldState) => ({ etat: writeState(state), libelle: label, le: at });

/** @throws ProblemError when a parameter does not suit the indicator */
export async function compareIndicator(
  dependencies: ApiDependencies,
  indicator: Indicator,
  niveau: Level,
  { before, after, departement }: Compared,
): Promise<IndicatorChanges> {
  const answer = async ({ state }: ToldState): Promise<Values | null> => {
    const { periodsOf } = planner(dependencies.indicators, (await dependencies.readState(state)).loads);
    if (periodsOf(indicator).length === 0) return null;
    return answerValues(dependencies, indicator, { niveau, perimetre: 'partie', departement, state });
  };
  const [former, latter] = [await answer(before), await answer(after)];
  const isBroken = former !== null && latter !== null && former.methode !== latter.methode;
  const reason =
    former === null && latter === null
      ? 'absent-des-deux'
      : former === null
        ? 'absent-avant'
        : latter === null
          ? 'absent-apres'
          : isBroken
            ? 'rupture-de-methode'
            : null;
  const rows = pair(former?.valeurs ?? [], latter?.valeurs ?? []);
  return {
    de: toState(before),
    a: toState(after),
    indicateur: indicator.id,
    libelle: indicator.label,
    unite: indicator.unit,
    niveau,
    departement: departement ?? null,
    periodeAvant: former?.periode ?? null,
    periodeApres: latter?.periode ?? null,
    echeanceAvant: former?.echeance ?? null,
    echeanceApres: latter?.echeance ?? null,
    raison: reason,
    territoires: rows.length,
    changements: rows
      .filter(({ avant, apres }) => !isSame(avant, apres))
      .map(({ code, nom, avant, apres }) => ({
        code,
        nom,
        avant: avant && toSide(avant),
        apres: apres && toSide(apres),
        difference: isBroken ? null : differenceOf(avant, apres),
      })),
  };
}

/** Indicators of which something changed, in the order of the catalogue. */
export async function compareAll(dependencies: ApiDependencies, compared: Compared): Promise<Changes> {
  const { indicators, readState } = dependencies;
  const { before, after, departement } = compared;
  const moved = movedSources((await readState(before.state)).loads, (await readState(after.state)).loads);
  const listed: Changes['indicateurs'] = [];
  for (const indicator of indicators) {
    if (!declaredSources(indicator, indicators).some((source) => moved.has(source))) continue;
    const at = (level: Level) =>
      indicator.levels.includes(level) ? compareIndicator(dependencies, indicator, level, compared) : null;
    const [communes, epcis, whole] = [await at('commune'), await at('epci'), await at('departement')];
    const told = whole ?? epcis ?? communes;
    const changed = (one: IndicatorChanges | null) => one?.changements.length ?? 0;
    if (!told || changed(communes) + changed(epcis) + changed(whole) === 0) continue;
    listed.push({
      id: indicator.id,
      libelle: indicator.label,
      unite: indicator.unit,
      periodeAvant: told.periodeAvant,
      periodeApres: told.periodeApres,
      echeanceAvant: told.echeanceAvant,
      echeanceApres: told.echeanceApres,
      raison: told.raison,
      communesChangees: changed(communes),
      epciChanges: changed(epcis),
      departements: whole?.changements ?? [],
    });
  }
  return {
    de: toState(before),
    a: toState(after),
    departement: departement ?? null,
    constat: statementOf(compared, listed.length),
    premierChargement: compared.isFirst,
    indicateurs: listed,
  };
}

function statementOf({ before, after, isFirst }: Compared, count: number): string {
  if (isFirst) return 'C’est le premier chargement : il n’y a rien à comparer.';
  const between = `entre ${before.label} et ${after.label}`;
  if (count === 0) return `Aucun indicateur ne change ${between}.`;
  return count === 1 ? `Un indicateur change ${between}.` : `${count} indicateurs changent ${between}.`;
}

/** Sources of which a pointer leads to another load. */
function movedSources(before: readonly CurrentLoad[], after: readonly CurrentLoad[]): Set<string> {
  const told = ({ source, departement, period, load_id }: CurrentLoad) =>
    `${source} ${departement} ${period} ${load_id}`;
  const [former, latter] = [new Set(before.map(told)), new Set(after.map(told))];
  return new Set(
    [...before.filter((load) => !latter.has(told(load))), ...after.filter((load) => !former.has(told(load)))].map(
      ({ source }) => source,
    ),
  );
}

interface Pair {
  readonly code: string;
  readonly nom: string;
  readonly avant: Value | null;
  readonly apres: Value | null;
}

function pair(former: readonly Value[], latter: readonly Value[]): Pair[] {
  const after = new Map(latter.map((value) => [value.code, value]));
  const before = new Map(former.map((value) => [value.code, value]));
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return codes.map((code) => {
    const [avant, apres] = [before.get(code) ?? null, after.get(code) ?? null];
    return { code, nom: apres?.nom ?? avant?.nom ?? code, avant, apres };
  });
}

const toSide = ({ valeur, numerateur, denominateur, etat, raison }: Value) => ({
  valeur,
  numerateur,
  denominateur,
  etat,
  raison,
});

function isSame(avant: Value | null, apres: Value | null): boolean {
  if (!avant || !apres) return avant === apres;
  return JSON.stringify([toSide(avant), partsOf(avant)]) === JSON.stringify([toSide(apres), partsOf(apres)]);
}

/** Parts that hold something: a date that a calendar gains changes nothing for a commune that it is not about. */
const partsOf = ({ parts }: Value) => parts?.filter(({ valeur }) => valeur !== 0) ?? null;

const msPerDay = 86_400_000;

/** Numbers are subtracted; two dates differ by days. */
function differenceOf(avant: Value | null, apres: Value | null): number | null {
  const [from, to] = [avant?.valeur ?? null, apres?.valeur ?? null];
  if (typeof from === 'number' && typeof to === 'number') return to - from;
  const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text);
  if (isDay(from) && isDay(to)) return (Date.parse(to) - Date.parse(from)) / msPerDay;
  return null;
}
