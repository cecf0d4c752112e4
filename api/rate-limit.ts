/**
 * How many requests a client may make in a minute, so that a robot takes nobody's place. Tiles and the files of the
 * dashboard cost next to nothing and are not counted.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from './problem.ts';

export interface RateSettings {
  /** Of one client, for all counted addresses together; null: no limit. */
  readonly requestsPerMinute: number | null;
  /** Header in which a proxy that we trust writes the client's address; null: clients reach us without one. */
  readonly clientHeader: string | null;
}

const counted = /^\/(api\/v1|ogc|schemas)(\/|$)|^\/(catalogue\.jsonld|[a-z-]+\.atom|sitemap\.xml)$/;
const minuteSeconds = 60;

/** @throws ProblemError 429 with `Retry-After`, in French */
export function limitRequests({ requestsPerMinute, clientHeader }: RateSettings): MiddlewareHandler {
  if (requestsPerMinute === null) return (_, next) => next();
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: minuteSeconds });
  return async (c, next) => {
    if (!counted.test(c.req.path)) return next();
    const client = clientOf(c, clientHeader);
    // Asked without a connection, by ourselves.
    if (client === null) return next();
    const state = await limiter.consume(client).catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return refusal;
      throw refusal;
    });
    const waitSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
    if (state.consumedPoints > requestsPerMinute)
      throw new ProblemError(
        429,
        `Plus de ${requestsPerMinute} demandes en une minute. Réessayez dans ${waitSeconds} s ; pour tout lire, un fichier (paramètre « format ») coûte une seule demande.`,
        {},
        waitSeconds,
      );
    await next();
    c.res.headers.set('ratelimit-limit', String(requestsPerMinute));
    c.res.headers.set('ratelimit-remaining', String(state.remainingPoints));
    c.res.headers.set('ratelimit-reset', String(waitSeconds));
  };
}

/** The last address of the header is the one that the proxy itself saw: a client can write the others. */
function clientOf(c: Context, clientHeader: string | null): string | null {
  const told = clientHeader === null ? undefined : c.req.header(clientHeader)?.split(',').at(-1)?.trim();
  if (told) return told;
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null;
  }
}

/** @throws Error in French that names the variable */
export function parseRateSettings(environment: NodeJS.ProcessEnv): RateSettings {
  const most = environment.REQUESTS_PER_MINUTE?.trim() || '600';
  if (!/^(0|[1-9]\d{0,6})$/.test(most))
    throw new Error(`REQUESTS_PER_MINUTE : « ${most} » n’est pas accepté, il faut un entier (0 : pas de limite).`);
  const header = environment.CLIENT_ADDRESS_HEADER?.trim().toLowerCase() || null;
  if (header !== null && !/^[a-z][a-z0-9-]{0,60}$/.test(header))
    throw new Error(`CLIENT_ADDRESS_HEADER : « ${header} » n’est pas un nom d’en-tête, comme x-forwarded-for.`);
  return { requestsPerMinute: Number(most) || null, clientHeader: header };
}
