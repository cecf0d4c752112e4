/** Legends of circles: sizes for counts, colours for the themes of projects. */
import type { ThemeDeclaration } from '../../../data/catalogue/declare.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { circleRadius, narrowSizeRatio } from '../../layers/counts.ts';
import { circleColor } from '../../layers/palette.ts';
import { roundFigures } from '../../layers/round-figures.ts';
import { useProjects } from '../../state/queries.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { legend } from '../../text/map.ts';
import { formatCount } from '../../text/numbers.ts';
import styles from './size-legend.module.css';

export function SizeLegend({ largest, level }: { largest: number; level: 'commune' | 'epci' }) {
  const isNarrow = useMedia(narrowScreen);
  const figures = roundFigures(largest);
  return (
    <>
      <ul className={styles.sizes}>
        {figures.map((figure) => {
          const radius = circleRadius(figure, largest, level, isNarrow ? narrowSizeRatio : 1);
          return (
            <li key={figure} className={styles.size}>
              <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden="true">
                <circle cx={radius + 1} cy={radius + 1} r={radius} fill={circleColor} fillOpacity={0.8} />
              </svg>
              {formatCount(figure)}
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>{legend.areaOf}</p>
    </>
  );
}

/** The themes that have a project shown, with their number. */
export function useShownThemes(): readonly (ThemeDeclaration & { readonly count: number })[] {
  const { view } = useView();
  const projects = useProjects().data?.projets ?? [];
  const shown = projects.filter(
    ({ theme, epci }) =>
      (view.theme === null || theme === view.theme) && (view.epci === null || epci.includes(view.epci)),
  );
  return (themes as readonly ThemeDeclaration[])
    .map((theme) => ({ ...theme, count: shown.filter((project) => project.theme === theme.id).length }))
    .filter(({ count }) => count > 0);
}

export function ThemeLegend() {
  const counted = useShownThemes();
  return (
    <>
      <ul className={styles.themes}>
        {counted.map((theme) => (
          <li key={theme.id} className={styles.theme}>
            <span className={styles.dot} style={{ background: theme.color }} />
            <span>{theme.label}</span>
            <span className={styles.note}>{formatCount(theme.count)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{legend.oneDot}</p>
    </>
  );
}
