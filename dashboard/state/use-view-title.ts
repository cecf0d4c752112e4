/** The page's title follows the view, so that history, tabs and bookmarks can be told apart. */
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { data } from '../text/data.ts';
import { shell } from '../text/map.ts';
import { sections } from '../text/sections.ts';
import { useBasket, useCatalogue, useProjectSheet } from './project-queries.ts';
import { useDepartement, useTerritories } from './queries.ts';
import { useView } from './use-view.ts';

export function useViewTitle(): string {
  const { view } = useView();
  const departement = useDepartement();
  const { data: epci } = useTerritories('epci');
  const { data: communes } = useTerritories('commune');
  const { data: sheet } = useProjectSheet(view.screen === 'project' ? view.item : null);
  const { data: catalogue } = useCatalogue(view.screen === 'sheet');
  const { data: basket } = useBasket(view.screen === 'selection' ? view.item : null);
  const nameOf = (code: string) =>
    [...(epci?.territoires ?? []), ...(communes?.territoires ?? []), ...(departement ? [departement] : [])].find(
      (each) => each.code === code,
    )?.nom;
  if (view.screen === 'method') return `${shell.method} · ${shell.name}`;
  if (view.screen === 'tables' || view.screen === 'sources' || view.screen === 'changes' || view.screen === 'editions')
    return `${data.tabs[view.screen]} · ${data.title} · ${shell.name}`;
  if (view.screen === 'project' && sheet) return `${sheet.projet.titre} · ${shell.name}`;
  const possible = catalogue?.fiches.find(({ id }) => id === view.item);
  if (view.screen === 'sheet' && possible) return `${possible.titre} · ${shell.name}`;
  if (view.screen === 'selection' && basket) return `${basket.titre} · ${shell.name}`;
  if (view.screen !== 'map') return `${sections.titles[view.screen]} · ${shell.name}`;
  const territory = view.territory && nameOf(view.territory.code);
  const place = territory ?? (view.epci && nameOf(view.epci)) ?? departement?.nom;
  return [requireIndicator(view.indicator).label, place, shell.name].filter(Boolean).join(' · ');
}
