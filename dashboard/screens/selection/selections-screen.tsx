/** Composes a pre-selection: which sheets, by which criteria, under which name; and compares them meanwhile. */
import { useState } from 'react';
import type { Basket, CatalogueSheet } from '../../../api/contract-projects.ts';
import { Button } from '../../controls/button.tsx';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { SendingStatus } from '../../controls/sending-status.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useCatalogue } from '../../state/project-queries.ts';
import { apiAddress } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { useSending } from '../../state/writes.ts';
import { sections } from '../../text/sections.ts';
import { compositionLead, proposedCriteria, whyNotCreated, composition as words } from '../../text/selection.ts';
import { Comparison } from './comparison.tsx';
import { CriteriaEditor, type Draft, toDrafts } from './criteria-editor.tsx';
import styles from './selections-screen.module.css';
import { SheetPicker } from './sheet-picker.tsx';

export function SelectionsScreen() {
  const { view } = useView();
  const { data, error } = useCatalogue();
  if (!data)
    return (
      <SectionPage title={sections.titles.selections}>
        {error ? <Failure message={error.message} /> : <p aria-busy="true">{words.waiting}</p>}
      </SectionPage>
    );
  const { chosen } = view.projects;
  const sheets = chosen.flatMap((id) => data.fiches.find((sheet) => sheet.id === id) ?? []);
  const strangers = chosen.filter((id) => !data.fiches.some((sheet) => sheet.id === id));
  return (
    <SectionPage title={sections.titles.selections} lead={compositionLead(sheets.length)}>
      {strangers.length > 0 && <p className={styles.note}>{words.strangers(strangers)}</p>}
      <Composer all={data.fiches} sheets={sheets} />
      {sheets.length > 0 && (
        <section aria-labelledby="compare" className={styles.compare}>
          <h2 id="compare">{words.compare}</h2>
          <Comparison sheets={sheets} />
        </section>
      )}
    </SectionPage>
  );
}

function Composer({ all, sheets }: { all: readonly CatalogueSheet[]; sheets: readonly CatalogueSheet[] }) {
  const { choose, view } = useView();
  const [criteria, setCriteria] = useState<readonly Draft[]>(() => toDrafts(proposedCriteria));
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useSending<Basket>(
    { method: 'POST', address: apiAddress('preselections'), affects: [] },
    // The address of a pre-selection is its own: what was chosen to make it is in it.
    ({ id }) => choose({ screen: 'selection', item: id, projects: { ...view.projects, chosen: [] } }),
  );
  return (
    <form
      className={styles.composer}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const reason = whyNotCreated({ title, sheetCount: sheets.length, criteria });
        setProblem(reason);
        if (reason === null)
          sending.send({
            titre: title.trim(),
            fiches: sheets.map(({ id }) => id),
            criteres: criteria.map(({ libelle, poids }) => ({ libelle: libelle.trim(), poids })),
          });
      }}
    >
      <section aria-labelledby="sheets" className={styles.step}>
        <h2 id="sheets">{words.sheets}</h2>
        <SheetPicker sheets={all} />
      </section>
      <section aria-labelledby="criteria" className={styles.step}>
        <h2 id="criteria">{words.criteria}</h2>
        <CriteriaEditor criteria={criteria} onChange={setCriteria} />
      </section>
      <section aria-labelledby="naming" className={styles.naming}>
        <h2 id="naming">{words.naming}</h2>
        <TextField label={words.name} value={title} onChange={setTitle} help={words.nameHelp} maxLength={120} />
        <div className={styles.create}>
          <p className={styles.note}>{words.warning}</p>
          <SendingStatus sending={sending} problem={problem} receipt={null} />
          <Button isMain type="submit" isDisabled={sending.isPending}>
            {sending.isPending ? words.creating : words.create}
          </Button>
        </div>
      </section>
    </form>
  );
}
