/** The catalogue of possible actions, by theme; what is ticked goes to the pre-selection. */
import { costScale } from '../../charts/cost-range.tsx';
import { Failure } from '../../controls/failure.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { useCatalogue } from '../../state/project-queries.ts';
import { catalogueLead, groupByTheme, themesWithout, catalogue as words } from '../../text/catalogue.ts';
import { sections } from '../../text/sections.ts';
import { CatalogueEntry } from './catalogue-entry.tsx';
import styles from './catalogue-screen.module.css';
import { ChoiceBar } from './choice-bar.tsx';

export function CatalogueScreen() {
  const { data, error } = useCatalogue();
  const sheets = data?.fiches;
  if (!sheets)
    return (
      <SectionPage title={sections.titles.catalogue}>
        {error ? <Failure message={words.failed(error.message)} /> : <p aria-busy="true">{words.waiting}</p>}
      </SectionPage>
    );
  const scale = costScale(sheets);
  const missing = themesWithout(sheets);
  return (
    <SectionPage title={sections.titles.catalogue} lead={catalogueLead(sheets)}>
      {groupByTheme(sheets).map(({ id, label, color, sheets: ofTheme }) => (
        <section key={id} aria-labelledby={`theme-${id}`} className={styles.theme}>
          <h2 id={`theme-${id}`} className={styles.name} style={{ borderTopColor: color }}>
            {label}
          </h2>
          <ul className={styles.sheets}>
            {ofTheme.map((sheet) => (
              <CatalogueEntry key={sheet.id} sheet={sheet} scale={scale} />
            ))}
          </ul>
        </section>
      ))}
      {sheets.length > 0 && missing.length > 0 && <p className={styles.missing}>{words.missingThemes(missing)}</p>}
      <ChoiceBar sheets={sheets} />
    </SectionPage>
  );
}
