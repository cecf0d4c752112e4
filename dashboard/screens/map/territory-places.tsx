/** The places of the territory where people are helped with digital services: the first ones, and the rest on demand. */
import type { Portrait } from '../../state/use-portrait.ts';
import { places as words, yearsOf } from '../../text/places.ts';
import { PlaceItem } from './place-item.tsx';
import styles from './territory-panel.module.css';

const shortLength = 4;

export function TerritoryPlaces({ portrait: { places, territory } }: { portrait: Portrait }) {
  const namesCommune = territory.niveau !== 'commune';
  const ordered = [...places].sort(
    (a, b) => (a.communeNom ?? '').localeCompare(b.communeNom ?? '', 'fr') || a.nom.localeCompare(b.nom, 'fr'),
  );
  const rest = ordered.slice(shortLength);
  const years = yearsOf(places);
  return (
    <section>
      <h3 className={styles.heading}>{words.heading(places.length)}</h3>
      {places.length === 0 ? (
        <p className={styles.note}>{words.none}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {ordered.slice(0, shortLength).map((place) => (
              <PlaceItem key={place.id} place={place} namesCommune={namesCommune} />
            ))}
          </ul>
          {rest.length > 0 && (
            <details className={styles.more}>
              <summary>{words.others(rest.length)}</summary>
              <ul className={styles.list}>
                {rest.map((place) => (
                  <PlaceItem key={place.id} place={place} namesCommune={namesCommune} />
                ))}
              </ul>
            </details>
          )}
          <p className={styles.note}>{words.years(years?.[0], years?.[1])}</p>
        </>
      )}
    </section>
  );
}
