/** Says that a sheet is an example. */
import { catalogue } from '../../text/catalogue.ts';
import styles from './example-mark.module.css';

export function ExampleMark() {
  return <p className={styles.mark}>{catalogue.example}</p>;
}
