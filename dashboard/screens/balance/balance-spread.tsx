/** How concentrated what is missing is: the Lorenz curve, and the communes that weigh most, each with its table. */
import type { IndicatorId } from '../../../data/catalogue/catalogue.ts';
import { LorenzCurve } from '../../charts/lorenz-curve.tsx';
import { SharePairs } from '../../charts/share-pairs.tsx';
import { Definition } from '../../controls/definition.tsx';
import { Part } from '../../controls/part.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { findingOfCurve, formatIndex, balance as words } from '../../text/balance.ts';
import { formatRatio } from '../../text/numbers.ts';
import { BalanceImage } from './balance-image.tsx';
import styles from './balance-screen.module.css';
import { shareAt } from './read-balance.ts';
import type { Balance } from './use-balance.ts';

const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

interface SpreadProps {
  readonly found: Balance;
  readonly measured: IndicatorId;
}

export function CurveSection({ found, measured }: SpreadProps) {
  const { figures, answer } = found;
  const { half, curve } = figures;
  const mark = half && { base: 1 - half.baseShare, quantity: 1 - half.quantityShare, label: words.mark(half.communes) };
  const told = { ...words.axes, diagonal: words.diagonal, curve: words.curve };
  return (
    <Part id="courbe">
      <section aria-labelledby="curve-title">
        <h2 id="curve-title" className={styles.heading}>
          {findingOfCurve(figures)}
        </h2>
        <LorenzCurve points={curve} words={told} mark={mark} />
        <div className={styles.under}>
          <details className={styles.details}>
            <summary>{words.table}</summary>
            <table className={styles.table}>
              <caption className="visually-hidden">{words.axes.base}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columns.base}</th>
                  <th scope="col">{words.columns.quantity}</th>
                </tr>
              </thead>
              <tbody>
                {tenths.map((base) => (
                  <tr key={base}>
                    <th scope="row">{formatRatio(base)}</th>
                    <td>{formatRatio(shareAt(curve, base))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
          <Definition term="Courbe de Lorenz" />
          <BalanceImage
            what="courbe"
            title={findingOfCurve(figures)}
            measured={measured}
            answer={answer}
            load={async () => {
              const { drawLorenz } = await import('../../pictures/lorenz-picture.ts');
              return (width) => drawLorenz({ points: curve, mark, words: told }, width);
            }}
          />
        </div>
      </section>
    </Part>
  );
}

/** Indicator of the map on which a commune is opened: the rate shows where it stands. */
const shownOnMap = (measured: IndicatorId): IndicatorId =>
  measured === 'locaux-a-raccorder' ? 'couverture-ftth' : measured;

export function CommunesSection({ found, measured }: SpreadProps) {
  const rows = found.figures.heaviest;
  const nameOf = (code: string) => found.communes.get(code)?.nom ?? code;
  return (
    <Part id="communes">
      <section aria-labelledby="communes-title">
        <h2 id="communes-title" className={styles.heading}>
          {words.heaviest}
        </h2>
        <p className={styles.note}>{words.heaviestNote}</p>
        <SharePairs
          words={{ bar: words.heavyHead, tick: words.heavyTick }}
          rows={rows.map(({ code, quantityShare, baseShare }) => ({
            key: code,
            bar: quantityShare,
            tick: baseShare,
            figure: formatRatio(quantityShare),
            tickFigure: formatRatio(baseShare),
            name: (
              <ScreenLink
                className={styles.link}
                change={{
                  screen: 'map',
                  indicator: shownOnMap(measured),
                  level: 'commune',
                  territory: { level: 'commune', code },
                }}
              >
                {nameOf(code)}
              </ScreenLink>
            ),
          }))}
        />
        <details className={styles.details}>
          <summary>{words.table}</summary>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption className="visually-hidden">{words.heaviest}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columns.commune}</th>
                  <th scope="col">{words.columns.quantity}</th>
                  <th scope="col">{words.columns.base}</th>
                  <th scope="col">{words.columns.contribution}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ code, quantityShare, baseShare, contribution }) => (
                  <tr key={code}>
                    <th scope="row">{nameOf(code)}</th>
                    <td>{formatRatio(quantityShare)}</td>
                    <td>{formatRatio(baseShare)}</td>
                    <td>{formatIndex(contribution)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
        <BalanceImage
          what="communes"
          title={words.heaviest}
          measured={measured}
          answer={found.answer}
          load={async () => {
            const { drawBars } = await import('../../pictures/bars-picture.ts');
            const drawn = rows.map(({ code, quantityShare, baseShare }) => ({
              name: nameOf(code),
              length: quantityShare,
              figure: formatRatio(quantityShare),
              tick: baseShare,
            }));
            const key = { bar: words.heavyHead, tick: words.heavyTick };
            return (width) => drawBars({ rows: drawn, reference: null, key }, width);
          }}
        />
      </section>
    </Part>
  );
}
