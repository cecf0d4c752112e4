/** One source: its state, the account of its loads, and on demand its files, refusals and communes without figure. */
import type { Load, SourceAnswer } from '../../../api/contract-states.ts';
import { findIndicator } from '../../../data/catalogue/catalogue.ts';
import { useTerritories } from '../../state/queries.ts';
import { stateOf, sources as words } from '../../text/data.ts';
import { formatCount, formatDate, formatPeriod } from '../../text/numbers.ts';
import styles from './data-screen.module.css';

export function SourceCard({ source }: { source: SourceAnswer }) {
  const state = stateOf(source);
  const { derniereTentative: attempt, chargements: loads } = source;
  const used = source.indicateurs.flatMap((id) => findIndicator(id)?.label ?? []);
  return (
    <section className={styles.card} aria-labelledby={`source-${source.id}`}>
      <div className={styles.cardTop}>
        <h3 id={`source-${source.id}`}>{source.titre}</h3>
        <span className={styles.state} data-state={state}>
          {words.states[state]}
        </span>
      </div>
      <p className={styles.muted}>
        <a href={source.url} rel="noreferrer">
          {source.producteur}
        </a>
        {' · '}
        {source.licenceUrl === null ? (
          source.licence
        ) : (
          <a href={source.licenceUrl} rel="noreferrer">
            {source.licence}
          </a>
        )}
        {used.length > 0 && ` · ${words.usedBy}\u00a0: ${used.join(', ')}`}
      </p>
      {state === 'failed' && attempt?.motif && (
        <p className={styles.alert} role="note">
          {words.failure(attempt.le, attempt.motif, loads.length > 0)}
        </p>
      )}
      {loads.length === 0 ? (
        <p className={styles.muted}>
          {source.description} {words.loadHelp} <code className={styles.code}>{words.load(source.id)}</code>
        </p>
      ) : (
        <Loads source={source} />
      )}
    </section>
  );
}

function Loads({ source }: { source: SourceAnswer }) {
  const { columns } = words;
  const loads = source.chargements;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls, with the keyboard too */}
      <section className={styles.scroll} aria-label={words.caption(source.titre)} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{columns.vintage}</th>
              <th scope="col">{columns.date}</th>
              <th scope="col">{columns.read}</th>
              <th scope="col">{columns.taken}</th>
              <th scope="col">{columns.outside}</th>
              <th scope="col">{columns.refused}</th>
              <th scope="col">{columns.blank}</th>
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.id}>
                <th scope="row">{formatPeriod(load.millesime)}</th>
                <td>{formatDate(load.dateDonnees)}</td>
                <td>{formatCount(load.lignesLues)}</td>
                <td>{formatCount(load.lignesRetenues)}</td>
                <td>{formatCount(load.lignesHorsTerritoire)}</td>
                <td data-alert={load.lignesRefusees > 0 || undefined}>{formatCount(load.lignesRefusees)}</td>
                <td>{words.blank(load)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={styles.details}>
        {loads
          .filter(({ communesSansChiffre }) => communesSansChiffre.length > 0)
          .map((load) => (
            <Blanks key={load.id} load={load} />
          ))}
        <Remarks title={words.refusals} remarks={loads.flatMap(({ refus }) => refus)} />
        <Remarks title={words.warnings} remarks={loads.flatMap(({ avertissements }) => avertissements)} />
        <Files loads={loads} />
      </div>
    </>
  );
}

function Blanks({ load }: { load: Load }) {
  const { data } = useTerritories('commune');
  const names = new Map(data?.territoires.map(({ code, nom }) => [code, nom]));
  return (
    <details>
      <summary>{words.blankList(load)}</summary>
      <p>{load.communesSansChiffre.map((code) => names.get(code) ?? code).join(', ')}</p>
    </details>
  );
}

function Remarks({ title, remarks }: { title: (count: number) => string; remarks: Load['refus'] }) {
  if (remarks.length === 0) return null;
  return (
    <details>
      <summary>{title(remarks.length)}</summary>
      <ul>
        {remarks.map(({ raison, nombre, exemples }) => (
          <li key={`${raison} ${exemples[0]}`}>
            {words.reason(raison, nombre)}
            <ul>
              {exemples.map((example) => (
                <li key={example} className={styles.muted}>
                  {example}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Files({ loads }: { loads: readonly Load[] }) {
  const files = loads.flatMap(({ id, fichiers }) => fichiers.map((file) => ({ ...file, key: `${id} ${file.nom}` })));
  return (
    <details>
      <summary>{words.files}</summary>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.key}>
            {file.url === null ? words.fileName(file) : <a href={file.url}>{words.fileName(file)}</a>}
            <span className={styles.muted}> {words.file(file)}</span>
            <code className={styles.hash}>{file.sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
