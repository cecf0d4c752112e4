/** Says that what is shown is a frozen état des lieux, and leads back to the figures in force. */
import { useEditions } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { editions as words } from '../text/data.ts';
import styles from './edition-banner.module.css';
import { ScreenLink } from './screen-link.tsx';

export function EditionBanner() {
  const { view } = useView();
  const { data } = useEditions(view.edition !== null);
  const edition = data?.editions.find(({ id }) => id === view.edition);
  if (!edition) return null;
  return (
    <p className={styles.banner} role="status">
      {words.banner(edition.titre, edition.figeLe)}{' '}
      <ScreenLink change={{ edition: null }} className={styles.link}>
        {words.leave}
      </ScreenLink>
    </p>
  );
}
