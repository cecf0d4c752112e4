import { z } from 'zod';
import { communeCode, isoDayOrNone, restoreZero } from './cells.ts';
import { type Fact, type FactSource, type FactTable, licences } from './declare.ts';

const extractOn = '2025-10-20';
const dataset = 'https://data.economie.gouv.fr/api/explore/v2.1/catalog/datasets/fermeture-reseau-cuivre';

/** A day, or an instant of which the day is kept, or an empty cell. */
const dayOrNone = z
  .string()
  .transform((text) => text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/, '$1'))
  .pipe(isoDayOrNone);

/**
 * The official export: a row a postcode, the leading zero of codes lost, and a sentence that must say the same as the
 * date. A commune already closed keeps its past date. Columns of the commercial closure are not always there.
 */
const officialTable = (vintage: string): FactTable => ({
  format: {
    delimiter: ';',
    headerColumn: 'code_insee',
    columns: ['code_insee', 'fermeture_technique', 'output_usager'],
  },
  communeColumn: 'code_insee',
  toCommuneCode: restoreZero,
  keyColumns: ['code_insee'],
  repeated: 'same',
  row: z
    .object({ code_insee: communeCode, fermeture_technique: dayOrNone, output_usager: z.string() })
    .catchall(z.string())
    .transform((row, context): Fact[] => {
      const { code_insee: commune, fermeture_technique: technical } = row;
      const refuse = (column: string, message: string) =>
        context.issues.push({ code: 'custom', input: row, path: [column], message });
      const isUnforeseen = row.output_usager.includes('pas encore prévu');
      if (isUnforeseen && technical !== '')
        refuse('fermeture_technique', `« ${technical} » contredit la phrase « pas encore prévu »`);
      if (technical === '' && /déjà fermé|au plus tard/.test(row.output_usager))
        refuse('fermeture_technique', 'date absente, alors que la phrase en annonce une');
      const facts = [toFact({ commune, period: vintage, measure: 'fermeture_technique' }, technical)];
      const column = findCommercialColumn(Object.keys(row));
      if (column === undefined) return facts;
      const commercial = dayOrNone.safeParse(row[column]);
      if (!commercial.success) refuse(column, commercial.error.issues[0]?.message ?? '');
      return [...facts, toFact({ commune, period: vintage, measure: 'fermeture_commerciale' }, commercial.data ?? '')];
    }),
});

/** The name is not settled: `fermeture_commerciale`, `date_fermeture_commerciale`. One that tells a date comes first. */
function findCommercialColumn(columns: readonly string[]): string | undefined {
  const fold = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
  const about = columns.filter((name) => /ferm.*commerciale|commerciale.*ferm/.test(fold(name)));
  return about.find((name) => /^date|date$|^fermeture/.test(fold(name))) ?? about[0];
}

function toFact(about: Pick<Fact, 'commune' | 'period' | 'measure'>, day: string): Fact {
  return day === '' ? { ...about, value: null, reason: 'non-prevu' } : { ...about, value: day };
}

const extractTable: FactTable = {
  format: { delimiter: ';', headerColumn: 'code_insee', columns: ['code_insee', 'statut', 'fermeture_technique'] },
  communeColumn: 'code_insee',
  keyColumns: ['code_insee'],
  row: z
    .object({
      code_insee: communeCode,
      statut: z.enum(['prevu', 'non_prevu', 'ferme'], {
        error: ({ input }) => `« ${String(input)} » n’est pas un état connu (prevu, non_prevu, ferme)`,
      }),
      fermeture_technique: isoDayOrNone,
    })
    .transform((row, context): Fact[] => {
      if ((row.statut === 'non_prevu') !== (row.fermeture_technique === '')) {
        context.issues.push({
          code: 'custom',
          input: row.fermeture_technique,
          path: ['fermeture_technique'],
          message: `« ${row.fermeture_technique} » contredit l’état « ${row.statut} »`,
        });
        return [];
      }
      return [
        toFact({ commune: row.code_insee, period: extractOn, measure: 'fermeture_technique' }, row.fermeture_technique),
      ];
    }),
};

/** Dates of closure. "Non prévu" is an answer: a fact without value, with its reason. */
export default {
  id: 'fermeture-cuivre',
  title: 'Calendrier de fermeture du réseau cuivre',
  publisher: 'Ministère de l’Économie',
  licence: licences.openLicence2,
  url: 'https://data.economie.gouv.fr/explore/dataset/fermeture-reseau-cuivre/',
  description:
    'Dates prévues de fermeture du cuivre par commune, à la date du calendrier. Une date prévue peut être reportée ; une commune sans date n’est pas épargnée.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'standing', datedBy: { url: dataset, field: 'metas.default.modified' } },
      files: [
        {
          path: 'fermeture-cuivre/fermeture-reseau-cuivre.csv',
          official: { at: 'url', url: `${dataset}/exports/csv?delimiter=%3B` },
        },
      ],
      tables: (vintage) => [officialTable(vintage)],
    },
    {
      editions: { kind: 'fixed', vintage: extractOn, dataOn: extractOn },
      files: [{ path: 'fermeture-cuivre/communes-{departement}.csv' }],
      tables: () => [extractTable],
    },
  ],
  // 2: a commercial closure under any name.
  revision: 2,
  brings: 'facts',
  expectedAtMost: [],
  partsOf: [],
  decreasing: [],
  refusalTolerance: 0.02,
} as const satisfies FactSource;
