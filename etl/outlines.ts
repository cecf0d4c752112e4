/**
 * Outlines of communes → territories: EPCI and the département are dissolved on the topology, in TypeScript, so that
 * both engines hold the same geometry. Coordinates are degrees (EPSG:4326), rounded to 1e-5.
 */
import { group } from 'd3-array';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import type { Queryable, SqlValue } from '../data/database/port.ts';
import type { Member, Membership } from './membership.ts';
import { toEpciName, toEptName } from './territory-names.ts';

export type Outline = Polygon | MultiPolygon;

export interface Outlines {
  /** COG code → outline, of the communes loaded, and of outside ones of their EPCI where they are known. */
  readonly communes: ReadonlyMap<string, Outline>;
  /** SIREN of an EPCI or an EPT → its whole outline, where it is published as such. */
  readonly whole: ReadonlyMap<string, Outline>;
}

export interface Territory {
  readonly level: 'commune' | 'epci' | 'departement';
  readonly code: string;
  readonly name: string;
  readonly officialName: string;
  readonly population: number | null;
  readonly postcodes: readonly string[];
  readonly ept: { readonly code: string; readonly name: string } | null;
  readonly outline: MultiPolygon;
  readonly whole: MultiPolygon | null;
}

/** @returns communes, EPCI and départements, in this order, each by code. */
export function toTerritories(outlines: Outlines, membership: Membership): Territory[] {
  const known = membership.members.filter(({ commune }) => outlines.communes.has(commune));
  const shared = topology({
    communes: {
      type: 'FeatureCollection' as const,
      features: known.map(({ commune }) => ({
        type: 'Feature' as const,
        properties: { commune },
        geometry: outlines.communes.get(commune) as Outline,
      })),
    } as FeatureCollection,
  });
  const collection = shared.objects.communes as unknown as {
    geometries: ((TopoPolygon | TopoMultiPolygon) & { properties: { commune: string } })[];
  };
  const geometryOf = new Map(collection.geometries.map((geometry) => [geometry.properties.commune, geometry]));
  const dissolve = (members: readonly Member[]) =>
    roundOutline(
      merge(
        shared,
        members.flatMap(({ commune }) => geometryOf.get(commune) ?? []),
      ),
    );
  const eptNamed = (code: string | null) => (code === null ? null : { code, name: membership.names.get(code) ?? code });
  const sum = (of: readonly { population: number | null }[]) =>
    of.reduce((total, { population }) => total + (population ?? 0), 0);

  const members = known.filter(({ departement }) => membership.departements.has(departement));
  const communes = members.map(
    (member): Territory => ({
      level: 'commune',
      code: member.commune,
      name: member.name.replaceAll("'", '’'),
      officialName: member.name,
      population: member.population,
      postcodes: membership.postcodes.get(member.commune) ?? [],
      ept: eptNamed(member.ept),
      outline: roundOutline(outlines.communes.get(member.commune) as Outline),
      whole: null,
    }),
  );
  const ofGrouping = new Map([
    ...group(membership.members, ({ epci }) => epci ?? ''),
    ...group(membership.members, ({ ept }) => ept ?? ''),
  ]);
  const wholeOf = (code: string): MultiPolygon | null => {
    const published = outlines.whole.get(code);
    if (published) return roundOutline(published);
    const all = ofGrouping.get(code) ?? [];
    return all.every(({ commune }) => geometryOf.has(commune)) ? dissolve(all) : null;
  };
  const epcis = [...group(members, ({ epci }) => epci)].flatMap(([code, ofEpci]): Territory[] => {
    if (code === null) return [];
    const officialName = membership.names.get(code) ?? code;
    // Inside the Métropole du Grand Paris the EPT is the intercommunalité that people know: see DECISIONS.md.
    const ept = eptNamed(ofEpci[0]?.ept ?? null);
    return [
      {
        level: 'epci',
        code,
        name: ept ? toEptName(ept.name) : toEpciName(officialName),
        officialName,
        population: sum(ofEpci),
        postcodes: [],
        ept,
        outline: dissolve(ofEpci),
        whole: wholeOf(ept?.code ?? code),
      },
    ];
  });
  epcis.sort((a, b) => (a.code < b.code ? -1 : 1));
  const departements = [...membership.departements].flatMap(([code, name]): Territory[] => {
    const own = members.filter(({ departement }) => departement === code);
    if (own.length === 0) return [];
    return [
      {
        level: 'departement',
        code,
        name,
        officialName: name,
        population: sum(own),
        postcodes: [],
        ept: null,
        outline: dissolve(own),
        whole: null,
      },
    ];
  });
  return [...communes, ...epcis, ...departements];
}

