/** The first twenty, each with the part that every criterion brings to its score. */
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { RankedTerritory, Ranking } from '../../state/use-ranking.ts';
import { useView } from '../../state/use-view.ts';
import { formatCount, formatValue } from '../../text/numbers.ts';
import { formatScore, shortName } from '../../text/ranking.ts';
import { criterionColor } from './criterion-colors.ts';
import styles from './score-bars.module.css';

const shown = 20;
/** Points of score under which a part is too narrow for its figure, and for its name. */
const leastForFigure = 4;
const leastForName = 12;

export function ScoreBars({ ranking }: { ranking: Ranking }) {
  const first = ranking.rows.filter(({ rank }) => rank !== null).slice(0, shown);
  return (
    <ol className={styles.bars}>
      {first.map((row, i) => (
        <Bar key={row.code} row={row} criteria={ranking.criteria} isFirst={i === 0} />
      ))}
    </ol>
  );
}

interface BarProps {
  readonly row: RankedTerritory;
  readonly criteria: Ranking['criteria'];
  readonly isFirst: boolean;
}

function Bar({ row, criteria, isFirst }: BarProps) {
  const { view } = useView();
  const { level } = view;
  const parts = criteria.flatMap(({ id, weight }, i) => {
    const part = row.parts[i];
    if (weight === 0 || part === null || part === undefined) return [];
    const indicator = requireIndicator(id);
    const value = row.values[i];
    return [
      {
        id,
        part,
        color: criterionColor(i),
        name: shortName(id, indicator.label),
        figure: value ? formatValue(value, indicator, level) : '',
      },
    ];
  });
  return (
    <li className={styles.row}>
      <span className={styles.rank}>{formatCount(row.rank ?? 0)}</span>
      <ScreenLink
        change={{ screen: 'map', territory: { level, code: row.code }, camera: null }}
        className={styles.name}
      >
        {row.name}
      </ScreenLink>
      <span className={styles.track}>
        {parts.map(({ id, part, color, name, figure }) => (
          <span key={id} className={styles.part} style={{ width: `${part}%`, background: color }}>
            {part >= leastForFigure && (
              <span aria-hidden="true">
                {isFirst && part >= leastForName && <span className={styles.label}>{`${name}\u00a0`}</span>}
                {formatScore(part)}
              </span>
            )}
            <span className="visually-hidden">{`${name}\u00a0: ${formatScore(part)} (${figure})${'\u00a0; '}`}</span>
          </span>
        ))}
      </span>
      <span className={styles.score}>{formatScore(row.score ?? 0)}</span>
    </li>
  );
}
