/** A theme as everywhere on the map: its dot, and its name. */
import { themes } from '../../data/catalogue/themes.ts';
import styles from './theme-mark.module.css';

export function ThemeMark({ theme }: { readonly theme: string }) {
  const declared = themes.find(({ id }) => id === theme);
  return (
    <span className={styles.mark}>
      <span aria-hidden="true" className={styles.dot} style={{ background: declared?.color }} />
      {declared?.label ?? theme}
    </span>
  );
}
