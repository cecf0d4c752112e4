/** Puts the places where people are helped with digital services on the map, and says how many have no known position. */
import { Checkbox } from 'react-aria-components';
import { usePlaces } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { places as words } from '../text/reading.ts';
import styles from './places-toggle.module.css';

export function PlacesToggle() {
  const { view, choose } = useView();
  const places = usePlaces(view.hasPlaces).data?.lieux;
  const listed = places?.filter(({ epci }) => view.epci === null || epci === view.epci) ?? [];
  const drawn = listed.filter(({ position, commune }) => position !== null && commune !== null).length;
  const years = listed.flatMap(({ sourceDate }) => sourceDate?.slice(0, 4) ?? []).sort();
  const [first, last] = [years[0], years.at(-1)];
  return (
    <div>
      <Checkbox
        className={styles.toggle ?? ''}
        isSelected={view.hasPlaces}
        onChange={(hasPlaces) => choose({ hasPlaces, tab: 'carte' })}
      >
        <span className={styles.box} aria-hidden="true" />
        {words.toggle}
      </Checkbox>
      {view.hasPlaces && places && (
        <p className={styles.note}>{words.drawn(drawn, listed.length - drawn, first && last ? [first, last] : null)}</p>
      )}
    </div>
  );
}
