/** What became of a sending: why it was refused and, when a code lifts the refusal, the field for it; or a receipt. */
import type { Sending } from '../state/writes.ts';
import { participation } from '../text/catalogue.ts';
import styles from './sending-status.module.css';
import { TextField } from './text-field.tsx';

/** @param problem what the person must mend before anything is sent, if anything */
export function SendingStatus<T>({
  sending,
  problem,
  receipt,
}: {
  sending: Sending<T>;
  problem: string | null;
  receipt: string | null;
}) {
  const { code, error } = sending;
  const fault = problem ?? (error ? participation.refused + error.message : null);
  return (
    <>
      {code && (
        <div className={styles.code}>
          <TextField
            label={participation.code}
            value={code.value}
            onChange={code.change}
            help={participation.codeHelp}
            maxLength={100}
          />
        </div>
      )}
      <div aria-live="polite">
        {fault !== null && <p className={styles.fault}>{fault}</p>}
        {fault === null && receipt !== null && <p className={styles.receipt}>{receipt}</p>}
      </div>
    </>
  );
}
