/** The files of the table, each with whom it is for. */
import { descriptorFormat, downloadFormats } from '../../../data/catalogue/download-formats.ts';
import { apiAddress } from '../../state/queries.ts';
import type { TableAddress } from '../../state/table-choices.ts';
import { tables as words } from '../../text/data-tables.ts';
import styles from './tables-tab.module.css';

interface TableFilesProps {
  readonly address: TableAddress;
  readonly hasGeometry: boolean;
}

export function TableFiles({ address: { path, parameters }, hasGeometry }: TableFilesProps) {
  const formats = downloadFormats.filter(({ needsGeometry }) => hasGeometry || !needsGeometry);
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{words.files}</h2>
      <ul className={styles.files}>
        {[...formats, descriptorFormat].map(({ id, label, use }) => (
          <li key={id} className={styles.file}>
            <a href={apiAddress(path, { ...parameters, format: id })} download aria-label={words.download(label)}>
              {label}
            </a>
            <span className={styles.use}>{use}</span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{words.preparing}</p>
    </section>
  );
}
