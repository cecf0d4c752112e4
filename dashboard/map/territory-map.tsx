/**
 * The map of territories: draws the plate it is given, tells what is pointed at, chosen or moved, and knows no dataset.
 * With the keyboard: arrows and + − move it, Enter opens the territory under the cross at its centre.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapCanvas, type MapRef, NavigationControl, ScaleControl } from '@vis.gl/react-maplibre';
import type { FeatureCollection } from 'geojson';
import maplibregl, { type Map as Maplibre } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Plate } from '../layers/declare.ts';
import type { TerritoryReference } from '../state/view.ts';
import { type Camera, cameraBounds } from '../state/view.ts';
import { buildingLayerIds } from './building-layers.ts';
import { type Bounds, currentCamera, farthestOf, fitting, isSameCamera } from './camera.ts';
import type { PickMark } from './circle-overlay.tsx';
import type { Ground } from './ground.ts';
import { patternImage } from './patterns.ts';
import { buildStyle } from './style.ts';
import styles from './territory-map.module.css';
import { useHovered } from './use-hovered.ts';

maplibregl.setWorkerUrl(workerUrl);
const CircleOverlay = lazy(async () => ({ default: (await import('./circle-overlay.tsx')).CircleOverlay }));

interface Pointed {
  readonly territory: MapTerritory;
  readonly building: Readonly<Record<string, unknown>> | null;
  readonly x: number;
  readonly y: number;
}

export type MapTerritory = TerritoryReference & { readonly level: 'commune' | 'epci' };

export interface TerritoryMapProps {
  readonly plate: Plate;
  readonly ground: Ground;
  readonly level: 'commune' | 'epci';
  readonly isWhole: boolean;
  readonly communeNames: FeatureCollection;
  readonly epciNames: FeatureCollection;
  /** What is shown while there is no camera: west, south, east, north. */
  readonly bounds: Bounds;
  readonly camera: Camera | null;
  /** What the camera stays about: west, south, east, north. */
  readonly reach: Bounds;
  /** Brought into sight when it is not: the centre of the chosen territory. */
  readonly focus: readonly [number, number] | null;
  /** Width of the map's right edge that a panel covers. */
  readonly coveredPx: number;
  /** Room kept for a legend at the right of a wide map, where no panel covers it. */
  readonly legendPx?: number;
  readonly selected: TerritoryReference | null;
  /** Codes of the level that a filter keeps, outlined as the selection is. */
  readonly kept?: readonly string[];
  /** Whether the page scrolls under a finger: two move the map. */
  readonly isWithinPage?: boolean;
  readonly labels: { readonly map: string; readonly help: string; readonly locale: Record<string, string> };
  readonly tooltip: (territory: MapTerritory) => ReactNode;
  readonly hasBuildings: boolean;
  /** What is said of a building, or of a cell of them, from the properties of its tile. */
  readonly buildingTooltip: (properties: Readonly<Record<string, unknown>>) => ReactNode;
  readonly onMove: (camera: Camera) => void;
  /** With where it was chosen. */
  readonly onChoose: (territory: MapTerritory, at: readonly [longitude: number, latitude: number]) => void;
  /** Marks of the page above all the rest. */
  readonly children?: ReactNode;
}

const none: readonly string[] = [];

