/** Who is responsible for fibre in the territory: its zone of deployment and its operators. */
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import type { Portrait } from '../../state/use-portrait.ts';
import { formatCount, formatValue, labelOf } from '../../text/numbers.ts';
import { portrait as words } from '../../text/reading.ts';
import styles from './territory-panel.module.css';

const indicator = requireIndicator('zone-reglementaire');

export function TerritoryZone({ portrait }: { portrait: Portrait }) {
  const found = portrait.described['zone-reglementaire'];
  if (!found) return null;
  const { value } = found;
  const parts = (value.parts ?? []).filter((part) => part.valeur > 0 || portrait.territory.niveau === 'commune');
  const operators = new Set(
    parts.flatMap((part) => (part.operateurs ?? []).flatMap(({ libelle }) => libelle.split(', '))),
  );
  return (
    <section>
      <h3 className={styles.heading}>{words.zone}</h3>
      {portrait.territory.niveau === 'commune' || value.etat === 'non-disponible' ? (
        <p className={styles.text}>
          {words.alert(formatValue(value, indicator, portrait.territory.niveau))}
          {operators.size > 0 && ` ${words.operators([...operators])}`}
        </p>
      ) : (
        <table className={styles.table}>
          <caption>{words.zoneCaption}</caption>
          <tbody>
            {parts.map((part) => (
              <tr key={part.cle}>
                <th scope="row">
                  {labelOf(part.cle, indicator)}
                  {part.operateurs && part.operateurs.length > 0 && (
                    <span className={styles.detail}>
                      {part.operateurs
                        .map(({ libelle, valeur }) => `${words.together(libelle)}\u00a0: ${formatCount(valeur)}`)
                        .join(' · ')}
                    </span>
                  )}
                </th>
                <td className={styles.number}>{formatCount(part.valeur)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.note}>{words.zoneVintage}</p>
    </section>
  );
}
