/** The panel before its figures: the shape that it will have, and a word once the wait is felt. */
import { waiting } from '../../text/reading.ts';
import styles from './panel-skeleton.module.css';

const rows = [0, 1, 2, 3];
const blocks = [0, 1, 2];

export function PanelSkeleton() {
  return (
    <div className={styles.skeleton} aria-busy="true">
      <span className={styles.line} style={{ width: '80%' }} />
      <span className={styles.sentence} />
      <span className={styles.late}>{waiting}</span>
      {rows.map((row) => (
        <span key={row} className={styles.row}>
          <span className={styles.line} style={{ width: '45%' }} />
          <span className={styles.line} style={{ width: '30%' }} />
        </span>
      ))}
      {blocks.map((block) => (
        <span key={block} className={styles.block} />
      ))}
    </div>
  );
}
