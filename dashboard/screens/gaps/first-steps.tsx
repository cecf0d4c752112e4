/** The three things to do first, each with its reason and the list behind it. */
import type { FirstStep } from '../../../data/analysis/first-steps.ts';
import { noFacetChoices } from '../../../data/analysis/project-facets.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { GapFacts } from '../../state/use-gap-facts.ts';
import { useView } from '../../state/use-view.ts';
import type { View } from '../../state/view.ts';
import { type SummaryFacts, sayStep, gaps as words } from '../../text/gaps.ts';
import styles from './first-steps.module.css';

/** The template that an EPCI fills in to answer the census. */
export const censusTemplate = '/schemas/recensement.xlsx';

interface FirstStepsProps {
  readonly steps: readonly FirstStep[];
  readonly facts: GapFacts;
  readonly said: SummaryFacts;
}

export function FirstSteps({ steps, facts, said }: FirstStepsProps) {
  return (
    <section aria-labelledby="first-title">
      <h2 id="first-title" className={styles.heading}>
        {words.first}
      </h2>
      {steps.length === 0 ? (
        <p>{words.firstNone}</p>
      ) : (
        <ol className={styles.steps}>
          {steps.map((step, i) => {
            const { title, reason } = sayStep(step, said);
            return (
              <li key={step.kind === 'need' ? step.theme : step.kind} className={styles.step}>
                <span className={styles.rank} aria-hidden="true">
                  {i + 1}
                </span>
                <h3 className={styles.title}>{title}</h3>
                <p className={styles.reason}>{reason}</p>
                <p className={styles.link}>
                  <StepLink step={step} facts={facts} />
                </p>
              </li>
            );
          })}
        </ol>
      )}
      <p className={styles.rule}>{words.firstRule}</p>
    </section>
  );
}

function StepLink({ step, facts }: { step: FirstStep; facts: GapFacts }) {
  const { view } = useView();
  const epci = facts.epci?.code ?? null;
  if (step.kind === 'census') return <a href={censusTemplate}>{words.seeCensus}</a>;
  if (step.kind === 'connect')
    return (
      <ScreenLink
        change={{ screen: 'map', indicator: 'locaux-a-raccorder', epci: step.lacking.territory, camera: null }}
      >
        {words.seeMap}
      </ScreenLink>
    );
  if (step.kind === 'places')
    return (
      <ScreenLink
        change={{
          screen: 'map',
          hasPlaces: true,
          territory: epci === null ? null : { level: 'epci', code: epci },
        }}
      >
        {words.seePlaces}
      </ScreenLink>
    );
  return (
    <ScreenLink change={projectsOf(view, epci, step.kind === 'need' ? step.theme : null)}>
      {words.seeProjects}
    </ScreenLink>
  );
}

/** The list of the projects of an EPCI on a theme; null: of all. */
export function projectsOf({ projects }: View, epci: string | null, theme: string | null): Partial<View> {
  const facets = { ...noFacetChoices, epcis: epci === null ? [] : [epci], themes: theme === null ? [] : [theme] };
  return { screen: 'projects', projects: { ...projects, q: null, facets } };
}
