/** What of the gap is between EPCI and what is within them, against chance; then each EPCI's shares and contributions. */
import type { IndicatorId } from '../../../data/catalogue/catalogue.ts';
import { SharePairs } from '../../charts/share-pairs.tsx';
import { SplitBar } from '../../charts/split-bar.tsx';
import { Part } from '../../controls/part.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useTerritories } from '../../state/queries.ts';
import { findingOfSplit, formatIndex, percent, balance as words } from '../../text/balance.ts';
import { formatRatio } from '../../text/numbers.ts';
import { BalanceImage } from './balance-image.tsx';
import styles from './balance-screen.module.css';
import type { Balance } from './use-balance.ts';

export function SplitSection({ found, measured }: { found: Balance; measured: IndicatorId }) {
  const { answer, figures } = found;
  const { split, chance } = figures;
  const epcis = useTerritories('epci').data?.territoires ?? [];
  if (!split || !chance || split.groups.length < 2) return null;
  const nameOf = (group: string) => epcis.find(({ code }) => code === group)?.nom ?? words.noEpci;
  const groups = split.groups.toSorted((a, b) => b.quantityShare - a.quantityShare);
  const most = groups[0];
  const [finding = ''] = findingOfSplit(chance).split('\u00a0;');
  const told = {
    first: { name: words.within, share: chance.observed, figure: formatIndex(split.within) },
    second: { name: words.between, figure: formatIndex(split.between) },
    chance: {
      ...chance,
      label: `${words.byChance}\u00a0: ${percent(chance.mean)}, ${words.interval(percent(chance.low), percent(chance.high))}`,
    },
  };
  const findingOfEpcis = most
    ? words.findingOfEpci(nameOf(most.group), formatRatio(most.quantityShare), formatRatio(most.baseShare))
    : words.epcis;
  return (
    <>
      <Part id="partage">
        <section aria-labelledby="split-title" className={styles.section}>
          <h2 id="split-title" className={styles.heading}>
            {finding}
          </h2>
          <SplitBar {...told} />
          <p className={styles.note}>{words.chanceNote(chance.rounds)}</p>
          <BalanceImage
            what="partage"
            title={finding}
            measured={measured}
            answer={answer}
            load={async () => {
              const { drawSplit } = await import('../../pictures/split-picture.ts');
              return (width) => drawSplit(told, width);
            }}
          />
        </section>
      </Part>
      <Part id="epci">
        <section aria-labelledby="epcis-title" className={styles.section}>
          <h2 id="epcis-title" className={styles.heading}>
            {findingOfEpcis}
          </h2>
          <p className={styles.note}>{words.epcisNote}</p>
          <div className={styles.named}>
            <SharePairs
              words={{ bar: words.heavyHead, tick: words.heavyTick }}
              rows={groups.map(({ group, quantityShare, baseShare }) => ({
                key: group,
                bar: quantityShare,
                tick: baseShare,
                figure: formatRatio(quantityShare),
                tickFigure: formatRatio(baseShare),
                name: (
                  <ScreenLink className={styles.link} change={group === '' ? {} : { epci: group, camera: null }}>
                    {nameOf(group)}
                  </ScreenLink>
                ),
              }))}
            />
          </div>
          <details className={styles.details}>
            <summary>{words.table}</summary>
            <div className={styles.scroll}>
              <table className={styles.table}>
                <caption className="visually-hidden">{words.epcis}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.columns.epci}</th>
                    <th scope="col">{words.columns.quantity}</th>
                    <th scope="col">{words.columns.base}</th>
                    <th scope="col">{words.columns.between}</th>
                    <th scope="col">{words.columns.within}</th>
                  </tr>
                </thead>
                <tbody>
                  {groups.map((each) => (
                    <tr key={each.group}>
                      <th scope="row">{nameOf(each.group)}</th>
                      <td>{formatRatio(each.quantityShare)}</td>
                      <td>{formatRatio(each.baseShare)}</td>
                      <td>{formatIndex(each.between)}</td>
                      <td>{formatIndex(each.within)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{words.total}</th>
                    <td>{formatRatio(1)}</td>
                    <td>{formatRatio(1)}</td>
                    <td>{formatIndex(split.between)}</td>
                    <td>{formatIndex(split.within)}</td>
                  </tr>
                </tfoot>
              </table>
            </div>
          </details>
          <BalanceImage
            what="epci"
            title={findingOfEpcis}
            measured={measured}
            answer={answer}
            load={async () => {
              const { drawBars } = await import('../../pictures/bars-picture.ts');
              const rows = groups.map(({ group, quantityShare, baseShare }) => ({
                name: nameOf(group),
                length: quantityShare,
                figure: formatRatio(quantityShare),
                tick: baseShare,
              }));
              const key = { bar: words.heavyHead, tick: words.heavyTick };
              return (width) => drawBars({ rows, reference: null, key }, width);
            }}
          />
        </section>
      </Part>
    </>
  );
}
