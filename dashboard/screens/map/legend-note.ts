/** What must be known of the counting; its method only where the indicator has had several. */
import { useIndicators } from '../../state/queries.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { legend } from '../../text/map.ts';

export function useLegendNote(): string {
  const { view } = useView();
  const { periods, answer } = useScale();
  const declared = useIndicators().data?.indicateurs.find(({ id }) => id === view.indicator);
  const hasMethods = new Set(declared?.periodes.map(({ methode }) => methode)).size > 1;
  const isComparable = answer?.valeurs.some(({ etat }) => etat === 'valeur') ?? false;
  const method = hasMethods && isComparable && answer?.methode ? legend.method(answer.methode) : null;
  return [legend.bounds(periods), method, answer?.note?.replace(/\.$/, '')].filter(Boolean).join('. ');
}
