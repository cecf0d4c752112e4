/**
 * Which sites may show our pages in theirs. Only addresses made for it may be framed (`?cadre=`), whoever asks: they
 * are read-only, and every other page answers `frame-ancestors 'none'`.
 */
import { findFrame } from '../data/catalogue/frames.ts';

/** Everyone, no one, or the origins listed. */
export type FramingPolicy = 'everyone' | 'no-one' | readonly string[];

/** `https://www.essonne.fr`, `http://127.0.0.1:8080`, `https://*.essonne.fr`: what a Content-Security-Policy takes. */
const originPattern = /^https?:\/\/(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i;

/** @throws Error in French that names the variable, what it holds and what is accepted. */
export function parseFramingSettings(environment: NodeJS.ProcessEnv): FramingPolicy {
  const text = environment.FRAME_ANCESTORS?.trim() || '*';
  if (text === '*') return 'everyone';
  if (text === 'none') return 'no-one';
  const origins = text.split(/[\s,]+/).filter((each) => each !== '');
  for (const origin of origins)
    if (!originPattern.test(origin))
      throw new Error(
        `FRAME_ANCESTORS : « ${origin} » n’est pas accepté, il faut « * » (tous les sites), « none » (aucun), ou des ` +
          'origines séparées par des espaces, sans chemin ni barre finale, par exemple https://www.exemple.fr.',
      );
  return origins;
}

/** @returns the sources of `frame-ancestors` for an address, `'none'` unless it is one made for a frame */
export function frameAncestors(policy: FramingPolicy, url: string): string {
  const { pathname, searchParams } = new URL(url);
  if (policy === 'no-one' || findFrame(pathname, searchParams.get('cadre')) === null) return "'none'";
  return policy === 'everyone' ? '*' : policy.join(' ');
}
