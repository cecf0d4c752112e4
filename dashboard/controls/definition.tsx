/** What an acronym means, on demand: the word is a button, its meaning that of the glossary. */
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { definitionOf, glossary } from '../text/method.ts';
import styles from './definition.module.css';

export function Definition({ term }: { term: string }) {
  const entry = glossary.find((each) => each.term === term);
  if (!entry) return null;
  return (
    <DialogTrigger>
      <Button className={styles.term ?? ''}>{definitionOf(term)}</Button>
      <Popover className={styles.popover ?? ''} offset={4} placement="bottom start">
        <Dialog className={styles.meaning ?? ''} aria-label={term}>
          <strong>{term}</strong> {entry.meaning}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
