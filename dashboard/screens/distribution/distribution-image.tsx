/** The pictures of the distribution: the matrix as it is shown, and the themes as bars. */
import { ChartImage } from '../../controls/chart-image.tsx';
import type { Drawing } from '../../pictures/plate.ts';
import { ink, mutedInk } from '../../pictures/words.ts';
import type { CellKind } from '../../state/project-filters.ts';
import { useSources } from '../../state/queries.ts';
import { citeSource } from '../../state/use-cited-sources.ts';
import { useView } from '../../state/use-view.ts';
import { labelOfTheme, shortEuros, distribution as words } from '../../text/distribution.ts';
import { formatCount } from '../../text/numbers.ts';
import { picture } from '../../text/pictures.ts';
import type { ReadRow } from './cells.ts';
import { fillOf } from './distribution-matrix.tsx';

interface DistributionImageProps {
  /** Word of the file's name. */
  readonly what: string;
  readonly title: string;
  readonly load: () => Promise<(width: number) => Drawing>;
}

export function DistributionImage({ what, title, load }: DistributionImageProps) {
  const { view } = useView();
  const source = useSources().data?.sources.find(({ id }) => id === 'projets-recenses');
  return (
    <ChartImage
      fileName={`projets_repartition-${what}_${view.departement}`}
      title={title}
      about={[]}
      sources={source ? citeSource(source) : []}
      load={load}
    />
  );
}

export function MatrixImage({ rows, kind }: { rows: readonly ReadRow[]; kind: CellKind }) {
  return (
    <DistributionImage
      what={kind === 'nombre' ? 'matrice' : 'budgets'}
      title={picture.matrix}
      load={async () => {
        const { drawMatrix } = await import('../../pictures/matrix-picture.ts');
        const counts = rows
          .filter((row) => row.kind !== 'total')
          .flatMap(({ cells }) => cells.map((cell) => cell.nombre));
        const largest = Math.max(0, ...counts);
        const drawn = rows.map((row) => ({
          name: row.name,
          isTotal: row.kind === 'total',
          cells: row.cells.map((cell) => {
            const fill = fillOf(row, cell, kind, largest);
            const figure = kind === 'nombre' ? formatCount(cell.nombre) : shortEurosOf(cell.budget.euros);
            return {
              figure: cell.nombre === 0 ? '–' : figure,
              background: fill?.background ?? null,
              ink: fill?.color ?? (cell.nombre === 0 ? mutedInk : ink),
            };
          }),
        }));
        const columns = (rows[0]?.cells ?? []).map(({ theme }) => labelOfTheme(theme));
        return (width) => drawMatrix({ columns, rows: drawn, notes: [words.reading[kind], words.twice[kind]] }, width);
      }}
    />
  );
}

const shortEurosOf = (euros: number | null) => (euros === null ? '?' : shortEuros(euros));
