/** The frozen états des lieux: to see again, to cite, to compare. */
import { Failure } from '../../controls/failure.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useEditions } from '../../state/queries.ts';
import { data, editions as words } from '../../text/data.ts';
import styles from './data-screen.module.css';

export function EditionsTab() {
  const { data: answer, error } = useEditions();
  if (error) return <Failure message={data.failed(error.message)} />;
  if (!answer) return <p aria-busy="true">{data.waiting}</p>;
  return (
    <>
      <h2>{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
      {answer.editions.length === 0 && <p>{words.none}</p>}
      {answer.editions.map(({ id, titre, figeLe, empreinte, chargements }) => (
        <section key={id} className={styles.card} aria-labelledby={`edition-${id}`}>
          <h3 id={`edition-${id}`}>{titre}</h3>
          <p className={styles.muted}>
            {words.frozen(figeLe)} · {words.loads(chargements.length)}
          </p>
          <p className={styles.muted}>
            {words.hash} <code className={styles.hash}>{empreinte}</code>
          </p>
          <p className={styles.actions}>
            <ScreenLink change={{ screen: 'map', edition: id }}>{words.see}</ScreenLink>
            <ScreenLink change={{ screen: 'changes', edition: null, from: id, to: null }}>{words.compare}</ScreenLink>
          </p>
        </section>
      ))}
      <p>
        {words.how} <code className={styles.code}>{words.command}</code>
      </p>
    </>
  );
}
