/**
 * A link to another view that keeps the rest of this one, without loading the page again; opens in a new tab like any
 * link. From a page of others it always does: there is no room there for another screen.
 */
import type { MouseEvent, ReactNode } from 'react';
import { leavesFrame } from '../state/frame.ts';
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
  const isAway = leavesFrame(view, change);
  const next = changeView(view, change);
  return (
    <a
      className={className}
      href={writeView(isAway ? { ...next, frame: null } : next) + (anchor === undefined ? '' : `#${anchor}`)}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      tabIndex={tabIndex}
      onClick={isAway ? undefined : follow}
      {...(isAway && { target: '_blank', rel: 'noopener' })}
    >
      {children}
    </a>
  );
}
