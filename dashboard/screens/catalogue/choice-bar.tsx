/** How many sheets are chosen, and the way to compare them; at the foot of the page for as long as there are some. */
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { Button } from '../../controls/button.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useProjectFilters } from '../../state/use-project-filters.ts';
import { catalogue as words } from '../../text/catalogue.ts';
import styles from './choice-bar.module.css';

export function ChoiceBar({ sheets }: { sheets: readonly CatalogueSheet[] }) {
  const { filters, change } = useProjectFilters();
  const isSheet = (id: string) => sheets.some((sheet) => sheet.id === id);
  const count = filters.chosen.filter(isSheet).length;
  return (
    <section aria-label={words.bar} className={styles.bar} data-empty={count === 0 || undefined}>
      <p aria-live="polite">{count > 0 && words.chosen(count)}</p>
      {count > 0 && (
        <>
          <Button isQuiet onPress={() => change(({ chosen }) => ({ chosen: chosen.filter((id) => !isSheet(id)) }))}>
            {words.clear}
          </Button>
          <ScreenLink change={{ screen: 'selections' }} className={styles.compose}>
            {words.compose}
          </ScreenLink>
        </>
      )}
    </section>
  );
}
