/** “Intégrer”: the lines that show this view, or one part of it, in another page, and who may use them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Framing } from '../../api/contract.ts';
import type { FramePart } from '../../data/catalogue/frames.ts';
import { embedSnippet, frameAddress, usualHeight } from '../state/embed-snippet.ts';
import { frameOf } from '../state/frame.ts';
import { apiAddress, apiQuery } from '../state/queries.ts';
import { useCopy } from '../state/use-copy.ts';
import { useFrame } from '../state/use-frame.ts';
import { useView } from '../state/use-view.ts';
import { useViewTitle } from '../state/use-view-title.ts';
import { embed as words } from '../text/embed.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import styles from './embed-dialog.module.css';
import { TextField } from './text-field.tsx';

/** Nothing where the screen may not be framed. */
export function EmbedButton() {
  const { view } = useView();
  if (frameOf({ ...view, frame: 'page' }) === null) return null;
  return (
    <DialogTrigger>
      <Button isQuiet>{words.open}</Button>
      <ModalOverlay className={styles.overlay ?? ''} isDismissable>
        <Modal className={styles.modal ?? ''}>
          <Dialog className={styles.dialog ?? ''}>
            <div className={styles.top}>
              <Heading slot="title" className={styles.title ?? ''}>
                {words.title}
              </Heading>
              <AriaButton slot="close" className={styles.close ?? ''}>
                {words.close}
              </AriaButton>
            </div>
            <Snippet />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

function Snippet() {
  const { view } = useView();
  const { shown } = useFrame();
  const title = useViewTitle();
  const [part, setPart] = useState<FramePart>('page');
  const [height, setHeight] = useState<string | null>(null);
  const { isCopied, copy } = useCopy();
  const { data: policy } = useQuery(apiQuery<Framing>(apiAddress('integration')));
  const parts: readonly FramePart[] = ['page', ...shown];
  const labelOf = (one: FramePart) => (one === 'page' && view.screen === 'map' ? words.wholeMap : words.parts[one]);
  const address = frameAddress(view, part, window.location.origin);
  const text = height ?? String(usualHeight(part));
  const snippet = embedSnippet(address, title, Number(text) || usualHeight(part));
  return (
    <div className={styles.body}>
      <p>{words.lead}</p>
      <div className={styles.choices}>
        <Choice
          label={words.what}
          items={parts.map((id) => ({ id, label: labelOf(id) }))}
          chosen={part}
          onChoose={(id) => setPart(parts.find((one) => one === id) ?? 'page')}
        />
        <TextField
          label={words.height}
          value={text}
          maxLength={4}
          onChange={(typed) => setHeight(typed.replaceAll(/\D/g, ''))}
        />
      </div>
      <label className={styles.label} htmlFor="embed-snippet">
        {words.snippet}
      </label>
      <textarea
        id="embed-snippet"
        className={styles.snippet}
        readOnly
        rows={5}
        value={snippet}
        spellCheck={false}
        onFocus={({ target }) => target.select()}
      />
      <p className={styles.actions}>
        <Button isMain onPress={() => copy(snippet)}>
          <span aria-live="polite">{isCopied === null ? words.copy : isCopied ? words.copied : words.copyFailed}</span>
        </Button>
        <a href={address} target="_blank" rel="noopener">
          {words.see}
        </a>
      </p>
      {policy && (
        <p className={styles.policy} data-closed={policy.politique === 'aucun' || undefined}>
          {words.policy(policy)}
        </p>
      )}
    </div>
  );
}
