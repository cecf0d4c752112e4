/** Every score of every participant, sheet by sheet, so that anyone can work out the averages again. */
import type { CSSProperties } from 'react';
import type { Basket } from '../../../api/contract-projects.ts';
import { formatScore, spreadLine, scores as words } from '../../text/selection.ts';
import styles from './scores-table.module.css';

export function ScoresTable({ basket: { criteres, fiches, participants, resultats } }: { basket: Basket }) {
  return fiches.map(({ id, titre }) => {
    const averages = resultats.find(({ fiche }) => fiche === id)?.criteres ?? [];
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
      <section key={id} className={styles.scroll} aria-label={words.label(titre)} tabIndex={0}>
        <table className={styles.table} style={{ '--least': `${150 + criteres.length * 84}px` } as CSSProperties}>
          <caption>{titre}</caption>
          <thead>
            <tr>
              <th scope="col">{words.participant}</th>
              {criteres.map(({ libelle }) => (
                <th key={libelle} scope="col">
                  {libelle}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {participants.map(({ participant, notes }) => (
              <tr key={participant}>
                <th scope="row">{participant}</th>
                {criteres.map(({ libelle }) => {
                  const given = notes.find(({ fiche, critere }) => fiche === id && critere === libelle);
                  return <td key={libelle}>{given ? given.note : <NoOpinion />}</td>;
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.mean}</th>
              {averages.map(({ critere, moyenne }) => (
                <td key={critere}>{moyenne === null ? <NoOpinion /> : formatScore(moyenne)}</td>
              ))}
            </tr>
            {participants.length > 1 && (
              <tr className={styles.spread}>
                <th scope="row">{words.spread}</th>
                {averages.map((average) => (
                  <td key={average.critere}>{spreadLine(average) ?? words.none}</td>
                ))}
              </tr>
            )}
          </tfoot>
        </table>
      </section>
    );
  });
}

function NoOpinion() {
  return (
    <span>
      <span aria-hidden="true">{words.none}</span>
      <span className="visually-hidden">{words.noneLabel}</span>
    </span>
  );
}
