/** Puts a sheet in the pre-selection that the address holds, or takes it out. */
import type { ReactNode } from 'react';
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { Checkbox } from '../../controls/checkbox.tsx';
import { toggleChosen } from '../../state/project-filters.ts';
import { useProjectFilters } from '../../state/use-project-filters.ts';
import { catalogue as words } from '../../text/catalogue.ts';

export function SelectTick({ sheet: { id, titre }, children }: { sheet: CatalogueSheet; children: ReactNode }) {
  const { filters, change } = useProjectFilters();
  return (
    <Checkbox
      isSelected={filters.chosen.includes(id)}
      onChange={() => change(({ chosen }) => ({ chosen: toggleChosen(chosen, id) }))}
      aria-label={words.selectNamed(titre)}
    >
      {children}
    </Checkbox>
  );
}
