/** When copper should close in the territory, and how many premises could not yet order fibre. */
import type { Portrait } from '../../state/use-portrait.ts';
import { formatAbsence, formatCount, formatDate, formatPeriod } from '../../text/numbers.ts';
import { alertText, closure, portrait as words } from '../../text/reading.ts';
import styles from './territory-panel.module.css';

export function TerritoryCopper({ portrait }: { portrait: Portrait }) {
  const found = portrait.described['fermeture-cuivre'];
  if (!found) return null;
  const { value, answer } = found;
  const gap = portrait.figures.find(({ indicator }) => indicator === 'locaux-a-raccorder')?.values[0];
  const premises = typeof gap?.valeur === 'number' ? ` ${words.exposed(gap.valeur)}` : '';
  const isCommune = portrait.territory.niveau === 'commune';
  const exposed = portrait.described['locaux-exposes-cuivre']?.value;
  const parts = (exposed?.parts ?? []).filter((part) => (part.communes ?? 0) > 0 || part.valeur > 0);
  return (
    <section>
      <h3 className={styles.heading}>{words.copper}</h3>
      {isCommune && (
        <p className={styles.text}>
          {typeof value.valeur === 'string'
            ? words.copperOn(formatDate(value.valeur))
            : value.raison === 'non-prevu'
              ? words.copperNone
              : words.copperUnknown}
          {premises}
        </p>
      )}
      {!isCommune && value.etat === 'non-disponible' && (
        <p className={styles.text}>{words.alert(formatAbsence(value) ?? '')}</p>
      )}
      {value.alertes.map((alert) => (
        <p key={alert} className={styles.alert}>
          {words.alert(alertText(alert))}
        </p>
      ))}
      {!isCommune && parts.length > 0 && (
        <table className={styles.table}>
          <caption>{words.copperCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col" className={styles.number}>
                {words.communesColumn}
              </th>
              <th scope="col" className={styles.number}>
                {words.premises}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.cle}>
                <th scope="row">{closure.label(part.cle)}</th>
                <td className={styles.number}>{part.communes === undefined ? '' : formatCount(part.communes)}</td>
                <td className={styles.number}>{formatCount(part.valeur)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.note}>{words.calendar(formatPeriod(answer.periode))}</p>
    </section>
  );
}
