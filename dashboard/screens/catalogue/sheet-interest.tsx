/** Who is interested in a sheet, by EPCI, and the form to declare it. */
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { interestSentence, interest as words } from '../../text/catalogue.ts';
import { formatCount } from '../../text/numbers.ts';
import { InterestForm } from './interest-form.tsx';
import styles from './sheet-interest.module.css';

export function SheetInterest({ sheet: { id, interets } }: { sheet: CatalogueSheet }) {
  const rows = [...interets].sort((a, b) => b.nombre - a.nombre || a.nom.localeCompare(b.nom, 'fr'));
  const most = rows[0]?.nombre ?? 0;
  return (
    <section aria-labelledby="interest" className={styles.interest}>
      <div className={styles.told}>
        <h2 id="interest">{words.title}</h2>
        <p className={styles.sentence}>{interestSentence(interets)}</p>
        {rows.length > 0 && (
          <ul className={styles.bars}>
            {rows.map(({ epci, nom, nombre }) => (
              <li key={epci ?? ''}>
                <span>{epci === null ? words.outside : nom || epci}</span>
                <span className={styles.count}>{formatCount(nombre)}</span>
                <span className={styles.bar} aria-hidden="true" style={{ width: `${(100 * nombre) / most}%` }} />
              </li>
            ))}
          </ul>
        )}
        <p className={styles.note}>{words.unverified}</p>
      </div>
      <InterestForm sheet={id} />
    </section>
  );
}
