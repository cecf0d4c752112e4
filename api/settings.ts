/** Parses the part of the environment that says where the program listens, and which service computes travel times. */

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  /** Where people reach the program, behind a proxy: an origin without a final slash. null: what each request asks for. */
  readonly publicUrl: string | null;
  /** Who publishes, as the catalogue for harvesters says it. */
  readonly publisher: string;
}

export const defaultPublisher = 'Observatoire de la présence numérique';

/** @throws Error in French that names the variable, what it holds and what is accepted. */
export function parseServerSettings(environment: NodeJS.ProcessEnv): ServerSettings {
  const host = environment.HOST || '127.0.0.1';
  if (/[\s/]/.test(host)) throw new Error(`HOST : « ${host} » n’est pas un nom ni une adresse de machine.`);
  const port = environment.PORT || '3000';
  if (!/^(0|[1-9]\d{0,4})$/.test(port) || Number(port) > 65_535)
    throw new Error(`PORT : « ${port} » n’est pas accepté, il faut un entier de 0 à 65535 (0 : un port libre).`);
  return {
    host,
    port: Number(port),
    publicUrl: parsePublicUrl(environment.PUBLIC_URL?.trim() || null),
    publisher: environment.PUBLISHER_NAME?.trim() || defaultPublisher,
  };
}

function parsePublicUrl(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin)
    throw new Error(
      `PUBLIC_URL : « ${text} » n’est pas accepté, il faut une origine comme https://observatoire.example, sans chemin ni paramètre.`,
    );
  return url.origin;
}

export interface IsochroneSettings {
  readonly url: URL;
  /** Requests a second: the Géoplateforme takes five, a server of one's own as many as it can. */
  readonly perSecond: number;
}

/**
 * The service of isochrones.
 * @returns null: none, and nothing is ever requested.
 * @throws Error in French that names the variable, what it holds and what is accepted.
 */
export function parseIsochroneSettings(environment: NodeJS.ProcessEnv): IsochroneSettings | null {
  const text = environment.ISOCHRONE_URL || '';
  const rate = environment.ISOCHRONE_PER_SECOND || '5';
  if (!/^[1-9]\d{0,2}$/.test(rate))
    throw new Error(
      `ISOCHRONE_PER_SECOND : « ${rate.slice(0, 200)} » n’est pas accepté, il faut un entier de 1 à 999.`,
    );
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new Error(
      `ISOCHRONE_URL : « ${text.slice(0, 200)} » n’est pas l’adresse d’un service (http ou https), comme https://data.geopf.fr/navigation/isochrone.`,
    );
  return { url, perSecond: Number(rate) };
}
