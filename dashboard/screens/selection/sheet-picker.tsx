/** Every sheet of the catalogue, by theme, to tick. */
import type { CatalogueSheet } from '../../../api/contract-projects.ts';
import { Tick } from '../../controls/tick.tsx';
import { toggleChosen } from '../../state/project-filters.ts';
import { useView } from '../../state/use-view.ts';
import { catalogue, groupByTheme } from '../../text/catalogue.ts';
import { composition as words } from '../../text/selection.ts';
import styles from './sheet-picker.module.css';

export function SheetPicker({ sheets }: { sheets: readonly CatalogueSheet[] }) {
  const { view, choose } = useView();
  const { projects } = view;
  if (sheets.length === 0) return <p>{catalogue.empty}</p>;
  return (
    <fieldset className={styles.picker}>
      <legend className="visually-hidden">{words.addSheet}</legend>
      {groupByTheme(sheets).map(({ id: theme, label, color, sheets: ofTheme }) => (
        <div key={theme} className={styles.theme} style={{ borderLeftColor: color }}>
          <p className={styles.name}>{label}</p>
          {ofTheme.map(({ id, titre, statut }) => (
            <Tick
              key={id}
              isTicked={projects.chosen.includes(id)}
              onTick={() => choose({ projects: { ...projects, chosen: toggleChosen(projects.chosen, id) } })}
            >
              {titre}
              {statut === 'exemple' && <span className={styles.example}>{words.exampleAfter}</span>}
            </Tick>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
