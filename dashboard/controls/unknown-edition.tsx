/** In place of every screen, where the address names an état des lieux that does not exist: the way back, and those that do. */
import { useEditions } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { editions as words } from '../text/data.ts';
import { ScreenLink } from './screen-link.tsx';
import styles from './unknown-edition.module.css';

/** Whether the edition of the address is known not to exist. */
export function useIsUnknownEdition(): boolean {
  const { edition } = useView().view;
  const { data } = useEditions(edition !== null);
  return edition !== null && data !== undefined && !data.editions.some(({ id }) => id === edition);
}

export function UnknownEdition() {
  const { edition } = useView().view;
  const known = useEditions().data?.editions ?? [];
  return (
    <section className={styles.page}>
      <h1>{words.unknown(edition ?? '')}</h1>
      <p>{words.unknownWhy}</p>
      <p>
        <ScreenLink change={{ edition: null }}>{words.leave}</ScreenLink>
      </p>
      {known.length > 0 && (
        <>
          <h2>{words.title}</h2>
          <ul>
            {known.map(({ id, titre, figeLe }) => (
              <li key={id}>
                <ScreenLink change={{ edition: id }}>{titre}</ScreenLink>, {words.frozen(figeLe)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
