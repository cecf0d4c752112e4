/** The one button of the house; the main one of a form is filled, a quiet one is bare. */
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface HouseButtonProps extends ButtonProps {
  readonly isQuiet?: boolean;
  readonly isMain?: boolean;
}

export function Button({ isQuiet = false, isMain = false, ...props }: HouseButtonProps) {
  return <AriaButton {...props} className={(isMain ? styles.main : isQuiet ? styles.quiet : styles.button) ?? ''} />;
}
