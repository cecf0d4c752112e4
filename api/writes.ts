/**
 * What is written through the API: who may, how much, how often. Pages of others cannot write in a visitor's name
 * (JSON bodies only, from our own origin), and an instance that the world can reach needs a code.
 */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ProblemError } from './problem.ts';

export interface WriteSettings {
  /** Code that a participant gives; null: none is asked for, on a machine that only its user can reach. */
  readonly code: string | null;
  /** Whether anything may be written at all. */
  readonly isOpen: boolean;
}

export const longestBodyBytes = 64 * 1024;
export const writesPerMinute = 60;

/** Addresses that take a body, each with its method. */
const writable: readonly (readonly [method: string, path: RegExp])[] = [
  ['POST', /^\/api\/v1\/fiches\/[^/]+\/interets$/],
  ['POST', /^\/api\/v1\/preselections$/],
  ['PUT', /^\/api\/v1\/preselections\/[^/]+\/notes$/],
];

export function isWritable(method: string, path: string): boolean {
  return writable.some(([allowed, pattern]) => allowed === method && pattern.test(path));
}

export const writeCodeHeader = 'x-code-participation';

/**
 * @param publicUrl origin of our pages behind a proxy that does not pass the host on
 * @throws ProblemError 403, 413, 415 or 429, in French
 */
export function guardWrites({ code, isOpen }: WriteSettings, publicUrl: string | null): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: writesPerMinute, duration: 60 });
  const limitBody = bodyLimit({
    maxSize: longestBodyBytes,
    onError: () => {
      throw new ProblemError(413, `Le contenu envoyé dépasse ${longestBodyBytes / 1024} ko.`);
    },
  });
  return async (c, next) => {
    if (!isWritable(c.req.method, c.req.path)) return next();
    if (!isOpen)
      throw new ProblemError(
        403,
        'La saisie en ligne est fermée sur ce site. Pour l’ouvrir, l’administrateur définit PARTICIPATION_CODE.',
      );
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== publicUrl && hostOf(origin) !== c.req.header('host'))
      throw new ProblemError(403, 'Une autre page que les nôtres ne peut pas écrire ici.');
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      throw new ProblemError(415, 'Un contenu JSON est attendu (content-type: application/json).');
    if (code !== null && c.req.header(writeCodeHeader) !== code)
      throw new ProblemError(
        403,
        'Le code de participation est absent ou n’est pas le bon. Demandez-le à l’organisateur.',
      );
    const isWithin = await limiter.consume('writes').then(
      () => true,
      () => false,
    );
    if (!isWithin) throw new ProblemError(429, 'Trop de saisies en une minute. Réessayez dans une minute.', {}, 60);
    return limitBody(c, next);
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** @throws Error in French that names the variable */
export function parseWriteSettings(environment: NodeJS.ProcessEnv, host: string): WriteSettings {
  const code = environment.PARTICIPATION_CODE?.trim() || null;
  if (code !== null && code.length < 8)
    throw new Error('PARTICIPATION_CODE a moins de 8 caractères : choisissez un code plus long.');
  const isLoopback = /^(127\.|::1$|localhost$)/.test(host);
  return { code, isOpen: code !== null || isLoopback };
}
