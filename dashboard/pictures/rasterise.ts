/** A vector picture as a PNG, drawn by the browser at twice its size: sharp on A5 at 300 dots per inch. */
import type { Picture } from './plate.ts';

const density = 2;

/** @throws Error when the browser cannot draw it */
export async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image(width * density, height * density);
  // A blob: address would need a wider Content-Security-Policy.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = height * density;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
  );
}
