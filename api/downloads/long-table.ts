/** Several indicators, or all their periods, as one table: one line per territory, indicator and period. */
import type { Indicator } from '../../data/catalogue/catalogue.ts';
import type { Values } from '../contract.ts';
import { newestDay, pagesOf, type TypedTable } from './typed-table.ts';
import {
  mixedValueColumns,
  periodColumn,
  provenanceColumns,
  stateColumns,
  territoryColumns,
  toMixedCells,
  toProvenanceCells,
  toStateCells,
  unitLabels,
} from './value-columns.ts';
import { levelTitles, type OutlineReader, type Place, placeInName } from './values-table.ts';

export interface LongQuestion extends Place {
  /** What is asked, in the order of the lines. */
  readonly asked: readonly { readonly indicator: Indicator; readonly period: string }[];
  readonly allPeriods: boolean;
  readonly perimetre: 'partie' | 'entier';
  readonly edition: Values['edition'];
}

export interface LongContext {
  readonly departements: readonly string[];
  /** Territories that each answer holds. */
  readonly territoryCount: number;
  readonly sources: Values['sources'];
  readonly outlineSources: Values['sources'];
  readonly readOutlines: OutlineReader;
  readonly answer: (indicator: Indicator, period: string) => Promise<Values>;
}

/** One answer is in memory at a time. Parts are left to the table of each indicator: their columns differ. */
export function longTable(question: LongQuestion, context: LongContext): TypedTable {
  const { asked, niveau, allPeriods } = question;
  const indicators = [...new Set(asked.map(({ indicator }) => indicator))];
  const labels = indicators.map(({ label }) => label).join(', ');
  return {
    name: 'tableau',
    title: `${labels}, ${levelTitles[niveau]}${allPeriods ? ', toutes les périodes' : ''}`,
    fileName: longFileName(question, indicators, context.departements),
    description: `Une ligne par territoire, indicateur et période : ${labels}.${
      question.edition ? ` État des lieux figé « ${question.edition.titre} ».` : ''
    }`,
    columns: [
      ...territoryColumns,
      { name: 'libelle', title: 'Libellé', description: 'Nom de l’indicateur.', type: 'string', required: true },
      { name: 'unite', title: 'Unité', description: 'Ce que la valeur compte.', type: 'string', required: true },
      periodColumn,
      ...mixedValueColumns,
      ...stateColumns,
      ...provenanceColumns,
    ],
    primaryKey: ['code', 'indicateur', 'periode'],
    geometryType: 'MultiPolygon',
    rowCount: asked.length * context.territoryCount,
    sources: [...context.sources, ...context.outlineSources],
    definitions: indicators,
    dataOn: newestDay(context.sources),
    async *rows({ withGeometry }) {
      for (const { indicator, period } of asked) {
        const values = await context.answer(indicator, period);
        const provenance = toProvenanceCells(values);
        for (const page of pagesOf(values.valeurs)) {
          const outlines = withGeometry ? await context.readOutlines(page.map(({ code }) => code)) : null;
          yield page.map((value) => ({
            cells: [
              value.code,
              value.nom,
              values.niveau,
              values.indicateur,
              indicator.label,
              unitLabels[indicator.unit],
              values.periode,
              ...toMixedCells(indicator.unit, value.valeur),
              ...toStateCells(value),
              ...provenance,
            ],
            geometry: outlines?.get(value.code) ?? null,
          }));
        }
      }
    },
  };
}

/** `couverture-ftth_locaux-a-raccorder_communes_91_toutes-periodes`; `5-indicateurs` when they are many. */
function longFileName(
  question: LongQuestion,
  indicators: readonly Indicator[],
  departements: readonly string[],
): string {
  const { asked, allPeriods, perimetre, edition } = question;
  const periods = new Set(asked.map(({ period }) => period));
  const [period] = periods;
  return [
    indicators.length > 3 ? `${indicators.length}-indicateurs` : indicators.map(({ id }) => id).join('_'),
    placeInName(question, departements),
    allPeriods ? 'toutes-periodes' : periods.size === 1 ? period : 'dernieres-periodes',
    perimetre === 'entier' && 'entier',
    edition && `edition-${edition.id}`,
  ]
    .filter(Boolean)
    .join('_');
}
