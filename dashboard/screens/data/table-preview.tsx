/** The first rows of the table, as its files will have them. */
import { useQuery } from '@tanstack/react-query';
import type { Table } from '../../../api/contract.ts';
import type { IndicatorId } from '../../../data/catalogue/catalogue.ts';
import { Failure } from '../../controls/failure.tsx';
import { apiAddress, apiQuery, usePlaces, useProjects } from '../../state/queries.ts';
import type { TableChoices, TableScope } from '../../state/table-choices.ts';
import { tables as words } from '../../text/data-tables.ts';
import styles from './tables-tab.module.css';

const shownRows = 6;
/** Columns that a person looks at first; the files have them all. */
const told: readonly string[] = [
  'code',
  'nom',
  'indicateur',
  'periode',
  'valeur',
  'valeur_date',
  'valeur_texte',
  'numerateur',
  'denominateur',
  'etat',
  'raison',
];
const always: readonly string[] = ['code', 'nom', 'periode', 'etat'];

interface TablePreviewProps {
  readonly choices: TableChoices;
  readonly indicators: readonly IndicatorId[];
  readonly within: TableScope;
}

export function TablePreview(props: TablePreviewProps) {
  if (props.choices.subject === 'lieux') return <PlacesPreview {...props} />;
  if (props.choices.subject === 'projets') return <ProjectsPreview {...props} />;
  return <IndicatorsPreview {...props} />;
}

function IndicatorsPreview({ choices, indicators, within }: TablePreviewProps) {
  const { data, error } = useQuery(
    apiQuery<Table>(
      apiAddress('tableau', {
        indicateurs: indicators.join('|'),
        niveau: choices.level,
        periode: choices.period,
        limite: String(shownRows),
        ...within,
      }),
    ),
  );
  if (error) return <Failure message={words.failed(error.message)} />;
  if (!data) return <p aria-busy="true">{words.waiting}</p>;
  const rows = data.lignes;
  const isTold = (name: string) => rows.some((row) => row[name] !== null && row[name] !== '');
  const columns = data.colonnes.filter(
    ({ nom }) =>
      told.includes(nom) && (nom !== 'indicateur' || indicators.length > 1) && (always.includes(nom) || isTold(nom)),
  );
  return (
    <Preview
      caption={data.titre}
      total={data.total}
      allColumns={data.colonnes.length}
      columns={columns.map(({ nom, titre, type }) => ({
        name: nom,
        title: titre,
        isNumber: type === 'number' || type === 'integer',
      }))}
      rows={rows}
    />
  );
}

type PreviewRow = Readonly<Record<string, string | number | boolean | null>>;

interface PreviewProps {
  readonly caption: string;
  readonly total: number;
  /** Of the files; null: those of a list are not counted here. */
  readonly allColumns?: number;
  readonly columns: readonly { readonly name: string; readonly title: string; readonly isNumber?: boolean }[];
  readonly rows: readonly PreviewRow[];
}

function Preview({ caption, total, allColumns, columns, rows }: PreviewProps) {
  return (
    <div>
      <h2 id="preview-title">{words.preview}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby="preview-title">
        <table className={styles.rows}>
          <caption className={styles.caption}>
            {caption}. {words.rows(total)}
            {allColumns !== undefined && words.columns(columns.length, allColumns)}
          </caption>
          <thead>
            <tr>
              {columns.map(({ name, title }) => (
                <th key={name} scope="col" title={title}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // The rows of a table have no name of their own, and never move.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={i}>
                {columns.map(({ name, isNumber }) => (
                  <td key={name} data-number={isNumber || undefined} data-unknown={row[name] === null || undefined}>
                    {row[name] === null || row[name] === undefined ? '' : String(row[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function PlacesPreview({ within }: TablePreviewProps) {
  const { data, error } = usePlaces(true);
  if (error) return <Failure message={words.failed(error.message)} />;
  if (!data) return <p aria-busy="true">{words.waiting}</p>;
  const kept = data.lieux.filter(({ epci }) => within.epci === null || epci === within.epci);
  return (
    <Preview
      caption={words.subjects.lieux}
      total={kept.length}
      columns={['id', 'nom', 'type', 'commune', 'communeNom', 'horairesLus'].map((name) => ({ name, title: name }))}
      rows={kept.slice(0, shownRows).map(({ id, nom, type, commune, communeNom, horairesLus }) => ({
        id,
        nom,
        type,
        commune,
        communeNom,
        horairesLus,
      }))}
    />
  );
}

function ProjectsPreview({ within }: TablePreviewProps) {
  const { data, error } = useProjects();
  if (error) return <Failure message={words.failed(error.message)} />;
  if (!data) return <p aria-busy="true">{words.waiting}</p>;
  const kept = data.projets.filter(({ epci }) => within.epci === null || epci.includes(within.epci));
  return (
    <Preview
      caption={words.subjects.projets}
      total={kept.length}
      columns={['id', 'titre', 'theme', 'porteur', 'phase', 'budgetEuros'].map((name) => ({
        name,
        title: name,
        isNumber: name === 'budgetEuros',
      }))}
      rows={kept.slice(0, shownRows).map(({ id, titre, theme, porteur, phase, budgetEuros }) => ({
        id,
        titre,
        theme,
        porteur,
        phase,
        budgetEuros,
      }))}
    />
  );
}
