/** What the colours and the marks of the map say. */

import { placeColor } from '../../layers/palette.ts';
import { atCentreColor, beyondColor, wonColor } from '../../layers/reach.ts';
import { reachMap } from '../../text/reach.ts';
import styles from './reach-legend.module.css';
import type { Scenario } from './use-scenario.ts';

export function ReachLegend({ scenario, limitKm }: { readonly scenario: Scenario; readonly limitKm: number }) {
  const words = reachMap.legend;
  const { won, standing, sites, dropped } = scenario;
  const areas = [
    { color: beyondColor, label: words.beyond(limitKm) },
    ...(won.size > 0 ? [{ color: wonColor, label: words.won }] : []),
    { color: 'transparent', label: words.within(limitKm) },
  ];
  const dots = [
    ...(standing.some(({ isAtCentre }) => !isAtCentre) ? [{ color: placeColor, label: words.place }] : []),
    ...(standing.some(({ isAtCentre }) => isAtCentre) ? [{ color: atCentreColor, label: words.atCentre }] : []),
  ];
  return (
    <ul className={styles.legend}>
      {areas.map(({ color, label }) => (
        <li key={label}>
          <span className={styles.area} style={{ background: color }} />
          {label}
        </li>
      ))}
      {dots.map(({ color, label }) => (
        <li key={label}>
          <span className={styles.dot} style={{ background: color }} />
          {label}
        </li>
      ))}
      {sites.length > 0 && (
        <li>
          <span className={styles.proposed}>1</span>
          {words.proposed}
        </li>
      )}
      {dropped.length > 0 && (
        <li>
          <span className={styles.dropped}>A</span>
          {words.dropped}
        </li>
      )}
    </ul>
  );
}
