/** Our font inside a picture, so that a title reads the same wherever the file is opened; programs without web fonts use theirs. */
import fontUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';

let held: Promise<string> | null = null;

/** @returns the picture with the font as data; as it is when the font does not come */
export async function embedFont(svg: string): Promise<string> {
  held ??= fetchFont();
  const data = await held.catch(() => null);
  if (data === null) {
    held = null;
    return svg;
  }
  const face = `@font-face{font-family:'Atkinson Hyperlegible Next Variable';font-weight:200 800;src:url(data:font/woff2;base64,${data}) format('woff2')}`;
  return svg.replace('<rect', `<style>${face}</style><rect`);
}

async function fetchFont(): Promise<string> {
  const response = await fetch(fontUrl);
  if (!response.ok) throw new Error(`font: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
