/** In place of the map, for an indicator that nothing is loaded for: which sources it waits for, and what to choose instead. */
import { type Indicator, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { DepartementChoice } from '../../controls/departement-choice.tsx';
import { IndicatorPicker } from '../../controls/indicator-picker.tsx';
import { LoadCommand } from '../../controls/load-command.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useSources } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { noFigures as words } from '../../text/map.ts';
import styles from './no-figures.module.css';

export function NoFigures() {
  const { view } = useView();
  const { data } = useSources();
  const indicator: Indicator = requireIndicator(view.indicator);
  const awaited =
    data?.sources.filter(
      ({ indicateurs, chargements }) => indicateurs.includes(indicator.id) && chargements.length === 0,
    ) ?? [];
  return (
    <section className={styles.page}>
      <h1>{indicator.label}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <p>{indicator.definition}</p>
      {awaited.length > 0 && (
        <>
          <p>{words.awaited(awaited.length)}</p>
          <ul>
            {awaited.map((source) => (
              <li key={source.id}>
                <strong>{source.titre}</strong> ({source.producteur}).
                <br />
                <LoadCommand source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <ScreenLink change={{ screen: 'sources' }}>{words.sources}</ScreenLink>
      </p>
      <div className={styles.choices}>
        <p>{words.other}</p>
        <IndicatorPicker />
        <DepartementChoice />
      </div>
    </section>
  );
}
