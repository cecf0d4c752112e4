/** Who publishes what is on screen, its date and licence; under the map and under the table. */
import { useHasBuildings } from '../../controls/buildings-toggle.tsx';
import { SourceList } from '../../controls/source-list.tsx';
import { usePlaces, useSources } from '../../state/queries.ts';
import { citeSource } from '../../state/use-cited-sources.ts';
import type { CitedSource } from '../../state/use-frame.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import styles from './source-line.module.css';

export function SourceLine() {
  const sources = useMapSources();
  if (!sources) return null;
  return (
    <footer className={styles.line}>
      <SourceList sources={sources} />
    </footer>
  );
}

/** Sources of the figures, then of what stands on the map above them; undefined while they are not known. */
export function useMapSources(): readonly CitedSource[] | undefined {
  const { answer } = useScale();
  const drawn = useDrawnSources();
  return answer && [...answer.sources, ...drawn];
}

/** Sources of what stands on the map above the figures: the places shown, and the buildings. */
function useDrawnSources(): readonly CitedSource[] {
  const { view } = useView();
  const isMap = view.tab === 'carte';
  const hasBuildings = useHasBuildings() && view.hasBuildings && isMap;
  const places = usePlaces(view.hasPlaces && isMap, view.open).data?.lieux;
  const known = useSources().data?.sources;
  const shown = view.hasPlaces && isMap ? (places ?? []) : [];
  const ids = new Set<string>(shown.flatMap(({ sources }) => sources.map(({ source }) => source)));
  if (hasBuildings) ids.add('arcep-immeubles');
  return (known ?? []).filter(({ id }) => ids.has(id)).flatMap(citeSource);
}
