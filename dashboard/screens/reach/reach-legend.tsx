/** What the colours and the marks of the map say. */
import { memo } from 'react';
import { placeColor } from '../../layers/palette.ts';
import { atCentreColor, beyondColor, partlyBeyondColor, wonColor } from '../../layers/reach.ts';
import { reachMap } from '../../text/reach.ts';
import type { ReachLimit } from '../../text/reach-limit.ts';
import styles from './reach-legend.module.css';

interface ReachLegendProps {
  readonly limit: ReachLimit;
  readonly isPartial: boolean;
  readonly hasWon: boolean;
  readonly hasPlaces: boolean;
  readonly hasPlacesAtCentre: boolean;
  readonly hasProposed: boolean;
  readonly hasDropped: boolean;
}

export const ReachLegend = memo(function ReachLegend(props: ReachLegendProps) {
  const { limit, isPartial } = props;
  const words = reachMap.legend;
  const beyond = isPartial
    ? [
        { color: beyondColor, label: words.most(limit) },
        { color: partlyBeyondColor, label: words.least(limit) },
      ]
    : [{ color: beyondColor, label: words.beyond(limit) }];
  const areas = [
    ...beyond,
    ...(props.hasWon ? [{ color: wonColor, label: isPartial ? words.mostlyWon : words.won }] : []),
    { color: 'transparent', label: words.within(limit) },
  ];
  const dots = [
    ...(props.hasPlaces ? [{ color: placeColor, label: words.place }] : []),
    ...(props.hasPlacesAtCentre ? [{ color: atCentreColor, label: words.atCentre }] : []),
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
      {props.hasProposed && (
        <li>
          <span className={styles.proposed}>1</span>
          {words.proposed}
        </li>
      )}
      {props.hasDropped && (
        <li>
          <span className={styles.dropped}>A</span>
          {words.dropped}
        </li>
      )}
    </ul>
  );
});
