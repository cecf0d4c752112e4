/** Why the map has no colour, when nothing can be coloured, and the choice that brings colour back. */
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Button } from '../../controls/button.tsx';
import { useFrame } from '../../state/use-frame.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import type { View } from '../../state/view.ts';
import { blank as words } from '../../text/map.ts';
import styles from './blank-notice.module.css';

export function BlankNotice() {
  const { view, choose } = useView();
  const { part } = useFrame();
  const { values, answer } = useScale();
  if (!answer || values.length === 0) return null;
  const isBroken = values.every(({ raison }) => raison === 'rupture-de-methode');
  const hasNoSingleValue =
    requireIndicator(view.indicator).nature !== 'count' && values.every(({ etat }) => etat === 'non-agregable');
  if (!isBroken && !hasNoSingleValue) return null;
  // The last period of the former method has periods of its own method before it.
  const remedy: Partial<View> | null = isBroken
    ? answer.depuis !== null && answer.periodes.includes(answer.depuis)
      ? { period: answer.depuis, since: null }
      : null
    : { level: 'commune' };
  return (
    <div className={styles.notice} role="status" data-panel={(view.territory !== null && part === null) || undefined}>
      <p>
        <strong>{words.title}</strong> {isBroken ? words.broken : words.several(view.indicator)}
      </p>
      {remedy && (
        <Button onPress={() => choose(remedy)}>
          {isBroken ? words.lastComparable(answer.depuis ?? '') : words.byCommune}
        </Button>
      )}
    </div>
  );
}
