/** Declares the interest of a commune or of an EPCI in a sheet. */
import { type FormEvent, useState } from 'react';
import type { Territory } from '../../../api/contract.ts';
import { Button } from '../../controls/button.tsx';
import { SendingStatus } from '../../controls/sending-status.tsx';
import { TerritoryBox } from '../../controls/territory-box.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { apiAddress } from '../../state/queries.ts';
import { useSending } from '../../state/writes.ts';
import { interest as words } from '../../text/catalogue.ts';
import styles from './sheet-interest.module.css';

const longestNote = 500;

export function InterestForm({ sheet }: { sheet: string }) {
  const [territory, setTerritory] = useState<Territory | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  /** Emptied after each declaration, the search field included. */
  const [declared, setDeclared] = useState(0);
  const sending = useSending<{ code: string; nouveau: boolean }>(
    { method: 'POST', address: apiAddress(`fiches/${sheet}/interets`), affects: [apiAddress('fiches')] },
    ({ nouveau }) => {
      setReceipt(words.receipt(territory?.nom ?? '', nouveau));
      setTerritory(null);
      setNote('');
      setDeclared((count) => count + 1);
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setReceipt(null);
    setProblem(territory ? null : words.noTerritory);
    if (territory) sending.send({ code: territory.code, precision: note.trim() });
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-labelledby="declare" noValidate>
      <h3 id="declare">{words.form}</h3>
      <TerritoryBox
        key={declared}
        label={words.territory}
        help={words.territoryHelp}
        keepsName
        onPick={(picked) => {
          setTerritory(picked);
          if (picked) setProblem(null);
        }}
      />
      <TextField
        label={words.note}
        value={note}
        onChange={setNote}
        help={words.noteHelp(longestNote - note.length)}
        maxLength={longestNote}
        lines={3}
      />
      <SendingStatus sending={sending} problem={problem} receipt={receipt} />
      <Button isMain type="submit" isDisabled={sending.isPending}>
        {sending.isPending ? words.sending : words.send}
      </Button>
    </form>
  );
}
