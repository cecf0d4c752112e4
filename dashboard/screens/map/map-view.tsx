/** Joins the view, the figures and the outlines into what the map draws, with its legend. */
import { useMemo } from 'react';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { useHasBuildings } from '../../controls/buildings-toggle.tsx';
import { narrowSizeRatio } from '../../layers/counts.ts';
import { nameShifts, territoryNames } from '../../layers/name-shifts.ts';
import { placeColor } from '../../layers/palette.ts';
import { darkGround, lightGround } from '../../map/ground.ts';
import { type MapTerritory, TerritoryMap } from '../../map/territory-map.tsx';
import { useDepartement } from '../../state/queries.ts';
import { useFrame } from '../../state/use-frame.ts';
import { darkPage, narrowScreen, useMedia } from '../../state/use-media.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { buildings } from '../../text/buildings.ts';
import { map as text } from '../../text/map.ts';
import { formatFigure, formatValue, shareOfCommunes } from '../../text/numbers.ts';
import { BlankNotice } from './blank-notice.tsx';
import { Legend } from './legend.tsx';
import styles from './map-view.module.css';
import { usePlate } from './use-plate.ts';

/** Width of the territory panel, as in map-screen.module.css. */
const panelPx = 400;
/** Room for the legend, which sits at the right of a wide map; beside a panel it folds, and needs none. */
const legendPx = 292;
const labels = { map: text.label, help: text.help, locale: text.locale };

export function MapView() {
  const { view, choose, adjust } = useView();
  const { values } = useScale();
  const isNarrow = useMedia(narrowScreen);
  const isFramed = useFrame().part !== null;
  const ground = useMedia(darkPage) ? darkGround : lightGround;
  const departement = useDepartement();
  const indicator = requireIndicator(view.indicator);
  const { level, epci: filter } = view;
  const { plate, communes, epci } = usePlate(isNarrow ? narrowSizeRatio : 1);
  const hasBuildings = useHasBuildings() && view.hasBuildings;
  const shifts = useMemo(() => nameShifts(plate.circles.filter(({ color }) => color !== placeColor)), [plate]);
  const communeNames = useMemo(() => territoryNames(communes, shifts), [communes, shifts]);
  const epciNames = useMemo(() => territoryNames(epci, shifts), [epci, shifts]);
  const byCode = useMemo(() => new Map(values.map((value) => [value.code, value])), [values]);
  const known = useMemo(() => new Map([...communes, ...epci].map((each) => [each.code, each])), [communes, epci]);

  const chosen = view.territory ? known.get(view.territory.code) : undefined;
  const bounds = (filter ? known.get(filter)?.bbox : undefined) ?? departement?.bbox;
  if (!bounds) return <div className={styles.waiting} aria-busy="true" />;

  function tooltip({ code }: MapTerritory) {
    const territory = known.get(code);
    const value = byCode.get(code);
    const marks = plate.circles.filter((mark) => mark.code === code && mark.color !== placeColor).length;
    const figure =
      indicator.measure.kind === 'count'
        ? formatFigure(marks, 'projects')
        : value
          ? formatValue(value, indicator, level)
          : null;
    return (
      <>
        <strong className={styles.name}>{territory?.nom ?? value?.nom ?? code}</strong>
        <span className={styles.value}>
          {figure ?? text.noAnswer}
          {territory?.partiel && view.extent === 'partie' && ` · ${shareOfCommunes(territory)}`}
        </span>
      </>
    );
  }

  return (
    <>
      <TerritoryMap
        plate={plate}
        ground={ground}
        level={level}
        isWhole={level === 'epci' && view.extent === 'entier'}
        communeNames={communeNames}
        epciNames={epciNames}
        bounds={bounds}
        reach={departement?.bbox ?? bounds}
        camera={view.camera}
        focus={chosen?.centre ?? null}
        coveredPx={view.territory && !isNarrow && !isFramed ? panelPx : 0}
        legendPx={legendPx}
        selected={view.territory}
        isWithinPage={isFramed}
        labels={labels}
        tooltip={tooltip}
        hasBuildings={hasBuildings}
        buildingTooltip={buildingTooltip}
        onMove={(camera) => adjust({ camera })}
        onChoose={(territory) => choose({ territory })}
      />
      <BlankNotice />
      <Legend />
    </>
  );
}

/** One building, or a cell of them. */
function buildingTooltip(properties: Readonly<Record<string, unknown>>) {
  const told = (name: string) => String(properties[name] ?? '');
  const total = Number(properties.total ?? 0);
  const lines =
    total > 0
      ? [buildings.many(total), buildings.deployed(Number(properties.deploye ?? 0), total)]
      : [
          buildings.one(told('etat')),
          ...(told('operateur') ? [buildings.operator(told('operateur'))] : []),
          ...(told('date') ? [buildings.completed(told('date'))] : []),
        ];
  const [first, ...others] = lines;
  return (
    <>
      <strong className={styles.name}>{first}</strong>
      <span className={styles.value}>{others.join(' · ')}</span>
    </>
  );
}
