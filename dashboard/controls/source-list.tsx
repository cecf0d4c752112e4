/** Sources in a line: title, producer, date of the data, licence. */
import type { CitedSource } from '../state/use-frame.ts';
import { legend, map } from '../text/map.ts';
import { formatPartialDate } from '../text/numbers.ts';

export function SourceList({ sources }: { sources: readonly CitedSource[] }) {
  return (
    <>
      {map.sourceLabel(sources.length)}
      {sources.map((source, rank) => (
        <span key={source.id}>
          {rank > 0 && ' ; '}
          <a href={source.url}>{source.titre}</a>, {source.producteur},{' '}
          {legend.dataOn(formatPartialDate(source.dateDonnees))}
          {', '}
          {source.licenceUrl ? <a href={source.licenceUrl}>{source.licence}</a> : source.licence}
        </span>
      ))}
    </>
  );
}
