/** Bytes → text, refusing what is not the UTF-8 file that was expected. */
import { ReadingError } from '../reading-error.ts';

/** @throws ReadingError for an empty file, bytes that are not UTF-8, or a web page. */
export function readText(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ReadingError(`${name} : fichier vide. Téléchargez-le de nouveau.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const line = lineOfFirstBadByte(bytes);
    if (endsInsideCharacter(bytes))
      throw new ReadingError(
        `${name}, ligne ${line} : le fichier s’arrête au milieu d’un caractère, il est tronqué. Téléchargez-le de nouveau.`,
        { cause },
      );
    throw new ReadingError(
      `${name}, ligne ${line} : le fichier n’est pas en UTF-8 (latin-1 ?). Enregistrez-le en UTF-8, ou reprenez le fichier officiel.`,
      { cause },
    );
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(text))
    throw new ReadingError(
      `${name} : c’est une page web, pas un fichier de données (adresse changée ou site en panne ?). Téléchargez-le de nouveau.`,
    );
  if (text.trim() === '') throw new ReadingError(`${name} : fichier vide. Téléchargez-le de nouveau.`);
  return text;
}

/** Whether all is UTF-8 but for a last character that lacks its end. */
function endsInsideCharacter(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Decodes line by line until one fails, to say where the trouble starts. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); start < bytes.length; end = bytes.indexOf(10, start)) {
    const stop = end < 0 ? bytes.length : end;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    if (end < 0) break;
    start = stop + 1;
    line++;
  }
  return line;
}
