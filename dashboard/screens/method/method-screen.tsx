/** Definitions, formulas, sources and limits, from the declarations and from what the API says of its loads. */
import { indicators } from '../../../data/catalogue/catalogue.ts';
import { Failure } from '../../controls/failure.tsx';
import { GuidesInvitation } from '../../controls/guides-invitation.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useIndicators, useSources } from '../../state/queries.ts';
import { useAnchor } from '../../state/use-anchor.ts';
import { apiVersions, glossary, limits, method, readingRules } from '../../text/method.ts';
import { sections as sectionWords } from '../../text/sections.ts';
import { IndicatorMethod } from './indicator-method.tsx';
import styles from './method-screen.module.css';
import { SourceMethod } from './source-method.tsx';

const sections = Object.entries(method.sections);

export function MethodScreen() {
  const declared = useIndicators().data?.indicateurs;
  const { data: sources, error } = useSources();
  useAnchor((declared !== undefined && sources !== undefined) || error !== null);
  return (
    <div className={styles.page}>
      <nav aria-label={method.contents} className={styles.contents}>
        <ul>
          <li>
            <ScreenLink change={{ screen: 'guides' }}>{sectionWords.entries.guides}</ScreenLink>
          </li>
          {sections.map(([id, label]) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
              {id === 'indicators' && (
                <ul className={styles.nested}>
                  {indicators.map((indicator) => (
                    <li key={indicator.id}>
                      <a href={`#${indicator.id}`}>{indicator.label}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.text}>
        <h1>{method.title}</h1>
        <p className={styles.lead}>{method.lead}</p>
        <GuidesInvitation />

        <h2 id="reading">{method.sections.reading}</h2>
        <ul>
          {readingRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>

        <h2 id="indicators">{method.sections.indicators}</h2>
        {indicators.map((indicator) => (
          <IndicatorMethod
            key={indicator.id}
            indicator={indicator}
            answer={declared?.find(({ id }) => id === indicator.id)}
            sources={sources?.sources ?? []}
          />
        ))}

        <h2 id="sources">{method.sections.sources}</h2>
        {error && <Failure message={method.failed(error.message)} />}
        {!sources && !error && <p aria-busy="true">{method.waiting}</p>}
        {sources?.sources.map((source) => (
          <SourceMethod key={source.id} source={source} />
        ))}

        <h2 id="limits">{method.sections.limits}</h2>
        <ul>
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>

        <h2 id="versions">{method.sections.versions}</h2>
        <ul>
          {apiVersions.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>

        <h2 id="glossary">{method.sections.glossary}</h2>
        <dl className={styles.glossary}>
          {glossary.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
