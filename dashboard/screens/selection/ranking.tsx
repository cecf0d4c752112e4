/** The sheets by their total, each criterion as the dots of its participants: who leads, why, and who disagrees. */
import type { CSSProperties } from 'react';
import type { Basket } from '../../../api/contract-projects.ts';
import { averageLine, formatScore, meanNote, missingLine, selection as words } from '../../text/selection.ts';
import { DotStrip } from './dot-strip.tsx';
import styles from './ranking.module.css';

export function Ranking({ basket }: { basket: Basket }) {
  const { criteres, fiches, participants, resultats } = basket;
  const ranked = [...resultats].sort((a, b) => (a.rang ?? Infinity) - (b.rang ?? Infinity));
  const count = { '--criteria': criteres.length } as CSSProperties;
  const scoresOf = (sheet: string, criterion: string) =>
    participants.flatMap(({ participant, notes }) =>
      notes
        .filter(({ fiche, critere }) => fiche === sheet && critere === criterion)
        .map(({ note }) => ({ participant, note })),
    );
  return (
    <div className={styles.ranking} style={count}>
      <div className={styles.heads} aria-hidden="true">
        <span />
        {criteres.map(({ libelle, poids }) => (
          <span key={libelle}>
            {libelle}
            <span className={styles.weight}>{words.weight(poids)}</span>
          </span>
        ))}
        <span className={styles.totalHead}>{words.total}</span>
      </div>
      <ol className={styles.list}>
        {ranked.map((result) => (
          <li key={result.fiche} className={styles.row}>
            <div className={styles.sheet}>
              <span className={styles.rank}>{result.rang === null ? '–' : `${result.rang}.`}</span>
              <h3>{fiches.find(({ id }) => id === result.fiche)?.titre ?? result.fiche}</h3>
            </div>
            {result.criteres.map((average) => (
              <div key={average.critere} className={styles.criterion}>
                <span className={styles.label} aria-hidden="true">
                  {average.critere}
                </span>
                <span className="visually-hidden">{averageLine(average)}</span>
                <DotStrip average={average} scores={scoresOf(result.fiche, average.critere)} />
                <span className={styles.figures} aria-hidden="true">
                  {average.moyenne === null ? (
                    <span className={styles.spread}>{words.nobody}</span>
                  ) : (
                    <>
                      <strong>{formatScore(average.moyenne)}</strong>
                      <span className={styles.spread}>{meanNote(average, participants.length)}</span>
                    </>
                  )}
                </span>
              </div>
            ))}
            <div className={styles.total}>
              {result.total === null ? (
                <p className={styles.missing}>{missingLine(result, criteres)}</p>
              ) : (
                <p>
                  <span className="visually-hidden">{words.total} </span>
                  <span className={styles.figure}>{formatScore(result.total, 2)}</span>
                  <span className={styles.unit}>{words.outOf}</span>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{words.howToRead}</p>
    </div>
  );
}
