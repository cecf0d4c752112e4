/** The places of the territory where people are helped with digital services. */
import type { Portrait } from '../../state/use-portrait.ts';
import { portrait as words } from '../../text/reading.ts';
import styles from './territory-panel.module.css';

const shortLength = 6;

export function TerritoryPlaces({ portrait: { places } }: { portrait: Portrait }) {
  const years = places.flatMap((place) => (place.sourceDate ? [place.sourceDate.slice(0, 4)] : [])).sort();
  const names = places.map((place) => (place.communeNom === null ? place.nom : `${place.nom} (${place.communeNom})`));
  return (
    <section>
      <h3 className={styles.heading}>{words.places(places.length)}</h3>
      {places.length === 0 ? (
        <p className={styles.note}>{words.noPlace}</p>
      ) : (
        <>
          <p className={styles.text}>
            {names.slice(0, shortLength).join(', ')}
            {names.length > shortLength ? words.otherPlaces(names.length - shortLength) : '.'}
          </p>
          <p className={styles.note}>{words.placeYears(years[0], years.at(-1))}</p>
        </>
      )}
    </section>
  );
}
