/** A part of a screen that can stand alone in a page of others: when one is asked for, it is drawn there and the rest is not. */
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { FramePart } from '../../data/catalogue/frames.ts';
import { useFrame } from '../state/use-frame.ts';

export function Part({ id, children }: { id: FramePart; children: ReactNode }) {
  const { part, target, shown } = useFrame();
  useEffect(() => {
    shown.add(id);
    return () => {
      shown.delete(id);
    };
  }, [id, shown]);
  if (part === null || part === 'page') return children;
  return part === id && target ? createPortal(children, target) : null;
}
