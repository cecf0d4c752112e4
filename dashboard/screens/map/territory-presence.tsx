/** The digital presence of a commune or an EPCI: its website, and the criteria that it meets. */
import { useLoadedIndicators, usePresence } from '../../state/queries.ts';
import type { TerritoryReference } from '../../state/view.ts';
import { formatPeriod } from '../../text/numbers.ts';
import { findHost, presence as words } from '../../text/presence.ts';
import styles from './territory-panel.module.css';
import own from './territory-presence.module.css';

export function TerritoryPresence({ territory }: { territory: TerritoryReference }) {
  const isLoaded = useLoadedIndicators()?.has('presence-numerique') ?? false;
  const { data } = usePresence(territory, isLoaded);
  if (!isLoaded || territory.level === 'departement' || !data) return null;
  const { presence } = data;
  return (
    <section>
      <h3 className={styles.heading}>{words.title}</h3>
      {presence === null ? (
        <p className={styles.text}>{words.unknown}</p>
      ) : (
        <>
          <p className={styles.text}>
            {words.level(presence.niveaux)} {presence.site && <Website address={presence.site} />}
          </p>
          {territory.level === 'epci' && <p className={styles.note}>{words.ownRow}</p>}
          {(['site', 'messagerie'] as const).map((part) => {
            const criteria = presence.criteres.filter(({ partie }) => partie === part);
            const met = criteria.filter(({ satisfait }) => satisfait).length;
            return (
              <details key={part} className={own.part}>
                <summary>{words.part(part, met, criteria.length)}</summary>
                <ul className={own.list}>
                  {criteria.map(({ id, libelle, requis, satisfait }) => (
                    <li key={id} className={own.criterion} data-met={satisfait}>
                      <span aria-hidden="true" className={own.mark}>
                        {satisfait ? '✓' : '✗'}
                      </span>
                      <span className={own.hidden}>{satisfait ? words.met : words.unmet}</span>
                      <span>
                        {libelle}
                        {!requis && <span className={styles.muted}> {words.recommended}</span>}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            );
          })}
          <p className={styles.note}>{words.source(presence.source.producteur, formatPeriod(presence.periode))}</p>
        </>
      )}
    </section>
  );
}

/** A link, or what was declared as it is written where that is no address. */
function Website({ address }: { address: string }) {
  const host = findHost(address);
  if (host === undefined) return <span className={own.address}>{address}</span>;
  return (
    <a className={own.address} href={address} rel="noopener noreferrer">
      {host}
    </a>
  );
}
