/** What changed between two states of the data: indicator by indicator, then territory by territory. */
import { Button } from 'react-aria-components';
import type { Changes } from '../../../api/contract-states.ts';
import { type Indicator, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { Choice } from '../../controls/choice.tsx';
import { Failure } from '../../controls/failure.tsx';
import { useChanges, useEditions, useLoadHistory, useSources } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { data, changes as words } from '../../text/data.ts';
import { formatCount } from '../../text/numbers.ts';
import styles from './data-screen.module.css';
import { formatDifference, formatSide } from './sides.ts';
import { TerritoryChanges } from './territory-changes.tsx';

const current = 'actuel';

export function ChangesTab() {
  const { view, choose } = useView();
  const { data: answer, error } = useChanges({ from: view.from, to: view.to });
  const states = useStates(answer?.de);
  const chosen = answer?.indicateurs.find(({ id }) => id === view.changed);
  return (
    <>
      <h2>{words.title}</h2>
      <div className={styles.choices}>
        <Choice
          label={words.from}
          items={states}
          chosen={view.from ?? answer?.de.etat ?? ''}
          onChoose={(from) => choose({ from })}
        />
        <Choice
          label={words.to}
          items={states}
          chosen={view.to ?? current}
          onChoose={(to) => choose({ to: to === current ? null : to })}
        />
      </div>
      {error && <Failure message={data.failed(error.message)} />}
      {!answer && !error && <p aria-busy="true">{data.waiting}</p>}
      {answer && <p className={styles.lead}>{answer.constat}</p>}
      {answer?.indicateurs.length === 0 && !answer.premierChargement && <p>{words.none}</p>}
      {answer && answer.indicateurs.length > 0 && <IndicatorChanges changes={answer} />}
      {answer && chosen && (
        <TerritoryChanges indicator={requireIndicator(chosen.id)} from={answer.de.etat} to={answer.a.etat} />
      )}
    </>
  );
}

/**
 * What may be compared: the figures in force, the editions, the last loads.
 * @param from the state that is compared, under the words of the answer when it is none of these
 */
function useStates(from: Changes['de'] | undefined): { id: string; label: string }[] {
  const editions = useEditions().data?.editions ?? [];
  const loads = useLoadHistory().data?.chargements ?? [];
  const titles = new Map<string, string>(useSources().data?.sources.map(({ id, titre }) => [id, titre]));
  const states = [
    { id: current, label: words.current },
    ...editions.map(({ id, titre, figeLe }) => ({ id, label: words.editionState(titre, figeLe) })),
    ...loads.map((load) => ({
      id: `chargement-${load.id}`,
      label: words.loadState(load, titles.get(load.source) ?? load.source),
    })),
  ];
  if (!from || states.slice(0, 1 + editions.length).some(({ id }) => id === from.etat)) return states;
  const told = { id: from.etat, label: words.state(from.libelle) };
  return states.some(({ id }) => id === told.id)
    ? states.map((state) => (state.id === told.id ? told : state))
    : [...states, told];
}

function IndicatorChanges({ changes }: { changes: Changes }) {
  const { choose } = useView();
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls, with the keyboard too
    <section className={styles.scroll} aria-label={words.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.indicator}</th>
            <th scope="col">{columns.before}</th>
            <th scope="col">{columns.after}</th>
            <th scope="col">{columns.difference}</th>
            <th scope="col">{columns.communes}</th>
            <th scope="col">{columns.epci}</th>
          </tr>
        </thead>
        <tbody>
          {changes.indicateurs.map((one) => {
            const indicator: Indicator = requireIndicator(one.id);
            const [whole] = one.departements;
            return (
              <tr key={one.id}>
                <th scope="row">
                  <Button className={styles.open ?? ''} onPress={() => choose({ changed: indicator.id as never })}>
                    {one.libelle}
                  </Button>
                  <span className={styles.muted}>
                    {' '}
                    {words.periods(one)} {one.raison && words.reasons[one.raison]} {words.deadlines(one)}
                  </span>
                </th>
                <td>{formatSide(whole?.avant ?? null, indicator, 'departement')}</td>
                <td>{formatSide(whole?.apres ?? null, indicator, 'departement')}</td>
                <td>{formatDifference(whole?.difference ?? null, indicator)}</td>
                <td>{formatCount(one.communesChangees)}</td>
                <td>{formatCount(one.epciChanges)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
