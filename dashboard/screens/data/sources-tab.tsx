/** Sources and their quality: how fresh, how complete, and what to mend. */
import type { SourceAnswer } from '../../../api/contract-states.ts';
import { Failure } from '../../controls/failure.tsx';
import { useSources } from '../../state/queries.ts';
import { useAnchor } from '../../state/use-anchor.ts';
import { data, sources as words } from '../../text/data.ts';
import styles from './data-screen.module.css';
import { SourceCard } from './source-card.tsx';

export function SourcesTab() {
  const { data: answer, error } = useSources();
  useAnchor(answer !== undefined);
  if (error) return <Failure message={data.failed(error.message)} />;
  if (!answer) return <p aria-busy="true">{data.waiting}</p>;
  const isLoaded = ({ chargements }: SourceAnswer) => chargements.length > 0;
  const loaded = answer.sources.filter(isLoaded);
  const missing = answer.sources.filter((source) => !isLoaded(source));
  return (
    <>
      <p className={styles.lead}>{words.summary(answer.sources)}</p>
      <h2>{words.ready}</h2>
      {loaded.map((source) => (
        <SourceCard key={source.id} source={source} />
      ))}
      {missing.length > 0 && <h2>{words.missing}</h2>}
      {missing.map((source) => (
        <SourceCard key={source.id} source={source} />
      ))}
    </>
  );
}
