/** Finds a commune or an EPCI by name, code or postcode, and opens its panel. */
import type { Territory } from '../../api/contract.ts';
import { useDepartements } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { search } from '../text/reading.ts';
import { TerritoryBox } from './territory-box.tsx';

export function TerritorySearch() {
  const { view, choose } = useView();
  const loaded = useDepartements();

  function open(territory: Territory | null) {
    if (!territory) return;
    choose({
      screen: 'map',
      territory: { level: territory.niveau, code: territory.code },
      camera: null,
      // A commune is shown in its own département.
      ...(loaded.length > 1 && territory.niveau === 'commune'
        ? {
            departement: loaded.find(({ code }) => territory.code.startsWith(code))?.code ?? view.departement,
            epci: null,
          }
        : {}),
      ...(territory.niveau === 'epci' ? { epci: territory.code } : {}),
    });
  }

  return <TerritoryBox label={search.label} isBare onPick={open} />;
}
