/** Projects by theme, as bars that begin at zero; a theme of which no project is known has its line too. */
import type { DistributionAnswer } from '../../../api/contract-projects.ts';
import { type ThemeId, themeIds } from '../../../data/catalogue/themes.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useView } from '../../state/use-view.ts';
import { cellLabel, findingOfThemes, labelOfTheme, sheetsOf, distribution as words } from '../../text/distribution.ts';
import { formatCount, formatEuros, formatRatio } from '../../text/numbers.ts';
import { listOf } from './cells.ts';
import { DistributionImage } from './distribution-image.tsx';
import styles from './theme-bars.module.css';

export function ThemeBars({ answer }: { answer: DistributionAnswer }) {
  const { view } = useView();
  const { total } = answer;
  const themes = total.themes.toSorted((a, b) => b.nombre - a.nombre);
  const longest = Math.max(1, themes[0]?.nombre ?? 0);
  return (
    <section aria-labelledby="themes-title" className={styles.figure}>
      <h2 id="themes-title" className={styles.heading}>
        {findingOfThemes(answer)}
      </h2>
      <ul className={styles.bars}>
        {themes.map(({ theme, nombre }) => (
          <li key={theme} className={styles.row} data-theme={theme}>
            <ScreenLink
              change={listOf(view, null, theme)}
              className={styles.label}
              label={cellLabel(labelOfTheme(theme), null, nombre, null)}
            >
              {labelOfTheme(theme)}
            </ScreenLink>
            <span className={styles.track}>
              <span className={styles.bar} style={{ width: `${(nombre / longest) * 100}%` }} />
              <span className={styles.count}>{nombre === 0 ? words.none : formatCount(nombre)}</span>
            </span>
            <ScreenLink
              change={{ screen: 'map', indicator: 'projets', level: 'epci', theme: toThemeId(theme) }}
              className={styles.map}
              label={words.onMapOf(labelOfTheme(theme))}
            >
              {words.onMap}
            </ScreenLink>
          </li>
        ))}
      </ul>
      <details className={styles.details}>
        <summary>{words.table}</summary>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="visually-hidden">{words.byTheme}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.theme}</th>
                <th scope="col">{words.columns.count}</th>
                <th scope="col">{words.columns.part}</th>
                <th scope="col">{words.columns.budget}</th>
                <th scope="col">{words.columns.sheets}</th>
              </tr>
            </thead>
            <tbody>
              {themes.map(({ theme, nombre, budget }) => (
                <tr key={theme}>
                  <th scope="row">{labelOfTheme(theme)}</th>
                  <td>{formatCount(nombre)}</td>
                  <td>{total.nombre === 0 ? '–' : formatRatio(nombre / total.nombre)}</td>
                  <td>{budget.euros === null ? words.unknown : formatEuros(budget.euros)}</td>
                  <td>{sheetsOf(budget, nombre)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <DistributionImage
        what="themes"
        title={findingOfThemes(answer)}
        load={async () => {
          const { drawBars } = await import('../../pictures/bars-picture.ts');
          const rows = themes.map(({ theme, nombre }) => ({
            name: labelOfTheme(theme),
            length: nombre,
            figure: nombre === 0 ? words.none : formatCount(nombre),
          }));
          return (width) => drawBars({ rows, reference: null, key: null }, width);
        }}
      />
    </section>
  );
}

function toThemeId(theme: string): ThemeId | null {
  return themeIds.find((id) => id === theme) ?? null;
}
