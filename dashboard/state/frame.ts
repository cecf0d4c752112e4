/** What a view shows in a page of others. Pure, as the view is. */
import { type FramePart, findFrame } from '../../data/catalogue/frames.ts';
import { changeView, type View, writePath } from './view.ts';

/** What stands in the frame; null: an ordinary page, as is one that may not be framed, or a part of another page. */
export function frameOf(view: View): FramePart | null {
  return findFrame(writePath(view), view.frame);
}

/** Whether a change shows something else than what stands in the frame, so that it belongs to the whole view. */
export function leavesFrame(view: View, change: Partial<View>): boolean {
  const frame = frameOf(view);
  if (frame === null) return false;
  const next = changeView(view, change);
  if (next.screen !== view.screen || next.item !== view.item) return true;
  return frame !== 'page' && (next.territory !== view.territory || next.tab !== view.tab);
}
