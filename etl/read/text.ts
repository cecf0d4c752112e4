/** Bytes → text, refusing what is not the file that was expected: whole, or as it comes. */
import { ReadingError } from '../reading-error.ts';

export type Encoding = 'utf-8' | 'windows-1252';

/** @throws ReadingError for an empty file, bytes that are not of the encoding, or a web page. */
export function readText(name: string, bytes: Uint8Array, encoding: Encoding = 'utf-8'): string {
  const decoder = makeDecoder(name, encoding);
  return decoder.take(bytes) + decoder.end();
}

/** The same, chunk by chunk. */
export async function* decodeText(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<string> {
  const decoder = makeDecoder(name, encoding);
  for await (const chunk of chunks) yield decoder.take(chunk);
  yield decoder.end();
}

/** `take` and `end` throw a ReadingError that names the line. */
function makeDecoder(name: string, encoding: Encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let linesBefore = 0;
  let isBlank = true;
  return {
    take: (chunk: Uint8Array): string => {
      let text: string;
      try {
        text = decoder.decode(chunk, { stream: true });
      } catch (cause) {
        throw new ReadingError(
          `${name}, ligne ${linesBefore + lineOfFirstBadByte(chunk)} : le fichier n’est pas en UTF-8 (latin-1 ?). Enregistrez-le en UTF-8, ou reprenez le fichier officiel.`,
          { cause },
        );
      }
      if (isBlank) refuseWebPage(name, text);
      if (isBlank && text.trim() !== '') isBlank = false;
      linesBefore += countNewlines(chunk);
      return text;
    },
    end: (): string => {
      if (isBlank) throw new ReadingError(`${name} : fichier vide. Téléchargez-le de nouveau.`);
      try {
        return decoder.decode();
      } catch (cause) {
        throw new ReadingError(
          `${name}, ligne ${linesBefore + 1} : le fichier s’arrête au milieu d’un caractère, il est tronqué. Téléchargez-le de nouveau.`,
          { cause },
        );
      }
    },
  };
}

function refuseWebPage(name: string, text: string): void {
  if (!/^\s*<(!doctype|html|\?xml)/i.test(text)) return;
  throw new ReadingError(
    `${name} : c’est une page web, pas un fichier de données (adresse changée ou site en panne ?). Téléchargez-le de nouveau.`,
  );
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
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
