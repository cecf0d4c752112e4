/** Parses the part of the environment that says where the program listens. */

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
}

/** @throws Error in French that names the variable, what it holds and what is accepted. */
export function parseServerSettings(environment: NodeJS.ProcessEnv): ServerSettings {
  const host = environment.HOST || '127.0.0.1';
  if (/[\s/]/.test(host)) throw new Error(`HOST : « ${host} » n’est pas un nom ni une adresse de machine.`);
  const port = environment.PORT || '3000';
  if (!/^(0|[1-9]\d{0,4})$/.test(port) || Number(port) > 65_535)
    throw new Error(`PORT : « ${port} » n’est pas accepté, il faut un entier de 0 à 65535 (0 : un port libre).`);
  return { host, port: Number(port) };
}
