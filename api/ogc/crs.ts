/** The coordinate systems that features are given in, and that a box may be written in. */

export interface Crs {
  /** As written in addresses and headers. */
  readonly uri: string;
  readonly label: string;
  readonly srid: number;
  /** Latitude comes first, as the EPSG registry says of 4326. */
  readonly isLatitudeFirst: boolean;
  readonly isDegrees: boolean;
  /** Decimals of a coordinate: 0.1 mm or finer. */
  readonly digits: number;
  /** Where the system is made for, in its units, x first: a box is cut to it before it is transformed. */
  readonly extent: readonly [number, number, number, number];
}

const degrees = { srid: 4326, isDegrees: true, digits: 7, extent: [-180, -90, 180, 90] } as const;
const metres = { isLatitudeFirst: false, isDegrees: false, digits: 3 } as const;
const mercatorEdge = 20_037_508.342_789_244;

export const crs84: Crs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  label: 'WGS 84, longitude puis latitude (degrés)',
  isLatitudeFirst: false,
  ...degrees,
};

export const systems: readonly Crs[] = [
  crs84,
  {
    uri: 'http://www.opengis.net/def/crs/EPSG/0/4326',
    label: 'WGS 84, latitude puis longitude (degrés)',
    isLatitudeFirst: true,
    ...degrees,
  },
  {
    uri: 'http://www.opengis.net/def/crs/EPSG/0/2154',
    label: 'Lambert-93 (mètres)',
    srid: 2154,
    ...metres,
    extent: [-500_000, 5_500_000, 1_800_000, 7_800_000],
  },
  {
    uri: 'http://www.opengis.net/def/crs/EPSG/0/3857',
    label: 'Web Mercator (mètres)',
    srid: 3857,
    ...metres,
    extent: [-mercatorEdge, -mercatorEdge, mercatorEdge, mercatorEdge],
  },
];

export const systemUris = systems.map(({ uri }) => uri);

export function findCrs(uri: string): Crs | undefined {
  return systems.find((one) => one.uri === uri);
}
