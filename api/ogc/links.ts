/** Links of the OGC API: absolute, each with its format, so that a client never has to guess. */

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  readonly title?: string;
  readonly hreflang?: 'fr';
  readonly templated?: true;
}

export const mediaTypes = {
  json: 'application/json',
  geojson: 'application/geo+json',
  html: 'text/html',
  schema: 'application/schema+json',
  openapi: 'application/vnd.oai.openapi+json;version=3.0',
  tile: 'application/vnd.mapbox-vector-tile',
} as const;

export const relations = {
  conformance: 'http://www.opengis.net/def/rel/ogc/1.0/conformance',
  queryables: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
  tilesets: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
  tilingScheme: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
  tilingSchemes: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
} as const;

export type Query = Readonly<Record<string, string | undefined>>;

/** Writes addresses below `/ogc` of an origin. */
export interface Site {
  readonly origin: string;
  /** @param path below the root: `''`, `/collections` @param query in order; what has no value is left out */
  address(path: string, query?: Query): string;
  /** The links of a resource in both its formats: itself as it was asked for, and the other. */
  both(path: string, format: 'json' | 'html', type?: string): Link[];
}

export function siteAt(origin: string): Site {
  const address = (path: string, query: Query = {}) => {
    const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
    const search = new URLSearchParams(given).toString();
    return `${origin}/ogc${path}${search && `?${search}`}`;
  };
  return {
    origin,
    address,
    both: (path, format, type = mediaTypes.json) => {
      const json = { href: address(path, { f: 'json' }), type, title: 'Ce document en JSON' };
      const html = { href: address(path, { f: 'html' }), type: mediaTypes.html, title: 'Cette page' };
      return format === 'json'
        ? [
            { rel: 'self', ...json },
            { rel: 'alternate', ...html },
          ]
        : [
            { rel: 'self', ...html },
            { rel: 'alternate', ...json },
          ];
    },
  };
}
