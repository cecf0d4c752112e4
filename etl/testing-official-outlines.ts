/** Outlines as the two publishers serve them: by département, or of the whole country. Those of other départements are invented. */
import type { Feature } from 'geojson';
import type { Cog } from './membership.ts';
import { wrap } from './testing-files.ts';
import type { Play } from './testing-server.ts';

/** A square of its own for each commune, in the order of the codes, two hundred a row, in the south of France. */
export function inventedOutlines(communes: readonly string[]): Feature[] {
  return communes.toSorted().map((code, i) => {
    const [west, south] = [5 + (i % 200) / 100, 43 + Math.floor(i / 200) / 100];
    const ring = [
      [west, south],
      [west + 0.008, south],
      [west + 0.008, south + 0.008],
      [west, south + 0.008],
      [west, south],
    ];
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
}

const collection = (features: readonly unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

/** @param outside communes of straddling EPCI, by their département */
export function playOutlines(
  departement: string,
  own: readonly unknown[],
  outside: ReadonlyMap<string, readonly string[]>,
): Map<string, Play> {
  const address = (of: string) =>
    `/geo/departements/${of}/communes?fields=code,nom,codeEpci&format=geojson&geometry=contour`;
  const all = inventedOutlines([...outside.values()].flat());
  return new Map<string, Play>([
    [address(departement), { body: collection(own) }],
    ...[...outside].map(([of, communes]): [string, Play] => {
      const features = all.filter(({ properties }) => communes.includes(properties?.code));
      return [address(of), { body: collection(features) }];
    }),
  ]);
}

/** Every commune of the COG, as one compressed file. */
export function playNationalOutlines({ communes }: Cog): Map<string, Play> {
  const body = wrap({ wrapping: 'gzip' }, Buffer.from(collection(inventedOutlines([...communes.keys()]))));
  return new Map([['/etalab/contours-administratifs/2025/geojson/communes-100m.geojson.gz', { body }]]);
}
