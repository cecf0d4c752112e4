/**
 * Marks that carry a number or a letter, above everything else on the map. What they say stands in a list beside the
 * map, where the keyboard moves and removes them: readers of the page are not told it twice.
 */
import { Marker } from '@vis.gl/react-maplibre';
import styles from './pins.module.css';

export interface Pin {
  readonly id: string;
  readonly label: string;
  readonly position: readonly [longitude: number, latitude: number];
  /** Told where the pin is dragged, then where it is dropped; absent: it stays where it is. */
  readonly onMove?: (to: readonly [longitude: number, latitude: number], isDropped: boolean) => void;
}

export function Pins({ pins }: { readonly pins: readonly Pin[] }) {
  return pins.map(({ id, label, position, onMove }) => (
    <Marker
      key={id}
      longitude={position[0]}
      latitude={position[1]}
      draggable={onMove !== undefined}
      // A click on a pin is not one on the territory under it.
      onClick={({ originalEvent }) => originalEvent.stopPropagation()}
      onDrag={({ lngLat }) => onMove?.([lngLat.lng, lngLat.lat], false)}
      onDragEnd={({ lngLat }) => onMove?.([lngLat.lng, lngLat.lat], true)}
    >
      <span className={onMove ? styles.movable : styles.fixed} data-pin={label} aria-hidden="true">
        {label}
      </span>
    </Marker>
  ));
}
