/** A link to another view that keeps the rest of this one, without loading the page again; opens in a new tab like any link. */
import type { MouseEvent, ReactNode } from 'react';
import { useView } from '../state/use-view.ts';
import { changeView, type View, writeView } from '../state/view.ts';

interface ScreenLinkProps {
  readonly change: Partial<View>;
  /** Id of the element to bring into sight there. */
  readonly anchor?: string;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly isCurrent?: boolean;
  /** -1 where arrows lead to it, as among the cells of a table. */
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

export function ScreenLink(props: ScreenLinkProps) {
  const { change, anchor, label, className, isCurrent = false, tabIndex, children } = props;
  const { view, choose } = useView();
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(change, anchor);
  }
  return (
    <a
      className={className}
      href={writeView(changeView(view, change)) + (anchor === undefined ? '' : `#${anchor}`)}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      tabIndex={tabIndex}
      onClick={follow}
    >
      {children}
    </a>
  );
}
