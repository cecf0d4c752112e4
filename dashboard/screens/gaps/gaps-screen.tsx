/** Who lacks what, whether anyone works on it, and what comes first: need × supply × projects. */
import { firstSteps } from '../../../data/analysis/first-steps.ts';
import { DepartementChoice } from '../../controls/departement-choice.tsx';
import { Failure } from '../../controls/failure.tsx';
import { Part } from '../../controls/part.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { EpciFilter } from '../../controls/view-controls.tsx';
import type { OpenCell } from '../../state/gap-choices.ts';
import { useAnchor } from '../../state/use-anchor.ts';
import { type GapFacts, useGapFacts } from '../../state/use-gap-facts.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { type SummaryFacts, summariseGaps, gaps as words } from '../../text/gaps.ts';
import { sections } from '../../text/sections.ts';
import { CellDetail } from './cell-detail.tsx';
import { ClassKey, NeedRule } from './class-key.tsx';
import { FirstSteps } from './first-steps.tsx';
import { GapBlocks } from './gap-blocks.tsx';
import { GapTable } from './gap-table.tsx';
import styles from './gaps-screen.module.css';
import { NeedThreshold } from './need-threshold.tsx';
import { VigilanceBlocks } from './vigilance-blocks.tsx';

export function GapsScreen() {
  const { facts, error } = useGapFacts();
  useAnchor(facts !== null);
  return (
    <SectionPage
      isWide
      isShared
      title={sections.titles.gaps}
      lead={facts ? summariseGaps(summaryFactsOf(facts)).join(' ') : undefined}
    >
      <div className={styles.choices}>
        <DepartementChoice />
        <EpciFilter />
      </div>
      {facts ? <Gaps facts={facts} /> : error ? <Failure message={words.failed(error.message)} /> : <Waiting />}
    </SectionPage>
  );
}

function Waiting() {
  return <p className={styles.muted}>{words.waiting}</p>;
}

function Gaps({ facts }: { facts: GapFacts }) {
  const isNarrow = useMedia(narrowScreen);
  const { view, choose } = useView();
  const open = view.gaps.cell;
  const setOpen = (cell: OpenCell | null) => choose({ gaps: { ...view.gaps, cell } });
  const isInside = facts.epci !== null;
  const { vigilance } = facts;
  const steps = firstSteps({
    needs: facts.needs,
    lacking: facts.lacking,
    unanswered: vigilance.unanswered,
    silentSheets: vigilance.silentSheets.old.length,
    oldPlaces: vigilance.places.over18,
  });
  const Matrix = isNarrow ? GapBlocks : GapTable;
  return (
    <>
      <FirstSteps steps={steps} facts={facts} said={summaryFactsOf(facts)} />
      <Part id="matrice">
        <section aria-labelledby="matrix-title" className={styles.section}>
          <div className={styles.bar}>
            <h2 id="matrix-title" className={styles.heading}>
              {words.matrix(isInside)}
            </h2>
            <NeedThreshold />
          </div>
          <ClassKey rows={facts.rows} />
          <Matrix rows={facts.rows} own={facts.own} isInside={isInside} onOpen={setOpen} />
          {isInside && <p className={styles.note}>{words.inside}</p>}
          <NeedRule />
        </section>
      </Part>
      <VigilanceBlocks facts={facts} />
      {open && <CellDetail key={`${open.row}-${open.theme}`} open={open} facts={facts} onClose={() => setOpen(null)} />}
    </>
  );
}

function summaryFactsOf({ departement, epci, needRatio, rows, own, needs, vigilance, nameOf }: GapFacts): SummaryFacts {
  const measured = [...rows, ...(own ? [own] : [])].flatMap(({ cellules }) =>
    cellules.filter(({ besoin }) => besoin !== 'unmeasured').map(({ theme }) => theme),
  );
  const asked = epci ? 1 : rows.length;
  return {
    departement,
    epci: epci?.nom ?? null,
    needRatio,
    measuredThemes: new Set(measured).size,
    needs,
    asked,
    answered: asked - vigilance.unanswered.length,
    nameOf,
  };
}
