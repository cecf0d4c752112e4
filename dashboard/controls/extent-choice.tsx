/** Whether an EPCI that straddles the département is read whole; offered wherever a figure of one is shown. */
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { useTerritories } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { hasExtent } from '../state/view.ts';
import { controls } from '../text/map.ts';
import { Segments } from './segments.tsx';

export function ExtentChoice() {
  const { view, choose } = useView();
  const epcis = useTerritories('epci').data?.territoires ?? [];
  const opened = view.territory?.level === 'epci' ? view.territory.code : null;
  // Projects are counted whatever the extent: only the panel of an EPCI then tells the two apart.
  if (!hasExtent(view) || (requireIndicator(view.indicator).measure.kind === 'count' && opened === null)) return null;
  const named = [view.epci, opened].filter((code) => code !== null);
  const straddles = epcis.some(({ code, partiel }) => partiel && (named.length === 0 || named.includes(code)));
  if (!straddles && view.extent === 'partie') return null;
  return (
    <Segments
      label={controls.extent}
      items={(['partie', 'entier'] as const).map((id) => ({ id, label: controls.extents[id] }))}
      chosen={view.extent}
      onChoose={(extent) => choose({ extent: extent as 'partie' | 'entier' })}
    />
  );
}
