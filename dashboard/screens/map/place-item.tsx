/** One place where people are helped: what it is, when it opens, what it offers, and who says so. */
import type { Place } from '../../../api/contract.ts';
import { hoursLine, offersOf, placeLine, publishedHours, sourceLine, places as words } from '../../text/places.ts';
import styles from './place-item.module.css';

export function PlaceItem({ place, namesCommune }: { place: Place; namesCommune: boolean }) {
  const published = publishedHours(place);
  const offers = offersOf(place);
  return (
    <li className={styles.item} data-place={place.id}>
      <p className={styles.title}>{place.nom}</p>
      <p className={styles.facts}>{placeLine(place, namesCommune)}</p>
      <p className={styles.hours} data-hours={place.horairesEtat}>
        {hoursLine(place)}
      </p>
      {published !== null && (
        <details className={styles.published}>
          <summary>{words.published}</summary>
          {published}
        </details>
      )}
      {place.adresse !== null && <p className={styles.facts}>{place.adresse}</p>}
      {offers.length > 0 && <p>{offers.join(', ')}</p>}
      {place.acces.length > 0 && <p className={styles.facts}>{place.acces.join(', ')}</p>}
      <p className={styles.facts}>
        {words.sourcesOf(place.sources.length)}
        {place.sources.map((mention, i) => (
          <span key={mention.source}>
            {i > 0 && ' ; '}
            <a href={mention.url} rel="noreferrer" aria-label={words.sourceOf(place.nom, sourceLine(mention))}>
              {sourceLine(mention)}
            </a>
          </span>
        ))}
        {place.site !== null && (
          <>
            {' · '}
            <a href={place.site} rel="noreferrer" aria-label={words.siteOf(place.nom)}>
              {words.site}
            </a>
          </>
        )}
      </p>
    </li>
  );
}
