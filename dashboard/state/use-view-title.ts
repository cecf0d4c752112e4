/** The page's title follows the view, so that history, tabs and bookmarks can be told apart. */
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { shell } from '../text/map.ts';
import { useTerritories } from './queries.ts';
import { useView } from './use-view.ts';

export function useViewTitle(): string {
  const { view } = useView();
  const { data: departements } = useTerritories('departement');
  const { data: epci } = useTerritories('epci');
  const { data: communes } = useTerritories('commune');
  const nameOf = (code: string) =>
    [epci, communes, departements].flatMap((list) => list?.territoires ?? []).find((each) => each.code === code)?.nom;
  if (view.screen === 'method') return `${shell.method} · ${shell.name}`;
  const territory = view.territory && nameOf(view.territory.code);
  const place = territory ?? (view.epci && nameOf(view.epci)) ?? departements?.territoires[0]?.nom;
  return [requireIndicator(view.indicator).label, place, shell.name].filter(Boolean).join(' · ');
}
