/** On a phone: the sheet that slides over the map in three heights, by its buttons or by dragging its handle. */
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../../controls/button.tsx';
import { sheet } from '../../text/map.ts';
import styles from './sheet.module.css';

const heights = ['peek', 'half', 'full'] as const;
const dragPx = 30;

interface SheetProps {
  readonly children: ReactNode;
  readonly hasOwnMargins: boolean;
  /** At its least height rather than at half. */
  readonly startsLow: boolean;
}

export function Sheet({ children, hasOwnMargins, startsLow }: SheetProps) {
  const [rank, setRank] = useState(startsLow ? 0 : 1);
  const startedAt = useRef<number | null>(null);
  const move = (steps: number) => setRank((current) => Math.min(heights.length - 1, Math.max(0, current + steps)));

  function endDrag(event: PointerEvent) {
    const start = startedAt.current;
    startedAt.current = null;
    if (start === null || Math.abs(event.clientY - start) < dragPx) return;
    const steps = Math.abs(event.clientY - start) > window.innerHeight / 2 ? 2 : 1;
    move(event.clientY < start ? steps : -steps);
  }

  return (
    <div className={styles.sheet} data-height={heights[rank]}>
      <div
        className={styles.handle}
        onPointerDown={(event) => {
          startedAt.current = event.clientY;
          if (!(event.target instanceof Element && event.target.closest('button')))
            event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={endDrag}
        onPointerCancel={() => {
          startedAt.current = null;
        }}
      >
        <Button isQuiet aria-label={sheet.lower} isDisabled={rank === 0} onPress={() => move(-1)}>
          <span aria-hidden="true">▾</span>
        </Button>
        <span className={styles.grip} aria-hidden="true" />
        <Button isQuiet aria-label={sheet.raise} isDisabled={rank === heights.length - 1} onPress={() => move(1)}>
          <span aria-hidden="true">▴</span>
        </Button>
      </div>
      <div className={styles.content} data-bare={hasOwnMargins || undefined}>
        {children}
      </div>
    </div>
  );
}
