/** Where several départements are loaded, the one that is shown. */
import { useDepartement, useDepartements } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { controls } from '../text/map.ts';
import { Choice } from './choice.tsx';

export function DepartementChoice() {
  const { choose } = useView();
  const loaded = useDepartements();
  const shown = useDepartement();
  if (loaded.length < 2 || !shown) return null;
  return (
    <Choice
      label={controls.departement}
      items={loaded.map(({ code, nom }) => ({ id: code, label: `${nom} (${code})` }))}
      chosen={shown.code}
      onChoose={(departement) => choose({ departement, epci: null, territory: null, camera: null })}
    />
  );
}
