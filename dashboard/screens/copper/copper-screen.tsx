/** When copper should close, commune by commune, and how many premises could not yet order fibre by then. */
import { lazy, Suspense } from 'react';
import { Definition } from '../../controls/definition.tsx';
import { DepartementChoice } from '../../controls/departement-choice.tsx';
import { Failure } from '../../controls/failure.tsx';
import { Part } from '../../controls/part.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { EpciFilter } from '../../controls/view-controls.tsx';
import { useTerritories } from '../../state/queries.ts';
import { useCited } from '../../state/use-frame.ts';
import { useView } from '../../state/use-view.ts';
import { summariseCopper, summarisePace, whyNoPace, copper as words } from '../../text/copper.ts';
import { formatCount, formatDate } from '../../text/numbers.ts';
import { sections } from '../../text/sections.ts';
import { EpciTable, UndatedList, UrgentList } from './copper-lists.tsx';
import styles from './copper-screen.module.css';
import { CopperTimeline } from './copper-timeline.tsx';
import { type Copper, useCopper } from './use-copper.ts';

const CopperMap = lazy(async () => ({ default: (await import('./copper-map.tsx')).CopperMap }));

export function CopperScreen() {
  const { view } = useView();
  const { error, found } = useCopper();
  useCited(found ? sourcesOf(found) : undefined);
  const inside = useTerritories('epci').data?.territoires.find(({ code }) => code === view.epci)?.nom ?? null;
  if (!found)
    return (
      <SectionPage title={sections.titles.copper}>
        {error ? <Failure message={words.failed(error.message)} /> : <p className={styles.note}>{words.waiting}</p>}
      </SectionPage>
    );
  const { calendar, premises, reading, step, pace, periods } = found;
  const lead = reading ? summariseCopper(reading, inside) : words.empty;
  return (
    <SectionPage isShared title={sections.titles.copper} lead={lead}>
      <section className={styles.controls} aria-label={words.choices}>
        <DepartementChoice />
        <EpciFilter />
      </section>
      {step && (
        <>
          <div className={styles.key}>
            <p className={styles.magnitude}>
              <strong className={styles.number}>{formatCount(step.cumulativeLacking)}</strong>
              <span>
                {words.magnitude}
                <br />
                {words.inCommunes(step.cumulativeCommunes, step.on)}
              </span>
            </p>
            <p className={styles.aside}>
              <strong>{words.calendar(calendar.periode, premises.periode)}</strong> <Commercial found={found} />{' '}
              <Definition term="Fermeture technique du cuivre" />
            </p>
          </div>
          <Part id="calendrier">
            <CopperTimeline found={found} on={step.on} />
          </Part>
          <div className={styles.columns}>
            <div>
              <Part id="carte">
                <Suspense fallback={<div className={styles.map} aria-busy="true" />}>
                  <CopperMap found={found} on={step.on} />
                </Suspense>
              </Part>
            </div>
            <UrgentList key={step.on} found={found} on={step.on} />
          </div>
          <section aria-labelledby="pace-title" className={styles.section}>
            <h2 id="pace-title" className={styles.heading}>
              {words.pace}
            </h2>
            <p className={styles.text}>{pace ? summarisePace(pace, step.on) : whyNoPace(periods)}</p>
          </section>
          <div className={styles.columns}>
            <UndatedList found={found} />
            {view.epci === null && <EpciTable found={found} on={step.on} />}
          </div>
        </>
      )}
      <p className={styles.note}>
        {words.source}{' '}
        {sourcesOf(found)
          .map((each) => `${each.producteur}, ${each.titre}, ${formatDate(each.dateDonnees)}, ${each.licence}`)
          .join('\u00a0; ')}
      </p>
    </SectionPage>
  );
}

function sourcesOf({ calendar, premises }: Copper) {
  return [...new Map([...calendar.sources, ...premises.sources].map((each) => [each.id, each])).values()];
}

/** Commercial closures, where they are published; otherwise that they are not. */
function Commercial({ found: { commercial } }: { found: Copper }) {
  const dates = [...commercial].sort(([a], [b]) => (a < b ? -1 : 1));
  if (dates.length === 0) return words.commercialNone;
  return `${words.commercial}${dates.map(([on, communes]) => words.commercialAt(on, communes)).join(', ')}.`;
}