export function TerritoryMap(props: TerritoryMapProps) {
  const { plate, level, isWhole, bounds, camera, focus, selected, kept = none, legendPx = 0, labels } = props;
  const { onChoose, onMove } = props;
  const mapRef = useRef<MapRef>(null);
  const frame = useRef<HTMLElement>(null);
  const pick = useRef<PickMark | null>(null);
  const [isLoaded, setLoaded] = useState(false);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const map = isLoaded ? (mapRef.current?.getMap() ?? null) : null;
  // The address gives a new object at every move of the camera: only another territory is another style.
  const { level: selectedLevel, code: selectedCode } = selected ?? {};
  const marked = useMemo(
    () => (selectedLevel && selectedCode ? { level: selectedLevel, code: selectedCode } : null),
    [selectedLevel, selectedCode],
  );
  const style = useMemo(
    () =>
      buildStyle(
        {
          ground: props.ground,
          level,
          isWhole,
          areas: plate.areas,
          selected: marked,
          kept,
          patterns: plate.patterns,
          communeNames: props.communeNames,
          epciNames: props.epciNames,
          hasBuildings: props.hasBuildings,
        },
        window.location.origin,
      ),
    [
      props.ground,
      level,
      isWhole,
      plate.areas,
      marked,
      kept,
      plate.patterns,
      props.communeNames,
      props.epciNames,
      props.hasBuildings,
    ],
  );
  // Figures and lists first: the map, whose frames may be long, follows the hand when they are shown.
  const wanted = useMemo(() => ({ style, circles: plate.circles }), [style, plate.circles]);
  const drawn = useDeferredValue(wanted);
  const isBehind = useRef(false);
  useEffect(() => {
    isBehind.current = drawn !== wanted;
    setIdle(frame.current, false);
  }, [drawn, wanted]);
  // A style that changes while the first one loads would be rebuilt from scratch.
  const [firstStyle] = useState(style);
  useHovered(map, pointed?.territory ?? null, isWhole);

  // Opening the panel does not move the map: its width is read when something else does.
  const covered = useRef(props.coveredPx);
  useEffect(() => {
    covered.current = props.coveredPx;
  }, [props.coveredPx]);

  const [west, south, east, north] = bounds;
  useEffect(() => {
    if (!map) return;
    if (!camera) map.fitBounds([west, south, east, north], fitting(covered.current, legendPx));
    else if (!isSameCamera(camera, currentCamera(map)))
      map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
  }, [map, camera, west, south, east, north, legendPx]);

  const [focusLongitude, focusLatitude] = focus ?? [null, null];
  useEffect(() => {
    if (!map || focusLongitude === null || focusLatitude === null) return;
    const { x, y } = map.project([focusLongitude, focusLatitude]);
    const { clientWidth, clientHeight } = map.getContainer();
    if (x > 0 && y > 0 && x < clientWidth - covered.current && y < clientHeight) return;
    const offset: [number, number] = [-covered.current / 2, 0];
    map.easeTo({ center: [focusLongitude, focusLatitude], offset, duration: 0 }, { isChosen: true });
  }, [map, focusLongitude, focusLatitude]);

  function territoryAt(x: number, y: number): MapTerritory | null {
    const current = mapRef.current?.getMap();
    if (!current?.getLayer('areas')) return null;
    const mark = pick.current?.(x, y);
    if (mark) return { level: mark.level, code: mark.code };
    const code: unknown = current.queryRenderedFeatures([x, y], { layers: ['areas'] })[0]?.properties.code;
    return typeof code === 'string' ? { level, code } : null;
  }

  function buildingAt(x: number, y: number): Readonly<Record<string, unknown>> | null {
    const current = mapRef.current?.getMap();
    const drawn = buildingLayerIds.filter((id) => current?.getLayer(id));
    if (!current || drawn.length === 0) return null;
    const near: [[number, number], [number, number]] = [
      [x - 3, y - 3],
      [x + 3, y + 3],
    ];
    return current.queryRenderedFeatures(near, { layers: drawn })[0]?.properties ?? null;
  }

  function point(x: number, y: number) {
    const territory = territoryAt(x, y);
    setPointed(territory && { territory, building: buildingAt(x, y), x, y });
  }

  function pointCentre() {
    const canvas = mapRef.current?.getMap().getContainer();
    if (canvas) point(canvas.clientWidth / 2, canvas.clientHeight / 2);
  }

  return (
    <section
      ref={frame}
      className={styles.frame}
      aria-label={labels.map}
      data-map-idle="false"
      data-selected={selected?.code}
      data-code={pointed?.territory.code}
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLCanvasElement)) return;
        setByKeyboard(true);
        if (event.key === 'Escape') setPointed(null);
        if (event.key !== 'Enter') return;
        const canvas = event.target.getBoundingClientRect();
        const territory = territoryAt(canvas.width / 2, canvas.height / 2);
        if (territory) onChoose(territory, centreOf(mapRef.current?.getMap()));
      }}
      onKeyUp={(event) => {
        if (!(event.target instanceof HTMLCanvasElement) || event.key === 'Escape') return;
        setByKeyboard(true);
        pointCentre();
      }}
      onPointerDown={() => setByKeyboard(false)}
      onBlur={() => {
        setByKeyboard(false);
        setPointed(null);
      }}
    >
      <MapCanvas
        ref={mapRef}
        mapStyle={isLoaded ? drawn.style : firstStyle}
        initialViewState={
          camera ?? { bounds: [west, south, east, north], fitBoundsOptions: fitting(props.coveredPx, legendPx) }
        }
        minZoom={cameraBounds.minZoom}
        maxZoom={cameraBounds.maxZoom}
        maxBounds={farthestOf(props.reach)}
        dragRotate={false}
        touchPitch={false}
        cooperativeGestures={props.isWithinPage ?? false}
        pitchWithRotate={false}
        fadeDuration={0}
        attributionControl={false}
        locale={labels.locale}
        onStyleData={(event) => {
          addPatterns(event.target);
          setLoaded(true);
        }}
        onMoveStart={() => setIdle(frame.current, false)}
        onMove={() => (isByKeyboard ? pointCentre() : setPointed(null))}
        onMoveEnd={(event) => {
          if (event.originalEvent || 'isChosen' in event) onMove(currentCamera(event.target));
        }}
        onResize={(event) => {
          if (!camera) event.target.fitBounds([west, south, east, north], fitting(covered.current, legendPx));
        }}
        onIdle={() => setIdle(frame.current, !isBehind.current)}
        // What is under a pin that is dragged is not asked for: reading it back from the graphics card takes a frame.
        onMouseMove={({ point: { x, y }, originalEvent }) => {
          if (originalEvent.buttons === 0) point(x, y);
          else setPointed(null);
        }}
        onMouseOut={() => setPointed(null)}
        onClick={({ point: { x, y }, lngLat }) => {
          const territory = territoryAt(x, y);
          // A building is told where it stands; a territory opens its panel.
          if (buildingAt(x, y)) point(x, y);
          else if (territory) onChoose(territory, [lngLat.lng, lngLat.lat]);
        }}
        cursor={pointed ? 'pointer' : 'grab'}
      >
        <NavigationControl position="bottom-left" showCompass={false} />
        <ScaleControl position="bottom-left" />
        {isLoaded && drawn.circles.length > 0 && (
          <Suspense>
            <CircleOverlay marks={drawn.circles} pick={pick} />
          </Suspense>
        )}
        {isLoaded && props.children}
      </MapCanvas>
      {isByKeyboard && (
        <>
          <div className={styles.cross} aria-hidden="true" />
          <p className={styles.help}>{labels.help}</p>
        </>
      )}
      {pointed && (
        <div
          className={styles.tooltip}
          role={isByKeyboard ? 'status' : undefined}
          data-code={pointed.territory.code}
          data-side={pointed.x > ((frame.current?.clientWidth ?? 0) - props.coveredPx) / 2 ? 'left' : 'right'}
          style={{ left: pointed.x, top: pointed.y }}
        >
          {pointed.building ? props.buildingTooltip(pointed.building) : props.tooltip(pointed.territory)}
        </div>
      )}
    </section>
  );
}

function centreOf(map: Maplibre | undefined): [number, number] {
  const { lng, lat } = map?.getCenter() ?? { lng: 0, lat: 0 };
  return [lng, lat];
}

function setIdle(frame: HTMLElement | null, isIdle: boolean) {
  if (frame) frame.dataset.mapIdle = String(isIdle);
}

function addPatterns(map: Maplibre) {
  for (const kind of ['non-disponible', 'secret', 'non-prevu'])
    if (!map.hasImage(kind)) map.addImage(kind, patternImage(kind), { pixelRatio: 2 });
}
