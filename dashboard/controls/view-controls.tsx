/** The choices of the left column; each is offered only where the indicator takes it. */
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { useDepartement, useIndicators, useTerritories } from '../state/queries.ts';
import { useScale } from '../state/use-scale.ts';
import { useView } from '../state/use-view.ts';
import { controls, territoryName } from '../text/map.ts';
import { formatPeriod } from '../text/numbers.ts';
import { BuildingsToggle } from './buildings-toggle.tsx';
import { Choice } from './choice.tsx';
import { DeadlineSlider } from './deadline-slider.tsx';
import { Definition } from './definition.tsx';
import { DepartementChoice } from './departement-choice.tsx';
import { ExtentChoice } from './extent-choice.tsx';
import { IndicatorPicker } from './indicator-picker.tsx';
import { PlacesToggle } from './places-toggle.tsx';
import { Segments } from './segments.tsx';
import styles from './view-controls.module.css';

const everything = 'tout';

export function ViewControls() {
  const { view, choose } = useView();
  const indicator = requireIndicator(view.indicator);
  return (
    <section className={styles.controls} aria-label={controls.choices}>
      <div className={styles.defined}>
        <IndicatorPicker />
        {indicator.label.includes('FttH') && <Definition term="FttH" />}
      </div>
      <DepartementChoice />
      <EpciFilter />
      <div className={styles.defined}>
        <Segments
          label={controls.level}
          items={(['commune', 'epci'] as const)
            .filter((level) => indicator.levels.includes(level))
            .map((id) => ({ id, label: controls.levels[id] }))}
          chosen={view.level}
          onChoose={(level) => choose({ level: level as 'commune' | 'epci' })}
        />
        <Definition term="EPCI" />
      </div>
      <ExtentChoice />
      <TimeControls />
      <PlacesToggle />
      <BuildingsToggle />
    </section>
  );
}

/** The EPCI that everything is filtered by, or the whole département. */
export function EpciFilter() {
  const { view, choose } = useView();
  const { data: epci } = useTerritories('epci');
  const whole = useDepartement()?.nom ?? '';
  const ordered = [...(epci?.territoires ?? [])].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
  return (
    <div className={styles.defined}>
      <Choice
        label={controls.territory}
        items={[
          { id: everything, label: controls.wholeTerritory(whole) },
          ...ordered.map((each) => ({ id: each.code, label: territoryName(each) })),
        ]}
        chosen={view.epci ?? everything}
        onChoose={(id) => choose({ epci: id === everything ? null : id, camera: null })}
      />
      {ordered.some((each) => each.code === view.epci && each.ept !== null) && <Definition term="EPT" />}
    </div>
  );
}

function TimeControls() {
  const { view, choose } = useView();
  const { answer } = useScale();
  const { data: declared } = useIndicators();
  const periods = answer?.periodes ?? [];
  const starts = declared?.indicateurs.find(({ id }) => id === 'couverture-ftth')?.periodes ?? [];
  const isEvolution = view.indicator === 'evolution-ftth';
  const asItems = (list: readonly string[]) => list.map((id) => ({ id, label: formatPeriod(id) }));
  return (
    <>
      {isEvolution && answer && (
        <Segments
          label={controls.since}
          items={asItems(starts.map(({ periode }) => periode).filter((period) => period < answer.periode))}
          chosen={answer.depuis ?? ''}
          onChoose={(since) => choose({ since })}
        />
      )}
      {periods.length > 1 && answer && (
        <Segments
          label={controls.period}
          items={asItems(periods)}
          chosen={answer.periode}
          onChoose={(period) => choose({ period, since: null })}
        />
      )}
      {view.indicator === 'locaux-exposes-cuivre' && answer?.echeances && (
        <DeadlineSlider dates={answer.echeances} current={answer.echeance} />
      )}
    </>
  );
}
