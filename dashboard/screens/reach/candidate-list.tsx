/** The communes among which sites are looked for, pasted as a list of codes and kept in the address. */
import { useId, useRef, useState } from 'react';
import type { Territory } from '../../../api/contract.ts';
import { Button } from '../../controls/button.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { mostCandidates, parseCandidates } from '../../state/gap-choices.ts';
import { sites } from '../../text/reach.ts';
import styles from './reach-sites.module.css';

const words = sites.candidates;
/** A code and what parts it from the next. */
const longestText = mostCandidates * 12;

interface CandidateListProps {
  readonly chosen: readonly string[];
  readonly communes: ReadonlyMap<string, Territory>;
  readonly onChoose: (codes: readonly string[]) => void;
}

export function CandidateList({ chosen, communes, onChoose }: CandidateListProps) {
  const joined = chosen.join(' ');
  const [text, setText] = useState(joined);
  const [shown, setShown] = useState(joined);
  // Back, or another link, brings another list.
  if (shown !== joined) {
    setShown(joined);
    setText(joined);
  }
  const form = useRef<HTMLDivElement>(null);
  const [complaint, setComplaint] = useState('');
  const complaintId = useId();
  const strangers = chosen.filter((code) => !communes.has(code));

  function apply() {
    const codes = parseCandidates(text);
    const known = codes.filter((code) => communes.has(code));
    const unknown = codes.filter((code) => !communes.has(code));
    if (codes.length === 0 && text.trim() !== '') setComplaint(words.none);
    else setComplaint(unknown.length > 0 ? words.unknown(unknown) : '');
    if (known.length > 0 || text.trim() === '') onChoose(known);
  }

  return (
    <details className={styles.candidates} open={chosen.length > 0 || undefined}>
      <summary>{words.title}</summary>
      <div ref={form} className={styles.form}>
        <TextField
          label={words.label}
          help={words.help(mostCandidates)}
          value={text}
          onChange={(next) => {
            setText(next);
            setComplaint('');
          }}
          lines={3}
          maxLength={longestText}
        />
        <p id={complaintId} className={styles.complaint} role="status">
          {complaint !== '' ? complaint : strangers.length > 0 ? words.unknown(strangers) : ''}
        </p>
        <div className={styles.quiet}>
          <Button onPress={apply} aria-describedby={complaintId}>
            {words.apply}
          </Button>
          {chosen.length > 0 && (
            <Button
              isQuiet
              onPress={() => {
                setComplaint('');
                onChoose([]);
                // This button goes away: the keyboard stays in the form.
                form.current?.querySelector('textarea')?.focus();
              }}
            >
              {words.clear}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}