function roundOutline(outline: Outline): MultiPolygon {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const round = (degrees: number) => Number(degrees.toFixed(5));
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring) => ring.map(([x = 0, y = 0]): Position => [round(x), round(y)])),
    ),
  };
}

/** The point farthest from the border of the largest polygon: where a circle or a name stands. About one metre. */
export function centerOf(outline: MultiPolygon): [longitude: number, latitude: number] {
  const area = (rings: Position[][]) =>
    Math.abs(
      (rings[0] ?? []).reduce((sum, [x1 = 0, y1 = 0], i, ring) => {
        const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? [];
        return sum + x1 * y2 - x2 * y1;
      }, 0),
    );
  const largest = outline.coordinates.reduce((best, rings) => (area(rings) > area(best) ? rings : best));
  const [x = 0, y = 0] = polylabel(largest as [number, number][][], 1e-5);
  return [Number(x.toFixed(5)), Number(y.toFixed(5))];
}

function boxOf(outline: MultiPolygon): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of outline.coordinates.flat(2)) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Replaces the territories, in the caller's transaction. */
export async function writeTerritories(
  tx: Queryable,
  territories: readonly Territory[],
  populationVintage: string,
): Promise<void> {
  await tx.query('delete from territory');
  await tx.copyRows(
    'territory',
    [
      'level',
      'code',
      'name',
      'official_name',
      'population',
      'population_vintage',
      'postcodes',
      'ept_code',
      'ept_name',
      'center_4326',
      'bbox',
      'geom_4326',
      'whole_geom_4326',
    ],
    territories.map((territory): SqlValue[] => [
      territory.level,
      territory.code,
      territory.name,
      territory.officialName,
      territory.population,
      populationVintage,
      territory.postcodes,
      territory.ept?.code ?? null,
      territory.ept?.name ?? null,
      `SRID=4326;POINT(${centerOf(territory.outline).join(' ')})`,
      boxOf(territory.outline),
      toEwkt(territory.outline),
      territory.whole && toEwkt(territory.whole),
    ]),
  );
}

function toEwkt({ coordinates }: MultiPolygon): string {
  const ring = (positions: readonly Position[]) => `(${positions.map(([x, y]) => `${x} ${y}`).join(',')})`;
  const polygons = coordinates.map((rings) => `(${rings.map(ring).join(',')})`);
  return `SRID=4326;MULTIPOLYGON(${polygons.join(',')})`;
}

/** Whether the database holds these territories, by what the COG says of them. */
export async function holdsTerritories(database: Queryable, territories: readonly Territory[]): Promise<boolean> {
  const rows = await database.query<{ told: string }>(
    `select concat_ws(';', level, code, official_name, coalesce(population::text, '?'), coalesce(ept_code, '-'),
       array_to_string(postcodes, ' ')) as told from territory`,
  );
  const held = new Set(rows.map(({ told }) => told));
  const told = territories.map(({ level, code, officialName, population, ept, postcodes }) =>
    [level, code, officialName, population ?? '?', ept?.code ?? '-', postcodes.join(' ')].join(';'),
  );
  return held.size === told.length && told.every((one) => held.has(one));
}

/** The outlines that the database holds: another département is added to them. */
export async function readHeldOutlines(database: Queryable): Promise<Outlines> {
  const read = async (sql: string) =>
    new Map(
      (await readFeatures<{ code: string }>(database, sql)).features.map((one) => [one.properties.code, one.geometry]),
    );
  return {
    communes: await read(
      `select code, st_asgeojson(geom_4326, 7) as outline from territory where level = 'commune' order by code collate "C"`,
    ),
    whole: await read(
      `select coalesce(ept_code, code) as code, st_asgeojson(whole_geom_4326, 7) as outline
       from territory where whole_geom_4326 is not null order by 1`,
    ),
  };
}

/**
 * @param sql rows of properties, and of an `outline` as GeoJSON text
 * @returns the features, degrees, in the order of the rows
 */
export async function readFeatures<Properties extends Record<string, string>>(
  database: Queryable,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Promise<FeatureCollection<Outline, Properties>> {
  const rows = await database.query<Properties & { outline: string }>(sql, parameters);
  return {
    type: 'FeatureCollection',
    features: rows.map(({ outline, ...properties }) => ({
      type: 'Feature',
      properties: properties as unknown as Properties,
      geometry: JSON.parse(outline) as Outline,
    })),
  };
}
