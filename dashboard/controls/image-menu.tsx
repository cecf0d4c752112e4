/** “Image”: a map or a chart as a file, PNG or SVG, with its title, legend, sources and date. */
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Picture } from '../pictures/plate.ts';
import { useFrame } from '../state/use-frame.ts';
import { picture as words } from '../text/pictures.ts';
import { Button } from './button.tsx';
import styles from './image-menu.module.css';

interface ImageMenuProps {
  /** Of the file, without its extension. */
  readonly fileName: string;
  /** What the picture is of, for those who hear the button among others. */
  readonly subject?: string;
  readonly draw: () => Picture | Promise<Picture>;
}

export function ImageMenu({ fileName, subject, draw }: ImageMenuProps) {
  const { part } = useFrame();
  const [state, setState] = useState<'ready' | 'waiting' | 'failed'>('ready');
  async function save(format: 'png' | 'svg') {
    setState('waiting');
    try {
      const [{ embedFont }, { toPng }, plain] = await Promise.all([
        import('../pictures/font.ts'),
        import('../pictures/rasterise.ts'),
        draw(),
      ]);
      const picture = { ...plain, svg: await embedFont(plain.svg) };
      const blob = format === 'png' ? await toPng(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
      download(blob, `${fileName}.${format}`);
      setState('ready');
    } catch {
      setState('failed');
    }
  }
  if (part !== null) return null;
  const label = { ready: words.menu, waiting: words.waiting, failed: words.failed }[state];
  return (
    <MenuTrigger>
      <Button isQuiet {...(subject && state === 'ready' && { 'aria-label': `${words.menu}\u00a0: ${subject}` })}>
        <span aria-live="polite">{label}</span> <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={words.menu}
          onAction={(format) => save(format === 'svg' ? 'svg' : 'png')}
        >
          {(['png', 'svg'] as const).map((format) => (
            <MenuItem key={format} id={format} className={styles.item ?? ''}>
              {words.formats[format]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read it by the next turn, and may still be reading: it is let go later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
