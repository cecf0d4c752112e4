/** The lines that show a view in another page. */
import type { FramePart } from '../../data/catalogue/frames.ts';
import { type View, writeView } from './view.ts';

/** Room that each asks for, in pixels, its footer included. */
const heightsPx: Partial<Record<FramePart, number>> = {
  historique: 340,
  partage: 360,
  courbe: 760,
  carte: 680,
  calendrier: 620,
};
const usualHeightPx = 700;
export const heightBoundsPx = { least: 240, most: 2000 } as const;

export function usualHeight(part: FramePart): number {
  return heightsPx[part] ?? usualHeightPx;
}

/** Address of the view, or of one part of it, made to stand in a frame. */
export function frameAddress(view: View, part: FramePart, origin: string): string {
  return origin + writeView({ ...view, frame: part });
}

/** @param title said by screen readers when they reach the frame */
export function embedSnippet(address: string, title: string, heightPx: number): string {
  return `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" width="100%" height="${heightPx}" loading="lazy" style="border: 0"></iframe>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
