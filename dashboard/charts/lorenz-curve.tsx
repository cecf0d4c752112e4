/** A Lorenz curve with its diagonal, both named where they run. Lengths are shares; words are given; knows no dataset. */
import styles from './lorenz-curve.module.css';

interface LorenzCurveProps {
  readonly points: readonly { readonly base: number; readonly quantity: number }[];
  /** The point that the title tells. */
  readonly mark: { readonly base: number; readonly quantity: number; readonly label: string } | null;
  readonly words: {
    readonly base: string;
    readonly quantity: string;
    readonly diagonal: string;
    readonly curve: string;
  };
}

const ticks = [0, 25, 50, 75, 100];

export function LorenzCurve({ points, mark, words }: LorenzCurveProps) {
  const at = ({ base, quantity }: { base: number; quantity: number }) =>
    `${(base * 100).toFixed(2)},${(100 - quantity * 100).toFixed(2)}`;
  const line = points.map(at).join(' ');
  return (
    <div className={styles.figure} aria-hidden="true">
      <p className={styles.axis}>{words.quantity}</p>
      <div className={styles.plot}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.drawing} focusable="false">
          <title>{words.curve}</title>
          {ticks.slice(1, -1).map((tick) => (
            <path key={tick} className={styles.grid} d={`M0 ${tick}H100M${tick} 0V100`} />
          ))}
          <polygon className={styles.area} points={`${line} 0,100`} />
          <path className={styles.diagonal} d="M0 100L100 0" />
          {mark && (
            <path
              className={styles.guide}
              d={`M${mark.base * 100} 100V${100 - mark.quantity * 100}M100 ${100 - mark.quantity * 100}H${mark.base * 100}`}
            />
          )}
          <polyline className={styles.curve} points={line} />
        </svg>
        {ticks.map((tick) => (
          <span key={tick} className={styles.left} style={{ bottom: `${tick}%` }}>
            {tick}
          </span>
        ))}
        {ticks.map((tick) => (
          <span key={tick} className={styles.bottom} style={{ left: `${tick}%` }}>
            {tick}
            {tick === 100 && '\u202f%'}
          </span>
        ))}
        <span className={styles.diagonalName}>{words.diagonal}</span>
        <span className={styles.curveName} style={{ right: `${100 - (mark?.base ?? 1) * 100 + 1.5}%` }}>
          {words.curve}
        </span>
        {mark && (
          <>
            <span className={styles.dot} style={{ left: `${mark.base * 100}%`, bottom: `${mark.quantity * 100}%` }} />
            <span
              className={styles.markName}
              style={{ right: `${100 - mark.base * 100}%`, bottom: `${mark.quantity * 100}%` }}
            >
              {mark.label}
            </span>
          </>
        )}
      </div>
      <p className={styles.axis} data-side="bottom">
        {words.base}
      </p>
    </div>
  );
}
