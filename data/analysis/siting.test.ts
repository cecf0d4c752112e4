import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { indexDemands } from './demand-index.ts';
import { communesOf, type Demand, distanceKm, nearestKm, reachOf } from './reach.ts';
import { chooseSites, greedyGuarantee } from './siting.ts';

describe('distances', () => {
  it('are those of a sphere', () => {
    // A degree of latitude: 6371.0088 × π / 180.
    expect(distanceKm([2, 48], [2, 49])).toBeCloseTo(111.195, 3);
    // Évry to Étampes, about 31 km as the crow flies.
    expect(distanceKm([2.4297, 48.6238], [2.1617, 48.4353])).toBeCloseTo(28.8, 0);
    expect(nearestKm([2, 48], [])).toBe(Number.POSITIVE_INFINITY);
  });
});

const at = (km: number) => [2 + km / (111.195 * Math.cos((48.5 * Math.PI) / 180)), 48.5] as const;
const demand = (commune: string, km: number, inhabitants: number): Demand => ({
  commune,
  group: 'a',
  at: at(km),
  inhabitants,
});
const choose = (demands: readonly Demand[], km: number, count: number) => {
  const index = indexDemands(demands);
  const candidates = demands.map(({ commune: code, at }) => ({ code, cover: index.within(at, km) }));
  return chooseSites(
    candidates,
    demands.map(({ inhabitants }) => inhabitants),
    count,
  );
};

describe('reach', () => {
  it('counts who is beyond, those with most inhabitants first', () => {
    const demands = [demand('a', 0, 10), demand('b', 6, 20), demand('c', 9, 30)];
    const reach = reachOf(demands, [indexDemands(demands).within(at(0), 5)]);
    expect(reach).toEqual({ inhabitants: 60, beyond: 50, ranks: [1, 2] });
    expect(communesOf(demands, reach.ranks).map(({ code }) => code)).toEqual(['c', 'b']);
  });
});

describe('next sites', () => {
  it('take what wins most, then what is left, and stop when nothing is', () => {
    const demands = [demand('a', 0, 10), demand('b', 4, 10), demand('c', 8, 15), demand('d', 30, 5)];
    expect(choose(demands, 4.5, 9)).toEqual([
      { code: 'b', gained: 35, ranks: [0, 1, 2] },
      { code: 'd', gained: 5, ranks: [3] },
    ]);
  });

  it('are those that a search without shortcuts chooses, equal gains going to the first code', () => {
    const one = fc.record({ cover: fc.uniqueArray(fc.nat(11), { maxLength: 8 }) });
    const weights = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 14 }),
        weights,
        fc.integer({ min: 1, max: 6 }),
        (covers, inhabitants, count) => {
          const candidates = covers.map(({ cover }, i) => ({ code: String.fromCharCode(110 - i), cover }));
          const plain: [string, number][] = [];
          const left = [...inhabitants];
          const gainOf = (cover: readonly number[]) => cover.reduce((sum, rank) => sum + (left[rank] ?? 0), 0);
          const ordered = candidates.toSorted((a, b) => (a.code < b.code ? -1 : 1));
          while (plain.length < count) {
            const best = ordered.reduce<(typeof ordered)[number] | null>(
              (held, each) => (!held || gainOf(each.cover) > gainOf(held.cover) ? each : held),
              null,
            );
            if (!best || gainOf(best.cover) === 0) break;
            plain.push([best.code, gainOf(best.cover)]);
            for (const rank of best.cover) left[rank] = 0;
          }
          const chosen = chooseSites(candidates, inhabitants, count);
          expect(chosen.map(({ code, gained }) => [code, gained])).toEqual(plain);
        },
      ),
    );
  });

  it('are within 1 − 1/e of the best three, on the communes of the Essonne, and the gap is told', () => {
    const topology = JSON.parse(readFileSync('data/essonne/contours.topojson', 'utf8')) as Topology;
    const { features } = feature(topology, topology.objects.communes as GeometryCollection<{ code: string }>);
    const populations = new Map(
      readFileSync('data/essonne/appartenances.csv', 'utf8')
        .split('\n')
        .map((line) => [line.slice(0, 5), Number(/,(\d{2,7}),[\d|]*$/.exec(line)?.[1] ?? 0)]),
    );
    const demands = features.map(({ properties, geometry }) => {
      const ring =
        (geometry.type === 'Polygon'
          ? geometry.coordinates[0]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates[0]?.[0]
            : []) ?? [];
      const mean = (axis: 0 | 1) => ring.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / ring.length;
      return {
        commune: properties.code,
        group: '',
        at: [mean(0), mean(1)] as const,
        inhabitants: populations.get(properties.code) ?? 0,
      };
    });
    expect(demands.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(1_338_485);
    for (const count of [1, 2, 3]) {
      const greedy = choose(demands, 5, count).reduce((sum, { gained }) => sum + gained, 0);
      const best = bruteForce(demands, 5, count);
      console.log(`${count} sites: greedy ${greedy}, best ${best}, ratio ${(greedy / best).toFixed(4)}`);
      expect(greedy).toBeLessThanOrEqual(best);
      expect(greedy / best).toBeGreaterThanOrEqual(greedyGuarantee);
    }
  }, 60_000);
});

/** Every choice of `count` candidates: 1.2 million for three of 194. */
function bruteForce(
  demands: readonly { at: readonly [number, number]; inhabitants: number }[],
  limitKm: number,
  count: number,
): number {
  const covers = demands.map((one) =>
    demands.flatMap((other, i) => (distanceKm(one.at, other.at) <= limitKm ? [i] : [])),
  );
  const times = new Uint8Array(demands.length);
  let best = 0;
  const descend = (first: number, left: number, sum: number) => {
    if (left === 0) {
      if (sum > best) best = sum;
      return;
    }
    for (let i = first; i <= demands.length - left; i++) {
      let gained = 0;
      for (const place of covers[i] ?? []) {
        const held = times[place] ?? 0;
        if (held === 0) gained += demands[place]?.inhabitants ?? 0;
        times[place] = held + 1;
      }
      descend(i + 1, left - 1, sum + gained);
      for (const place of covers[i] ?? []) times[place] = (times[place] ?? 1) - 1;
    }
  };
  descend(0, count, 0);
  return best;
}
