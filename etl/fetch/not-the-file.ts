/** What a server answers in place of the file that was asked for. */
import { ReadingError } from '../reading-error.ts';

export const whatToDo = 'L’adresse a changé ? Voyez la page de la source, ou donnez le fichier avec --from.';

export const absent = (url: string, answer: string) =>
  new ReadingError(`${url} : ${answer} (il n’y a pas de fichier à cette adresse). ${whatToDo}`, { isAbsent: true });

/** A page that says « erreur » or « maintenance » with status 200 would pass for the file. */
export function refuseWebPage(url: string, headers: Headers, first: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(first.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (!/^\s*<(!doctype html|html)/i.test(start) && !headers.get('content-type')?.startsWith('text/html')) return;
  throw new ReadingError(
    `${url} : c’est une page web, pas un fichier de données (adresse changée ou site en panne ?). Réessayez plus tard, ou donnez le fichier avec --from.`,
  );
}
