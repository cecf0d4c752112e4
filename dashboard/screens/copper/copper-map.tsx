/** Communes that close by the chosen date, and their premises not yet connectable; a click opens the panel of one. */
import { useMemo, useState } from 'react';
import { narrowSizeRatio } from '../../layers/counts.ts';
import { nameShifts, territoryNames } from '../../layers/name-shifts.ts';
import { darkGround, lightGround } from '../../map/ground.ts';
import { type MapTerritory, TerritoryMap } from '../../map/territory-map.tsx';
import { useDepartement, useTerritories } from '../../state/queries.ts';
import { darkPage, narrowScreen, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import type { Camera } from '../../state/view.ts';
import { copper as words } from '../../text/copper.ts';
import { map as mapText } from '../../text/map.ts';
import { CopperMapImage } from './copper-image.tsx';
import styles from './copper-map.module.css';
import { closedColor, copperPlate, largestLacking } from './copper-plate.ts';
import type { Copper } from './use-copper.ts';

/** After every date. */
const endOfCalendar = '9999-12-31';

const labels = { map: words.map.label, help: words.map.help, locale: mapText.locale };

export function CopperMap({ found, on }: { found: Copper; on: string }) {
  const { view, choose } = useView();
  const { communes, territories } = found;
  const isNarrow = useMedia(narrowScreen);
  const ground = useMedia(darkPage) ? darkGround : lightGround;
  const departement = useDepartement();
  const epcis = useTerritories('epci').data?.territoires;
  // Where one looks in this map is not a choice: the address does not keep it.
  const [camera, setCamera] = useState<Camera | null>(null);
  const sizeRatio = isNarrow ? narrowSizeRatio : 0.8;
  const plate = useMemo(
    () => copperPlate(communes, territories, on, sizeRatio),
    [communes, territories, on, sizeRatio],
  );
  // Names stand clear of every circle to come: they keep their place along the slider.
  const shifts = useMemo(
    () => nameShifts(copperPlate(communes, territories, endOfCalendar, sizeRatio).circles),
    [communes, territories, sizeRatio],
  );
  const communeNames = useMemo(() => territoryNames([...territories.values()], shifts), [territories, shifts]);
  const epciNames = useMemo(() => territoryNames(epcis ?? [], shifts), [epcis, shifts]);
  const closings = useMemo(() => new Map(communes.map((each) => [each.code, each])), [communes]);
  const kept = epcis?.find(({ code }) => code === view.epci);
  const bounds = kept?.bbox ?? departement?.bbox;
  if (!bounds) return <div className={styles.frame} aria-busy="true" />;

  function tooltip({ code }: MapTerritory) {
    const closing = closings.get(code);
    return (
      <>
        <strong className={styles.name}>{territories.get(code)?.nom ?? code}</strong>
        {closing && (
          <span className={styles.value}>
            {closing.closesOn === null ? words.map.none : words.map.on(closing.closesOn)}
            {' · '}
            {closing.lacking === null ? words.map.unknown : words.map.lacking(closing.lacking)}
          </span>
        )}
      </>
    );
  }

  return (
    <>
      <div className={styles.frame}>
        <TerritoryMap
          key={view.epci}
          plate={plate}
          ground={ground}
          level="commune"
          isWhole={false}
          communeNames={communeNames}
          epciNames={epciNames}
          bounds={bounds}
          reach={departement?.bbox ?? bounds}
          camera={camera}
          focus={null}
          coveredPx={0}
          selected={null}
          isWithinPage={isNarrow}
          labels={labels}
          tooltip={tooltip}
          hasBuildings={false}
          buildingTooltip={() => null}
          onMove={setCamera}
          onChoose={(territory) =>
            choose({ screen: 'map', indicator: 'fermeture-cuivre', level: 'commune', territory })
          }
        />
      </div>
      <ul className={styles.legend}>
        <li>
          <span className={styles.swatch} style={{ background: closedColor }} />
          {words.map.closed(on)}
        </li>
        <li>
          <span className={styles.swatch} />
          {words.map.later}
        </li>
        <li>
          <span className={styles.swatch} data-hatched="true" />
          {words.map.undated}
        </li>
        <li>
          <span className={styles.circle} />
          {words.map.circles(largestLacking(communes))}
        </li>
      </ul>
      <CopperMapImage found={found} on={on} />
    </>
  );
}
