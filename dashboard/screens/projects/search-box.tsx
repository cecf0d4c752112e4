/** The words that are looked for. They reach the address once the typing rests, so that Back undoes a search, not a letter. */
import { useEffect, useRef, useState } from 'react';
import { Button, Input, Label, SearchField, Text } from 'react-aria-components';
import { useProjectFilters } from '../../state/use-project-filters.ts';
import { search as words } from '../../text/projects.ts';
import styles from './search-box.module.css';

const restMs = 350;

export function SearchBox() {
  const { filters, change } = useProjectFilters();
  const { q } = filters;
  const [text, setText] = useState(q ?? '');
  const sent = useRef(q);

  // Back, or a choice elsewhere, changes the words.
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q ?? '');
  }, [q]);

  function send(typed: string) {
    const wanted = typed.trim() || null;
    if (wanted === sent.current) return;
    sent.current = wanted;
    change(() => ({ q: wanted }));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait again
  useEffect(() => {
    const timer = setTimeout(() => send(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField className={styles.search ?? ''} value={text} onChange={setText} onSubmit={send} maxLength={100}>
      <Label className={styles.label ?? ''}>{words.label}</Label>
      <div className={styles.field}>
        <Input className={styles.input ?? ''} placeholder={words.placeholder} />
        <Button className={styles.clear ?? ''} aria-label={words.clear}>
          ×
        </Button>
      </div>
      <Text slot="description" className={styles.help ?? ''}>
        {words.help}
      </Text>
    </SearchField>
  );
}
