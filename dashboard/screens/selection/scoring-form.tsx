/** A participant scores each sheet on each criterion; what is left without an opinion is not sent. */
import { type FormEvent, useState } from 'react';
import type { Basket } from '../../../api/contract-projects.ts';
import { Button } from '../../controls/button.tsx';
import { SendingStatus } from '../../controls/sending-status.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { basketAddress } from '../../state/project-queries.ts';
import { useSending } from '../../state/writes.ts';
import { scoring as words } from '../../text/selection.ts';
import { ScoreChoice } from './score-choice.tsx';
import styles from './scoring-form.module.css';

type Given = Readonly<Record<string, number>>;
/** A space is in no identifier of a sheet. */
const keyOf = (sheet: string, criterion: string) => `${sheet} ${criterion}`;

function toGiven({ notes }: Basket['participants'][number]): Given {
  return Object.fromEntries(notes.map(({ fiche, critere, note }) => [keyOf(fiche, critere), note]));
}

export function ScoringForm({ basket: { id, criteres, fiches, participants } }: { basket: Basket }) {
  const [participant, setParticipant] = useState('');
  const [given, setGiven] = useState<Given>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  const name = participant.trim();
  const known = participants.find((one) => one.participant === name);
  const notes = fiches.flatMap(({ id: fiche }) =>
    criteres.flatMap(({ libelle: critere }) => {
      const note = given[keyOf(fiche, critere)];
      return note === undefined ? [] : [{ fiche, critere, note }];
    }),
  );
  const sending = useSending<Basket>(
    { method: 'PUT', address: `${basketAddress(id)}/notes`, affects: [basketAddress(id)] },
    () => {
      setReceipt(words.receipt(name));
      setParticipant('');
      setGiven({});
    },
  );

  function changeParticipant(typed: string) {
    setParticipant(typed);
    setReceipt(null);
    setProblem(null);
  }

  function changeScore(key: string, score: number | null) {
    setReceipt(null);
    setProblem(null);
    setGiven(({ [key]: _, ...others }) => (score === null ? others : { ...others, [key]: score }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setReceipt(null);
    const reason = name === '' ? words.noParticipant : notes.length === 0 ? words.noScore : null;
    setProblem(reason);
    if (reason === null) sending.send({ participant: name, notes });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-labelledby="score">
      <div className={styles.who}>
        <TextField
          label={words.participant}
          value={participant}
          onChange={changeParticipant}
          help={words.participantHelp}
          maxLength={60}
        />
        <div role="status">
          {known && (
            <>
              <p>{words.known(known.participant)}</p>
              <Button onPress={() => setGiven(toGiven(known))}>{words.resume}</Button>
            </>
          )}
        </div>
      </div>
      <p className={styles.lead}>{words.lead}</p>
      <div className={styles.sheets}>
        {fiches.map(({ id: fiche, titre }) => (
          <fieldset key={fiche} className={styles.sheet}>
            <legend>{titre}</legend>
            {criteres.map(({ libelle }) => {
              const key = keyOf(fiche, libelle);
              return (
                <ScoreChoice
                  key={libelle}
                  label={libelle}
                  score={given[key] ?? null}
                  onChange={(score) => changeScore(key, score)}
                />
              );
            })}
          </fieldset>
        ))}
      </div>
      <div className={styles.send}>
        <SendingStatus sending={sending} problem={problem} receipt={receipt} />
        <Button isMain type="submit" isDisabled={sending.isPending}>
          {sending.isPending ? words.sending : words.send}
        </Button>
        <p className={styles.count}>{words.scored(notes.length, fiches.length * criteres.length)}</p>
      </div>
    </form>
  );
}
