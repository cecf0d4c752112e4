/** The one button of the house. */
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

export function Button({ isQuiet = false, ...props }: ButtonProps & { isQuiet?: boolean }) {
  return <AriaButton {...props} className={(isQuiet ? styles.quiet : styles.button) ?? ''} />;
}
