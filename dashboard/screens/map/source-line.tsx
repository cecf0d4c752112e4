/** Who publishes what is on screen, its date and licence; under the map and under the table. */
import type { Values } from '../../../api/contract.ts';
import type { SourceAnswer } from '../../../api/contract-states.ts';
import { useHasBuildings } from '../../controls/buildings-toggle.tsx';
import { usePlaces, useSources } from '../../state/queries.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { legend, map } from '../../text/map.ts';
import { formatPartialDate } from '../../text/numbers.ts';
import styles from './source-line.module.css';

type Cited = Omit<Values['sources'][number], 'millesime'>;

export function SourceLine() {
  const { answer } = useScale();
  const drawn = useDrawnSources();
  if (!answer) return null;
  const cited: Cited[] = [...answer.sources, ...drawn];
  return (
    <footer className={styles.line}>
      {map.sourceLabel(cited.length)}
      {cited.map((source, rank) => (
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

/** Sources of what stands on the map above the figures: the places shown, and the buildings. */
function useDrawnSources(): readonly Cited[] {
  const { view } = useView();
  const isMap = view.tab === 'carte';
  const hasBuildings = useHasBuildings() && view.hasBuildings && isMap;
  const places = usePlaces(view.hasPlaces && isMap, view.open).data?.lieux;
  const known = useSources().data?.sources;
  const shown = view.hasPlaces && isMap ? (places ?? []) : [];
  const ids = new Set<string>(shown.flatMap(({ sources }) => sources.map(({ source }) => source)));
  if (hasBuildings) ids.add('arcep-immeubles');
  return (known ?? []).filter(({ id }) => ids.has(id)).flatMap(cite);
}

/** As the answer of an indicator cites its own: with the date of its most recent data. */
function cite({ id, titre, producteur, licence, licenceUrl, url, chargements }: SourceAnswer): Cited[] {
  const dateDonnees = chargements
    .map((load) => load.dateDonnees)
    .sort()
    .at(-1);
  return dateDonnees === undefined ? [] : [{ id, titre, producteur, licence, licenceUrl, url, dateDonnees }];
}
