/**
 * Turns the sums of a territory into its figure: divides, says in what state the answer is, raises alerts.
 * `sum-figures.ts` gives the sums; this is the only place where a ratio is computed.
 */
import type { Indicator } from '../catalogue/catalogue.ts';
import type { Level } from '../catalogue/declare.ts';
import { measures } from '../catalogue/measures.ts';
import type { Cell } from './cell.ts';
import { calendarParts, categoryParts, type FigurePart, themeParts } from './figure-parts.ts';

export interface SummedTerritory {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** Communes of its whole extent that are outside the loaded départements. */
  readonly communesOutside: number;
}

export interface FigureChoices {
  readonly extent: 'partie' | 'entier';
  /** Dates of the copper calendar, in order, and the chosen one (cumulative). */
  readonly calendar: readonly string[];
  readonly deadline: string | null;
  /** False when a difference crosses a break of method. */
  readonly isSameMethod: boolean;
}

/** A row of the API's values. Unknown is null and says why in `raison`. */
export interface Figure {
  code: string;
  nom: string;
  valeur: number | string | null;
  numerateur: number | null;
  denominateur: number | null;
  parts: FigurePart[] | null;
  /** Dates that the source gives beside the value. */
  dates?: { cle: string; libelle: string; valeur: string }[];
  etat: 'valeur' | 'non-disponible' | 'secret' | 'non-agregable';
  raison: string | null;
  alertes: string[];
}

type Answer = Partial<Omit<Figure, 'code' | 'nom'>>;
type MeasureOf<K extends Indicator['measure']['kind']> = Extract<Indicator['measure'], { kind: K }>;

export function toFigure(
  indicator: Indicator,
  territory: SummedTerritory,
  cells: readonly Cell[],
  choices: FigureChoices,
): Figure {
  const blank: Figure = {
    code: territory.code,
    nom: territory.name,
    valeur: null,
    numerateur: null,
    denominateur: null,
    parts: null,
    etat: 'valeur',
    raison: null,
    alertes: [],
  };
  // Whatever is known of its communes: nothing adds up a median.
  if (indicator.measure.kind === 'published' && territory.level !== 'commune')
    return { ...blank, etat: 'non-agregable', raison: 'non-agregable' };
  const isCounted = indicator.measure.kind === 'count';
  const lacksOutside = isCounted ? territory.communesOutside > 0 : cells.some((cell) => cell.outside > 0);
  if (choices.extent === 'entier' && lacksOutside)
    return { ...blank, etat: 'non-disponible', raison: 'communes-hors-territoire-non-chargees' };
  if (isCounted) return { ...blank, ...countAnswer(territory.level, cells) };
  const known = cells.filter((cell) => cell.known > 0);
  if (known.length === 0) return { ...blank, ...unknownAnswer(cells) };
  const figure = { ...blank, ...answer(indicator, territory.level, known, choices) };
  if (cells.some((cell) => cell.unknown > 0) && territory.level !== 'commune')
    figure.alertes = [...figure.alertes, 'donnees-partielles'];
  // The date of an EPCI is a calendar, in which each of its communes has its own.
  const isDated = indicator.measure.kind === 'date' || indicator.measure.kind === 'gap-before';
  if (isDated && territory.level === 'commune' && known.some((cell) => cell.reason === severalDates))
    figure.alertes = [...figure.alertes, severalDates];
  return figure;
}

/** The communes that merged into this one close at different dates: the earliest is told. */
const severalDates = 'communes-fusionnees-dates-differentes';

function answer(indicator: Indicator, level: Level, cells: readonly Cell[], choices: FigureChoices): Answer {
  const { measure } = indicator;
  switch (measure.kind) {
    case 'ratio':
      return ratioAnswer(cells, measure);
    case 'gap': {
      const missing = sumNumerators(cells);
      return { valeur: missing, numerateur: missing, denominateur: sumDenominators(cells) };
    }
    case 'sum': {
      const total = sumNumerators(cells);
      return { valeur: total, numerateur: total };
    }
    case 'published':
      return { valeur: cells[0]?.numerator ?? null };
    case 'gap-before':
      return gapBeforeAnswer(cells, choices);
    case 'date':
      if (level === 'commune') return dateAnswer(cells, measure);
      return { etat: 'non-agregable', parts: calendarParts(cells, choices.calendar, (cell) => cell.denominator ?? 0) };
    case 'category': {
      const answered: Answer = {
        numerateur: sumNumerators(cells),
        denominateur: sumDenominators(cells),
        parts: categoryParts(cells, measure.categories),
      };
      if (level !== 'commune') return { ...answered, etat: 'non-agregable' };
      return { ...answered, valeur: cells[0]?.key ?? null, alertes: cells.flatMap((cell) => cell.reason ?? []) };
    }
    case 'partition': {
      const segment = measure.segments.find(({ parts }) => parts.some(({ key }) => key === cells[0]?.key));
      return segment ? partitionAnswer(cells, segment.parts, segment.apartFrom) : unknownAnswer(cells);
    }
    case 'difference':
      return differenceAnswer(cells, choices.isSameMethod);
    case 'count':
      return countAnswer(level, cells);
  }
}

