/** Puts a sheet in the pre-selection that the address holds, or takes it out. */
import type { ReactNode } from 'react';
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { Tick } from '../../controls/tick.tsx';
import { toggleChosen } from '../../state/project-filters.ts';
import { useView } from '../../state/use-view.ts';
import { catalogue as words } from '../../text/catalogue.ts';

export function SelectTick({ sheet: { id, titre }, children }: { sheet: CatalogueSheet; children: ReactNode }) {
  const { view, choose } = useView();
  const { projects } = view;
  return (
    <Tick
      isTicked={projects.chosen.includes(id)}
      onTick={() => choose({ projects: { ...projects, chosen: toggleChosen(projects.chosen, id) } })}
      label={words.selectNamed(titre)}
    >
      {children}
    </Tick>
  );
}
