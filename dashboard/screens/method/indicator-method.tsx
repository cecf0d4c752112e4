/** One indicator of the method page: what it means, how it is computed, what must not be concluded from it. */
import type { IndicatorAnswer } from '../../../api/contract.ts';
import type { SourceAnswer } from '../../../api/contract-states.ts';
import type { Indicator, IndicatorId } from '../../../data/catalogue/catalogue.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { levelLabels, method } from '../../text/method.ts';
import { formatPeriod } from '../../text/numbers.ts';
import styles from './method-screen.module.css';

interface Props {
  readonly indicator: Indicator & { readonly id: IndicatorId };
  readonly answer: IndicatorAnswer | undefined;
  readonly sources: readonly SourceAnswer[];
}

export function IndicatorMethod({ indicator, answer, sources }: Props) {
  const theme = themes.find(({ id }) => id === indicator.theme);
  const used = sources.filter(({ id }) => answer?.sources.includes(id));
  return (
    <section className={styles.entry} aria-labelledby={indicator.id}>
      <h3 id={indicator.id}>{indicator.label}</h3>
      {theme && <p className={styles.muted}>{theme.label}</p>}
      <p>{indicator.definition}</p>
      <dl className={styles.facts}>
        <dt>{method.formula}</dt>
        <dd>{indicator.formula}</dd>
        <dt>{method.levels}</dt>
        <dd>{indicator.levels.map((level) => levelLabels[level]).join(', ')}</dd>
        {answer && answer.periodes.length > 0 && (
          <>
            <dt>{method.periods}</dt>
            <dd>
              <ul>
                {answer.periodes.map(({ periode, methode, note }) => (
                  <li key={`${periode} ${methode}`}>
                    {[[formatPeriod(periode), methode].filter(Boolean).join(', '), note].filter(Boolean).join('. ')}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {used.length > 0 && (
          <>
            <dt>{method.sourcesOf}</dt>
            <dd>
              <ul>
                {used.map((source) => (
                  <li key={source.id}>
                    <a href={`#source-${source.id}`}>{source.titre}</a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{method.cautions}</dt>
        <dd>
          <ul>
            {indicator.cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <p>
        <ScreenLink
          change={{ screen: 'map', indicator: indicator.id, period: null, since: null, deadline: null }}
          label={`${method.onTheMap}, ${indicator.label}`}
        >
          {method.onTheMap}
        </ScreenLink>
      </p>
    </section>
  );
}
