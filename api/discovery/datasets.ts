/** The datasets that the catalogue offers to harvesters: one per indicator, the places, the projects. */
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import { themes } from '../../data/catalogue/themes.ts';
import type { PlannedPeriod } from '../plan.ts';

export interface Dataset {
  /** Never changes: harvesters know a dataset by it. */
  readonly id: string;
  readonly title: string;
  readonly keywords: readonly string[];
  /** Page for people. */
  readonly landing: string;
  /** Addresses whose Data Package describes the files, the main one first. */
  readonly tables: readonly string[];
  readonly periods: readonly string[];
}

const levelWords = { commune: 'par commune', epci: 'par EPCI', departement: 'par département' } as const;

export function listDatasets(
  indicators: readonly Indicator[],
  periodsOf: (indicator: Indicator) => readonly PlannedPeriod[],
): Dataset[] {
  const labelOf = (theme: string | null) => themes.find(({ id }) => id === theme)?.label;
  const ofIndicators = indicators.flatMap((indicator): Dataset[] => {
    const periods = periodsOf(indicator).map(({ period }) => period);
    // Without figures there is nothing to harvest.
    if (periods.length === 0) return [];
    const level = (['commune', 'epci', 'departement'] as const).find((one) => indicator.levels.includes(one));
    if (level === undefined) return [];
    const { id, label, theme } = indicator;
    const series = `/api/v1/tableau?indicateurs=${id}&niveau=${level}&periode=toutes`;
    return [
      {
        id: `indicateur-${id}`,
        title: `${label}, ${levelWords[level]}`,
        keywords: [labelOf(theme), 'présence numérique'].filter((word) => word !== undefined),
        landing: `/?indicateur=${id}`,
        tables: [`/api/v1/indicateurs/${id}/valeurs?niveau=${level}`, ...(periods.length > 1 ? [series] : [])],
        periods,
      },
    ];
  });
  return [
    ...ofIndicators,
    {
      id: 'lieux',
      title: 'Lieux d’accompagnement au numérique',
      keywords: ['médiation numérique', 'inclusion numérique', 'présence numérique'],
      landing: '/?lieux=oui',
      tables: ['/api/v1/lieux'],
      periods: [],
    },
    {
      id: 'projets',
      title: 'Projets numériques recensés',
      keywords: ['projets numériques', 'présence numérique'],
      landing: '/projets',
      tables: ['/api/v1/projets'],
      periods: [],
    },
  ];
}

/** First and last day that periods cover: a quarter, a day or a year each; null when there is none. */
export function spanOf(periods: readonly string[]): { readonly from: string; readonly to: string } | null {
  const days = periods.map((period) => {
    const [, year = '', quarter] = /^(\d{4})(?:-T([1-4]))?$/.exec(period) ?? [];
    if (year === '') return { from: period, to: period };
    if (quarter === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
    const last = Number(quarter) * 3;
    const end = new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10);
    return { from: `${year}-${String(last - 2).padStart(2, '0')}-01`, to: end };
  });
  const froms = days.map(({ from }) => from).sort();
  const tos = days.map(({ to }) => to).sort();
  const [from, to] = [froms[0], tos.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
