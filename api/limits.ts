/** Refuses at the door the addresses that nothing behind it should have to think about. */
import { ProblemError } from './problem.ts';
import { isWritable } from './writes.ts';

export const longestAddress = 2000;

/** @throws ProblemError 400, 405 or 414, in French. */
export function checkRequest(method: string, url: string): void {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method) && !isWritable(method, pathOf(url)))
    throw new ProblemError(405, `La méthode ${method.slice(0, 20)} n’est pas permise : cette adresse se lit (GET).`);
  if (url.length > longestAddress)
    throw new ProblemError(414, `L’adresse a ${url.length} caractères, ${longestAddress} au plus sont acceptés.`);
  let decoded: string;
  try {
    // A plus sign is a space in a query; it decodes to no fault, so it needs no care here.
    decoded = decodeURIComponent(url);
  } catch {
    throw new ProblemError(400, 'L’adresse contient un « % » qui n’est pas suivi d’un caractère UTF-8 bien codé.', {
      parametre: 'adresse',
      recu: shownPath(url),
      accepte: ['des caractères UTF-8 codés, comme %C3%A9 pour é'],
    });
  }
  // U+0000 is the one character that PostgreSQL refuses in a text.
  if (decoded.includes('\0'))
    throw new ProblemError(400, 'L’adresse contient un caractère nul (%00).', {
      parametre: 'adresse',
      recu: shownPath(url),
      accepte: ['tout autre caractère'],
    });
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

/** The address after the host, as received. */
function shownPath(url: string): string {
  return url.slice(url.indexOf('/', 8)).slice(0, 100);
}