function unknownAnswer(cells: readonly Cell[]): Answer {
  if (cells.some((cell) => cell.secret > 0)) return { etat: 'secret', raison: 'secret-statistique' };
  const reason = cells.find((cell) => cell.reason !== null)?.reason;
  return { etat: 'non-disponible', raison: reason ?? 'absent-de-la-source' };
}

function ratioAnswer(cells: readonly Cell[], { segments }: MeasureOf<'ratio'>): Answer {
  const numerateur = sumNumerators(cells);
  const denominateur = sumDenominators(cells);
  const isOfInhabitants = segments.every(({ denominator }) => measures[denominator].unit === 'inhabitants');
  const raison = isOfInhabitants ? 'aucun-habitant' : 'aucun-local';
  if (denominateur === 0) return { numerateur, denominateur, etat: 'non-disponible', raison };
  const valeur = numerateur / denominateur;
  return { valeur, numerateur, denominateur, alertes: valeur > 1 ? ['superieur-a-100'] : [] };
}

function dateAnswer([cell]: readonly Cell[], { date: { beside } }: MeasureOf<'date'>): Answer {
  const key = cell?.key ?? 'non-prevu';
  const other = cell?.detail ?? null;
  return {
    ...(key === 'non-prevu' ? { raison: 'non-prevu' } : { valeur: key }),
    ...(beside && other !== null ? { dates: [{ cle: beside.key, libelle: beside.label, valeur: other }] } : {}),
  };
}

/** Sums the communes that close at the deadline or before; those without a date are an answer of their own. */
function gapBeforeAnswer(cells: readonly Cell[], { calendar, deadline }: FigureChoices): Answer {
  const parts = calendarParts(cells, calendar, (cell) => cell.numerator ?? 0);
  const dated = cells.filter((cell) => cell.key !== 'non-prevu');
  if (dated.length === 0) return { parts, denominateur: sumDenominators(cells), raison: 'non-prevu' };
  const concerned = dated.filter((cell) => deadline !== null && cell.key !== null && cell.key <= deadline);
  const missing = sumNumerators(concerned);
  return {
    parts,
    valeur: missing,
    numerateur: missing,
    denominateur: sumDenominators(concerned),
    raison: concerned.length === 0 ? 'apres-echeance' : null,
  };
}

/** The value is the largest part beside `apartFrom`; at equality, the first declared. */
function partitionAnswer(
  cells: readonly Cell[],
  declared: readonly { key: string; label: string }[],
  apartFrom: string,
): Answer {
  const parts = declared.map(({ key, label }) => ({
    cle: key,
    libelle: label,
    valeur: sumNumerators(cells.filter((cell) => cell.key === key)),
  }));
  const others = parts.filter(({ cle }) => cle !== apartFrom);
  const denominateur = others.reduce((total, part) => total + part.valeur, 0);
  if (denominateur === 0) return { parts, denominateur, raison: 'aucun-local-sans-fibre' };
  const largest = others.reduce((best, part) => (part.valeur > best.valeur ? part : best));
  return { parts, valeur: largest.cle, numerateur: largest.valeur, denominateur };
}

/** Cells keyed `depuis` and `periode`: a difference of ratios, unless the method changed in between. */
function differenceAnswer(cells: readonly Cell[], isSameMethod: boolean): Answer {
  const since = cells.filter((cell) => cell.key === 'depuis');
  const until = cells.filter((cell) => cell.key === 'periode');
  const before = sumNumerators(since);
  const after = sumNumerators(until);
  const parts = [
    { cle: 'raccordables-depuis', libelle: 'Locaux raccordables au départ', valeur: before },
    { cle: 'raccordables-periode', libelle: 'Locaux raccordables à la période', valeur: after },
    { cle: 'variation-raccordables', libelle: 'Variation des locaux raccordables', valeur: after - before },
  ];
  if (!isSameMethod) return { parts, etat: 'non-disponible', raison: 'rupture-de-methode' };
  const [from, to] = [sumDenominators(since), sumDenominators(until)];
  if (from === 0 || to === 0) return { parts, etat: 'non-disponible', raison: 'aucun-local' };
  return { parts, valeur: after / to - before / from };
}

/** In the département's row, `numerateur` counts the projects that name an EPCI and `denominateur` all of them. */
function countAnswer(level: Level, cells: readonly Cell[]): Answer {
  const valeur = sumDenominators(cells);
  return {
    valeur,
    parts: themeParts(cells),
    alertes: valeur === 0 ? ['recensement-a-completer'] : [],
    ...(level === 'departement' ? { numerateur: sumNumerators(cells), denominateur: valeur } : {}),
  };
}

function sumNumerators(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + (cell.numerator ?? 0), 0);
}

function sumDenominators(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + (cell.denominator ?? 0), 0);
}
