/** What goes wrong, told in French as RFC 9457 problem documents that name the parameter, what came and what is accepted. */
import type { Hook } from '@hono/zod-openapi';
import type { Env } from 'hono';
import type { z } from 'zod';
import type { Problem } from './contract.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'Demande mal formée',
  403: 'Non permis',
  404: 'Introuvable',
  405: 'Méthode non permise',
  413: 'Contenu trop long',
  414: 'Adresse trop longue',
  415: 'Type de contenu non accepté',
  416: 'Partie de fichier introuvable',
  429: 'Trop de demandes',
  500: 'Erreur du serveur',
  502: 'Service extérieur en défaut',
  503: 'Service indisponible',
};

/** Thrown by a route; `app.ts` turns it into the answer. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  /** How long to wait before asking again, where that may help. */
  readonly retryAfterSeconds: number | undefined;
  constructor(
    status: number,
    detail: string,
    what: Pick<Problem, 'parametre' | 'recu' | 'accepte'> = {},
    retryAfterSeconds?: number,
  ) {
    super(detail);
    this.retryAfterSeconds = retryAfterSeconds;
    this.problem = { type: 'about:blank', title: titles[status] ?? 'Erreur', status, detail, ...what };
  }
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** A value of a parameter that is not accepted: 400. */
export function badParameter(parametre: string, recu: string, accepte: readonly string[]): ProblemError {
  const shown = recu.length > 100 ? `${recu.slice(0, 100)}…` : recu;
  return new ProblemError(
    400,
    `Paramètre « ${parametre} » : « ${shown} » n’est pas accepté. Accepté : ${accepte.join(', ')}.`,
    {
      parametre,
      recu: shown,
      accepte: [...accepte],
    },
  );
}

/** Something named in the path that does not exist: 404. */
export function notFound(parametre: string, recu: string, accepte: readonly string[]): ProblemError {
  const list = accepte.length > 0 ? ` Accepté : ${accepte.join(', ')}.` : '';
  return new ProblemError(404, `« ${recu.slice(0, 100)} » n’existe pas (${parametre}).${list}`, {
    parametre,
    recu: recu.slice(0, 100),
    accepte: [...accepte],
  });
}

/** Makes the hook of a router: the first fault of the query becomes a problem. */
export const refuseBadQuery: Hook<unknown, Env, string, unknown> = (result, c) => {
  if (result.success) return;
  const issue = (result.error as unknown as z.ZodError).issues[0];
  if (result.target === 'json') {
    const place = issue?.path.join('.') || (issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : 'contenu');
    const what = issue?.code === 'unrecognized_keys' ? 'ce champ n’est pas connu' : (issue?.message ?? 'mal écrit');
    throw new ProblemError(400, `Champ « ${place.slice(0, 100)} » : ${what}.`, { parametre: place.slice(0, 100) });
  }
  const received = c.req.queries();
  if (issue?.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    const shown = name.slice(0, 100);
    throw new ProblemError(400, `Paramètre « ${shown} » inconnu de cette adresse. Accepté : ${issue.message}.`, {
      parametre: shown,
      recu: (received[name]?.[0] ?? '').slice(0, 100),
      accepte: issue.message.split(', '),
    });
  }
  const name = String(issue?.path[0] ?? '');
  const values = received[name] ?? [];
  if (values.length > 1)
    throw new ProblemError(400, `Paramètre « ${name} » donné ${values.length} fois : il en faut un seul.`, {
      parametre: name,
      recu: values.join(', ').slice(0, 100),
      accepte: ['une seule valeur'],
    });
  const accepted =
    issue?.code === 'invalid_value' ? issue.values.map(String) : [issue?.message ?? 'une valeur bien écrite'];
  throw badParameter(name, values[0] ?? '', accepted);
};
