/** The chosen projects side by side, one a row; each leads to its block below. */
import type { Project } from '../../../api/contract-projects.ts';
import { completenessOf } from '../../../data/analysis/project-completeness.ts';
import { fundersOf, lastEvidence, monthsSince } from '../../../data/analysis/project-facts.ts';
import { Button } from '../../controls/button.tsx';
import { ThemeMark } from '../../controls/theme-mark.tsx';
import { formatEuros, formatPartialDate } from '../../text/numbers.ts';
import { ageWords, summary as words } from '../../text/project-summary.ts';
import { type NameOf, phaseLabel, projectDates, projectPlace } from '../../text/projects.ts';
import styles from './comparison-table.module.css';

interface ComparisonTableProps {
  readonly projects: readonly Project[];
  readonly nameOf: NameOf;
  readonly today: Date;
  readonly onRemove: (id: string) => void;
}

export function ComparisonTable({ projects, nameOf, today, onRemove }: ComparisonTableProps) {
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with the keyboard
    <section className={styles.scroll} aria-label={words.tableTitle} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.tableTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.rank}</th>
            <th scope="col">{columns.project}</th>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.phase}</th>
            <th scope="col" className={styles.figure}>
              {columns.budget}
            </th>
            <th scope="col">{columns.funders}</th>
            <th scope="col">{columns.complete}</th>
            <th scope="col">{columns.evidence}</th>
            <th scope="col" className={styles.action}>
              {columns.action}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project, rank) => (
            <Row
              key={project.id}
              project={project}
              rank={rank + 1}
              nameOf={nameOf}
              today={today}
              onRemove={() => onRemove(project.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly project: Project;
  readonly rank: number;
  readonly nameOf: NameOf;
  readonly today: Date;
  readonly onRemove: () => void;
}

function Row({ project, rank, nameOf, today, onRemove }: RowProps) {
  const { met, total } = completenessOf(project);
  const evidence = lastEvidence(project);
  return (
    <tr>
      <td>{rank}</td>
      <th scope="row" className={styles.project}>
        <a href={`#fiche-${project.id}`}>{project.titre}</a>
        <span className={styles.carrier}>{project.porteur}</span>
        <span className={styles.theme}>
          <ThemeMark theme={project.theme} />
        </span>
      </th>
      <td>{projectPlace(project, nameOf)}</td>
      <td>
        {phaseLabel(project.phase)}
        <span className={styles.minor}>{projectDates(project) ?? words.noDates}</span>
      </td>
      <td className={styles.figure}>{known(project.budgetEuros === null ? null : formatEuros(project.budgetEuros))}</td>
      <td>{known(fundersOf(project).join(', ') || null)}</td>
      <td>
        {words.complete(met, total)}
        <span aria-hidden="true" className={styles.gauge}>
          <span style={{ width: `${(100 * met) / total}%` }} />
        </span>
      </td>
      <td>
        {known(evidence === null ? null : formatPartialDate(evidence), words.undated)}
        {evidence !== null && (
          <span className={styles.minor}>{ageWords(monthsSince(evidence, today.toISOString().slice(0, 10)))}</span>
        )}
      </td>
      <td className={styles.action}>
        <Button isQuiet aria-label={words.removeThis(project.titre)} onPress={onRemove}>
          {words.remove}
        </Button>
      </td>
    </tr>
  );
}

function known(text: string | null, otherwise: string = words.unknown) {
  return text ?? <span className={styles.unknown}>{otherwise}</span>;
}
