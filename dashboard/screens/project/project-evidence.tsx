/** What is known of a project, from where, and since when. */
import type { Project } from '../../../api/contract-projects.ts';
import { confidenceOf, evidenceOf, projectSheet } from '../../text/project-sheet.ts';
import styles from './project-evidence.module.css';

const words = projectSheet.evidence;

export function ProjectEvidence({ project }: { project: Project }) {
  const { sentence, warning } = evidenceOf(project, new Date().toISOString().slice(0, 10));
  return (
    <section aria-labelledby="evidence-title" className={styles.evidence}>
      <h2 id="evidence-title" className={styles.heading}>
        {words.title}
      </h2>
      <p className={styles.sentence}>{sentence}</p>
      {warning !== null && <p className={styles.warning}>{warning}</p>}
      <p className={styles.detail}>{confidenceOf(project.confiance)}</p>
      <p className={styles.detail}>
        <a href={project.sourceUrl} rel="noreferrer">
          {words.sourceAt(hostOf(project.sourceUrl))}
        </a>
      </p>
      <p className={styles.address}>{project.sourceUrl}</p>
    </section>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
