/** A link to another screen that keeps the rest of the view; opens in a new tab like any link. */
import type { MouseEvent, ReactNode } from 'react';
import styles from '../app.module.css';
import { useView } from '../state/use-view.ts';
import { type Screen, writeView } from '../state/view.ts';

export function NavigationLink({ screen, children }: { screen: Screen; children: ReactNode }) {
  const { view, choose } = useView();
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose({ screen });
  }
  return (
    <a
      className={styles.link}
      href={writeView({ ...view, screen })}
      aria-current={view.screen === screen ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
