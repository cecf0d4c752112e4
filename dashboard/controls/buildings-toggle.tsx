/** Puts buildings on the map; there only when their source is loaded. */
import { type BuildingStateId, buildingStates } from '../layers/buildings.ts';
import { useSources } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { buildings as words } from '../text/buildings.ts';
import own from './buildings-toggle.module.css';
import { Checkbox } from './checkbox.tsx';
import styles from './places-toggle.module.css';

/** Whether the tiles of buildings exist: asking for them otherwise would be an error. */
export function useHasBuildings(): boolean {
  const { data } = useSources();
  return data?.sources.some(({ id, chargements }) => id === 'arcep-immeubles' && chargements.length > 0) ?? false;
}

export function BuildingsToggle() {
  const { view, choose } = useView();
  const isLoaded = useHasBuildings();
  if (!isLoaded) return null;
  return (
    <div className={styles.group}>
      <Checkbox isSelected={view.hasBuildings} onChange={(hasBuildings) => choose({ hasBuildings, tab: 'carte' })}>
        {words.toggle}
      </Checkbox>
      {view.hasBuildings && (
        <>
          <ul className={own.legend}>
            {(Object.keys(buildingStates) as BuildingStateId[]).map((id) => (
              <li key={id}>
                <span
                  className={own.dot}
                  style={{
                    background: buildingStates[id].color,
                    width: buildingStates[id].radius * 3,
                    height: buildingStates[id].radius * 3,
                  }}
                />
                {words.legend[id]}
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            {words.zoom} {words.caution}
          </p>
        </>
      )}
    </div>
  );
}
