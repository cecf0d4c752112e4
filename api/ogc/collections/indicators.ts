/**
 * A layer per indicator and level, derived from the declaration of the indicator: its figures are those of
 * `/api/v1/indicateurs/{id}/valeurs`, by the same functions. Without `datetime` the last period answers, so that a layer
 * holds each territory once.
 */
import { frenchDay } from '../../../data/analysis/french-dates.ts';
import type { Indicator } from '../../../data/catalogue/catalogue.ts';
import type { Level } from '../../../data/catalogue/declare.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import type { Value, Values } from '../../contract.ts';
import type { ApiDependencies } from '../../dependencies.ts';
import { declaredSources } from '../../indicator-sources.ts';
import { planner } from '../../plan.ts';
import { readLevelExtent } from '../../sql/features.ts';
import { readCurrentLoads } from '../../sql/loads.ts';
import { answerValues } from '../../values.ts';
import { daysOf, meet, spanOf } from '../days.ts';
import type { Collection, Property, Row, RowsQuestion } from '../declare.ts';

const levels = { commune: 'communes', epci: 'EPCI' } as const;
type DrawnLevel = keyof typeof levels;

/** @param taken ids of the other collections: an indicator of the same name takes that of its level after its own */
export function indicatorCollections(indicators: readonly Indicator[], taken: readonly string[]): Collection[] {
  return indicators.flatMap((indicator) =>
    (['commune', 'epci'] as const)
      .filter((level) => indicator.levels.includes(level))
      .map((level) => indicatorCollection(indicator, level, { indicators, taken })),
  );
}

function indicatorCollection(
  indicator: Indicator,
  level: DrawnLevel,
  { indicators, taken }: { readonly indicators: readonly Indicator[]; readonly taken: readonly string[] },
): Collection {
  const parts = partsOf(indicator);
  const id = level === 'epci' ? `${indicator.id}-epci` : indicator.id;
  const theme = themes.find((one) => one.id === indicator.theme);
  return {
    id: taken.includes(id) ? `${id}-${levels[level].toLowerCase()}` : id,
    title: `${indicator.label} (${levels[level]})`,
    description: [indicator.definition, `Formule : ${indicator.formula}`, ...indicator.cautions].join(' '),
    keywords: ['indicateur', ...(theme ? [theme.label] : [])],
    geometry: 'outline',
    properties: [
      { name: 'code', title: level === 'commune' ? 'Code INSEE' : 'SIREN', type: 'string' },
      { name: 'nom', title: 'Nom', type: 'string' },
      { name: 'periode', title: 'Période', type: 'string', description: 'Trimestre 2026-T2, jour ou année.' },
      { name: 'periode_debut', title: 'Premier jour de la période', type: 'string', isDay: true },
      { name: 'periode_fin', title: 'Dernier jour de la période', type: 'string', isDay: true },
      { title: indicator.label, ...valueProperty(indicator, level) },
      { name: 'numerateur', title: 'Numérateur', type: 'number' },
      { name: 'denominateur', title: 'Dénominateur', type: 'number' },
      {
        name: 'etat',
        title: 'État de la valeur',
        type: 'string',
        description: 'valeur, non-disponible, secret ou non-agregable',
      },
      { name: 'raison', title: 'Raison', type: 'string' },
      { name: 'alertes', title: 'Alertes', type: 'strings' },
      { name: 'source', title: 'Producteur et date des données', type: 'string' },
      ...parts.map(({ key, label }): Property => ({ name: partName(key), title: label, type: 'number' })),
    ],
    time: 'La période de la valeur. Sans datetime, la dernière répond ; « ../.. » les donne toutes.',
    sources: [...declaredSources(indicator, indicators), 'contours-communes'],
    readRows: async (dependencies, question) => {
      const { chosen, isDefault } = await choosePeriods(dependencies, indicator, question);
      const rows: Row[] = [];
      for (const period of chosen) {
        const values = await answerValues(dependencies, indicator, {
          niveau: level,
          perimetre: 'partie',
          periode: period,
        });
        rows.push(...values.valeurs.map((value) => toRow(value, { level, period, parts, source: told(values) })));
      }
      return { rows, period: isDefault ? (chosen[0] ?? null) : null };
    },
    readExtent: async (dependencies) => ({
      bbox: await readLevelExtent(dependencies.database, level),
      interval: spanOf((await readPeriods(dependencies, indicator)).map(daysOf)),
    }),
  };
}

async function readPeriods({ database, indicators }: ApiDependencies, indicator: Indicator): Promise<string[]> {
  const { periodsOf } = planner(indicators, await readCurrentLoads(database));
  return periodsOf(indicator).map(({ period }) => period);
}

/** Nothing loaded is an empty layer, not a fault. */
async function choosePeriods(
  dependencies: ApiDependencies,
  indicator: Indicator,
  { when, period, id }: RowsQuestion,
): Promise<{ chosen: string[]; isDefault: boolean }> {
  const periods = await readPeriods(dependencies, indicator);
  if (id !== null) return { chosen: periods.filter((one) => id.startsWith(`${one}.`)), isDefault: false };
  if (when !== null)
    return {
      chosen: periods.filter((one) => {
        const days = daysOf(one);
        return days !== null && meet(days, when);
      }),
      isDefault: false,
    };
  // A period that went away while a reader turned the pages is refused by the planner, which lists those that are left.
  return { chosen: period !== null ? [period] : periods.slice(-1), isDefault: true };
}

function valueProperty({ unit, measure }: Indicator, level: Level): Omit<Property, 'title'> {
  const name = 'valeur';
  if (unit === 'date') return level === 'commune' ? { name, type: 'string', isDay: true } : { name, type: 'string' };
  if (unit === 'category' || measure.kind === 'partition' || measure.kind === 'category')
    return { name, type: 'string' };
  if (unit === 'ratio')
    return { name, type: 'number', description: 'De 0 à 1, non arrondi ; au-dessus de 1, voir alertes.' };
  return { name, type: 'number' };
}

/** The parts whose list is declared; those of a calendar follow its dates and are not columns. */
function partsOf({ measure }: Indicator): readonly { readonly key: string; readonly label: string }[] {
  if (measure.kind === 'partition') return measure.segments[0]?.parts ?? [];
  if (measure.kind === 'category') return measure.categories;
  return measure.kind === 'count' ? themes.map(({ id, label }) => ({ key: id, label })) : [];
}

const partName = (key: string) => `part_${key.replaceAll('-', '_')}`;

interface About {
  readonly level: Level;
  readonly period: string;
  readonly parts: readonly { readonly key: string }[];
  readonly source: string;
}

/** What a licence asks to be said: the producers, and the date of their data. */
function told({ sources }: Values): string {
  return sources
    .map(({ producteur, titre, dateDonnees }) => `${producteur}, ${titre}, ${frenchDay(dateDonnees)}`)
    .join(' ; ');
}

function toRow(value: Value, { level, period, parts, source }: About): Row {
  const days = daysOf(period);
  return {
    id: `${period}.${value.code}`,
    when: days,
    place: { kind: 'outline', level, code: value.code },
    properties: {
      code: value.code,
      nom: value.nom,
      periode: period,
      periode_debut: days?.from ?? null,
      periode_fin: days?.to ?? null,
      valeur: value.valeur,
      numerateur: value.numerateur,
      denominateur: value.denominateur,
      etat: value.etat,
      raison: value.raison,
      alertes: value.alertes,
      source,
      ...Object.fromEntries(
        parts.map(({ key }) => [partName(key), value.parts?.find(({ cle }) => cle === key)?.valeur ?? null]),
      ),
    },
  };
}
