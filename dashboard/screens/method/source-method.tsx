/** One source of the method page: who publishes it, under which licence, and what its loads read, took and refused. */
import type { SourceAnswer } from '../../../api/contract-states.ts';
import { findIndicator } from '../../../data/catalogue/catalogue.ts';
import { method } from '../../text/method.ts';
import { formatCount, formatDate, formatPeriod } from '../../text/numbers.ts';
import styles from './method-screen.module.css';

export function SourceMethod({ source }: { source: SourceAnswer }) {
  const { columns } = method;
  const used = source.indicateurs.flatMap((id) => findIndicator(id) ?? []);
  return (
    <section className={styles.entry} aria-labelledby={`source-${source.id}`}>
      <h3 id={`source-${source.id}`}>{source.titre}</h3>
      <p>{source.description}</p>
      {source.usage === 'sources-seulement' && (
        <p className={styles.apart}>
          <strong>{method.sourcesOnly}</strong> {source.usageRaison}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{method.producer}</dt>
        <dd>
          <a href={source.url} rel="noreferrer">
            {source.producteur}
          </a>
        </dd>
        <dt>{method.licence}</dt>
        <dd>
          {source.licenceUrl === null ? (
            source.licence
          ) : (
            <a href={source.licenceUrl} rel="noreferrer">
              {source.licence}
            </a>
          )}
        </dd>
        {used.length > 0 && (
          <>
            <dt>{method.usedBy}</dt>
            <dd>{used.map(({ label }) => label).join(', ')}</dd>
          </>
        )}
      </dl>
      {source.chargements.length === 0 ? (
        <p className={styles.muted}>{method.noLoad}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls, with the keyboard too
        <section className={styles.scroll} aria-label={`${method.reports} : ${source.titre}`} tabIndex={0}>
          <table className={styles.table}>
            <caption>{method.reports}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.vintage}</th>
                <th scope="col">{columns.date}</th>
                <th scope="col">{columns.loaded}</th>
                <th scope="col">{columns.read}</th>
                <th scope="col">{columns.taken}</th>
                <th scope="col">{columns.outside}</th>
                <th scope="col">{columns.refused}</th>
              </tr>
            </thead>
            <tbody>
              {source.chargements.map((load) => (
                <tr key={`${load.millesime} ${load.chargeLe}`}>
                  <th scope="row">{formatPeriod(load.millesime)}</th>
                  <td>{formatDate(load.dateDonnees)}</td>
                  <td>{formatDate(load.chargeLe)}</td>
                  <td>{formatCount(load.lignesLues)}</td>
                  <td>{formatCount(load.lignesRetenues)}</td>
                  <td>{formatCount(load.lignesHorsTerritoire)}</td>
                  <td>{formatCount(load.lignesRefusees)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Remarks title={method.refused} remarks={source.chargements.flatMap((load) => load.refus)} />
      <Remarks title={method.warned} remarks={source.chargements.flatMap((load) => load.avertissements)} />
    </section>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: SourceAnswer['chargements'][number]['refus'] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {remarks.map(({ raison, nombre, exemples }) => (
          <li key={`${raison} ${nombre} ${exemples[0]}`}>{method.countOf(raison, nombre, exemples[0])}</li>
        ))}
      </ul>
    </>
  );
}
