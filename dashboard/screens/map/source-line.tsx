/** Who publishes the figures on screen, their date and licence; under the map and under the table. */
import { useScale } from '../../state/use-scale.ts';
import { legend, map } from '../../text/map.ts';
import { formatPartialDate } from '../../text/numbers.ts';
import styles from './source-line.module.css';

export function SourceLine() {
  const { answer } = useScale();
  if (!answer) return null;
  return (
    <footer className={styles.line}>
      {map.sourceLabel}
      {answer.sources.map((source, rank) => (
        <span key={source.id}>
          {rank > 0 && ' ; '}
          <a href={source.url}>{source.titre}</a>, {source.producteur},{' '}
          {legend.dataOn(formatPartialDate(source.dateDonnees))}
          {', '}
          {source.licenceUrl ? <a href={source.licenceUrl}>{source.licence}</a> : source.licence}
        </span>
      ))}
    </footer>
  );
}
