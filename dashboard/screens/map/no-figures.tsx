/** In place of the map, for an indicator that nothing is loaded for: which source it waits for, and what to choose instead. */
import { type Indicator, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { IndicatorPicker } from '../../controls/indicator-picker.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useSources } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { noFigures as words } from '../../text/map.ts';
import styles from './no-figures.module.css';

export function NoFigures() {
  const { view } = useView();
  const { data } = useSources();
  const indicator: Indicator = requireIndicator(view.indicator);
  const awaited = data?.sources.filter(({ indicateurs }) => indicateurs.includes(indicator.id)) ?? [];
  return (
    <section className={styles.page}>
      <h1>{indicator.label}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <p>{indicator.definition}</p>
      <ul>
        {awaited.map(({ id, titre, producteur }) => (
          <li key={id}>
            {titre} ({producteur}) : <code>npm run etl -- --only {id}</code>
          </li>
        ))}
      </ul>
      <IndicatorPicker />
      <p>
        <ScreenLink change={{ screen: 'sources' }}>{words.sources}</ScreenLink>
      </p>
    </section>
  );
}
