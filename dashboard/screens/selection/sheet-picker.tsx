/** Every sheet of the catalogue, by theme, to tick. */
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { Checkbox } from '../../controls/checkbox.tsx';
import { toggleChosen } from '../../state/project-filters.ts';
import { useProjectFilters } from '../../state/use-project-filters.ts';
import { catalogue, groupByTheme } from '../../text/catalogue.ts';
import { composition as words } from '../../text/selection.ts';
import styles from './sheet-picker.module.css';

export function SheetPicker({ sheets }: { sheets: readonly CatalogueSheet[] }) {
  const { filters, change } = useProjectFilters();
  if (sheets.length === 0) return <p>{catalogue.empty}</p>;
  return (
    <fieldset className={styles.picker}>
      <legend className="visually-hidden">{words.addSheet}</legend>
      {groupByTheme(sheets).map(({ id: theme, label, color, sheets: ofTheme }) => (
        <div key={theme} className={styles.theme} style={{ borderLeftColor: color }}>
          <p className={styles.name}>{label}</p>
          {ofTheme.map(({ id, titre, statut }) => (
            <Checkbox
              key={id}
              isSelected={filters.chosen.includes(id)}
              onChange={() => change(({ chosen }) => ({ chosen: toggleChosen(chosen, id) }))}
            >
              <span>
                {titre}
                {statut === 'exemple' && <span className={styles.example}>{words.exampleAfter}</span>}
              </span>
            </Checkbox>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
