/** Puts the places where people are helped with digital services on the map, all or those open at a given time. */
import type { Place } from '../../api/contract.ts';
import { usePlaces } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { openingFilters } from '../state/view.ts';
import { unknownHours, places as words, yearsOf } from '../text/places.ts';
import { Checkbox } from './checkbox.tsx';
import styles from './places-toggle.module.css';
import { Segments } from './segments.tsx';

const anytime = 'tous';

export function PlacesToggle() {
  const { view, choose } = useView();
  const answer = usePlaces(view.hasPlaces, view.open).data;
  const whenever = usePlaces(view.hasPlaces && view.open !== null).data;
  const isListed = ({ epci }: Place) => view.epci === null || epci === view.epci;
  const listed = answer?.lieux.filter(isListed) ?? [];
  const drawn = listed.filter(({ position, commune }) => position !== null && commune !== null).length;
  return (
    <div className={styles.group}>
      <Checkbox isSelected={view.hasPlaces} onChange={(hasPlaces) => choose({ hasPlaces, tab: 'carte' })}>
        {words.toggle}
      </Checkbox>
      {view.hasPlaces && (
        <Segments
          label={words.open}
          items={[
            { id: anytime, label: words.anytime },
            ...openingFilters.map((id) => ({ id, label: words.openings[id] })),
          ]}
          chosen={view.open ?? anytime}
          onChoose={(id) => choose({ open: openingFilters.find((choice) => choice === id) ?? null })}
        />
      )}
      {view.hasPlaces && answer && (
        <p className={styles.note}>
          {words.drawn(drawn, listed.length - drawn, yearsOf(listed))}
          {answer.total > answer.lieux.length && ` ${words.firstOf(answer.lieux.length, answer.total)}`}
          {view.open !== null && whenever && ` ${unknownHours(whenever.lieux.filter(isListed), view.open)}`}
        </p>
      )}
    </div>
  );
}
