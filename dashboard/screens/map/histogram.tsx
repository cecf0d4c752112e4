/** How the values are spread, in the colours of the classes. */
import type { Value } from '../../../api/contract.ts';
import type { Scale } from '../../layers/scale.ts';
import { legend } from '../../text/map.ts';
import styles from './histogram.module.css';

const binCount = 40;
const height = 44;

interface HistogramProps {
  readonly scale: Scale;
  readonly values: readonly Value[];
  readonly label: string;
  /** Key of the class that is not dimmed. */
  readonly only: string | null;
  /** The pointer's shortcut for the buttons of the legend, which the keyboard uses. */
  readonly onPick: (key: string) => void;
}

export function Histogram({ scale, values, label, only, onPick }: HistogramProps) {
  const numbers = values.filter((value) => typeof value.valeur === 'number');
  const figures = numbers.map(({ valeur }) => Number(valeur));
  const least = Math.min(...figures);
  const most = Math.max(...figures);
  if (numbers.length < 2 || least === most) return null;
  const bins = Array.from({ length: binCount }, (_, rank) => ({ rank, values: [] as Value[] }));
  for (const value of numbers) {
    const place = ((Number(value.valeur) - least) / (most - least)) * binCount;
    bins[Math.min(binCount - 1, Math.floor(place))]?.values.push(value);
  }
  // The square root keeps a bar of one commune visible beside a bar of a hundred and sixty.
  const tallest = Math.sqrt(Math.max(...bins.map((bin) => bin.values.length)));
  return (
    <svg
      className={styles.histogram}
      viewBox={`0 0 ${binCount} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={legend.histogram(label)}
    >
      {bins.map((bin) => {
        const [first] = bin.values;
        const key = first ? scale.keyOf(first) : null;
        const tall = (height * Math.sqrt(bin.values.length)) / tallest;
        return (
          first && (
            <rect
              key={bin.rank}
              x={bin.rank}
              y={height - tall}
              width={0.86}
              height={tall}
              fill={scale.colorOf(first)}
              opacity={only === null || only === key ? 1 : 0.25}
              onPointerUp={() => key !== null && onPick(key)}
            />
          )
        );
      })}
    </svg>
  );
}
