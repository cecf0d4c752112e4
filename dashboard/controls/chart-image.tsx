/** A chart as a picture: its finding as a title, what it shows, the drawing of the same figures, sources and date. */
import type { Drawing } from '../pictures/plate.ts';
import { useDepartement } from '../state/queries.ts';
import type { CitedSource } from '../state/use-frame.ts';
import { shell } from '../text/map.ts';
import { picture } from '../text/pictures.ts';
import styles from './image-menu.module.css';
import { ImageMenu } from './image-menu.tsx';

interface ChartImageProps {
  readonly fileName: string;
  readonly title: string;
  readonly about: readonly string[];
  readonly sources: readonly CitedSource[];
  /** Loads what draws it, which most people never need. */
  readonly load: () => Promise<(width: number) => Drawing>;
}

export function ChartImage({ fileName, title, about, sources, load }: ChartImageProps) {
  const place = useDepartement()?.nom ?? '';
  async function draw() {
    const [{ drawPlateOf }, drawing] = await Promise.all([import('../pictures/plate.ts'), load()]);
    const told = [...new Map(sources.map((source) => [`${source.id} ${source.dateDonnees}`, source])).values()];
    const on = new Date().toISOString().slice(0, 10);
    return drawPlateOf(
      { title, about, sources: told.map(picture.source), made: picture.made(shell.name, place, on) },
      drawing,
    );
  }
  return (
    <span className={styles.under}>
      <ImageMenu fileName={fileName} subject={title} draw={draw} />
    </span>
  );
}
