/** The distribution as it is read: themes by what they count, rows with their name, and the list that a cell leads to. */
import type { DistributionAnswer } from '../../../api/contract-projects.ts';
import { noFacetChoices, unsaid } from '../../../data/analysis/project-facets.ts';
import type { View } from '../../state/view.ts';
import { type DistributionRow, distribution } from '../../text/distribution.ts';

export type Cell = DistributionRow['themes'][number];

export interface ReadRow {
  readonly kind: 'epci' | 'none' | 'total';
  readonly name: string;
  /** What the list keeps of the facet of EPCI; null: everything. */
  readonly epciKey: string | null;
  readonly row: DistributionRow;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
}

/** Themes with the most projects first; equal ones in the order in which themes are declared. */
export function readRows({ lignes, total }: DistributionAnswer): readonly ReadRow[] {
  const order = total.themes.toSorted((a, b) => b.nombre - a.nombre).map(({ theme }) => theme);
  const read = (kind: ReadRow['kind'], row: DistributionRow, name: string, epciKey: string | null): ReadRow => ({
    kind,
    name,
    epciKey,
    row,
    cells: order.flatMap((theme) => row.themes.filter((cell) => cell.theme === theme)),
  });
  return [
    ...lignes.map((row) =>
      row.epci === null ? read('none', row, distribution.noEpci, unsaid) : read('epci', row, row.nom, row.epci),
    ),
    read('total', total, distribution.total, null),
  ];
}

/** The list of what a cell counts; what was put aside stays so. */
export function listOf({ projects }: View, epciKey: string | null, theme: string | null): Partial<View> {
  const facets = {
    ...noFacetChoices,
    epcis: epciKey === null ? [] : [epciKey],
    themes: theme === null ? [] : [theme],
  };
  return { screen: 'projects', projects: { ...projects, q: null, facets } };
}
