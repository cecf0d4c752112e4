/** JSON or a page: what `f` says, else what `Accept` prefers, else JSON. Nothing that a client may accept is refused. */
import { parseAccept } from 'hono/utils/accept';
import { badParameter } from '../problem.ts';
import { type Format, formats } from './parameters.ts';

/** A map, for what is looked up in it comes from a header: an object would know `__proto__`. */
const written: ReadonlyMap<string, Format> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/json', 'json'],
  ['application/geo+json', 'json'],
  ['application/schema+json', 'json'],
  ['application/vnd.oai.openapi+json', 'json'],
  ['application/*', 'json'],
  ['*/*', 'json'],
]);

/** @throws ProblemError 400 for an unknown `f` */
export function chooseFormat(url: string, accept: string | undefined): Format {
  const asked = new URL(url).searchParams.get('f');
  if (asked !== null) {
    const format = formats.find((one) => one === asked);
    if (!format) throw badParameter('f', asked, formats);
    return format;
  }
  // Sorted by weight, the order of the header kept between equals.
  for (const { type, q } of parseAccept(accept ?? ''))
    if (q > 0) {
      const format = written.get(type.toLowerCase());
      if (format) return format;
    }
  return 'json';
}
