/** The matrix on a narrow screen: a block by territory, a line by theme that has something to say. */
import { classWords, labelOfTheme, gaps as words } from '../../text/gaps.ts';
import { ClassMark } from './class-mark.tsx';
import styles from './gap-blocks.module.css';
import { cellLabel, type MatrixProps } from './gap-table.tsx';

export function GapBlocks({ rows, own, onOpen }: MatrixProps) {
  return (own ? [own, ...rows] : rows).map((row) => {
    const told = row.cellules.filter(({ classe }) => classe !== 'non-mesure');
    const silent = row.cellules.length - told.length;
    return (
      <section key={row.code} className={styles.block}>
        <h3 className={styles.name}>{row.nom}</h3>
        <ul className={styles.cells}>
          {told.map((cell) => (
            <li key={cell.theme}>
              <button
                type="button"
                className={styles.cell}
                aria-label={cellLabel(row.nom, cell)}
                onClick={() => onOpen({ row: row.code, theme: cell.theme })}
              >
                <span className={styles.mark}>
                  <ClassMark kind={cell.classe} projects={cell.projets} />
                </span>
                <span>
                  {labelOfTheme(cell.theme)}
                  <span className={styles.class}>{classWords[cell.classe].label}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {silent > 0 && <p className={styles.silent}>{words.silent(silent)}</p>}
      </section>
    );
  });
}
