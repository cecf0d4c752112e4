import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giniIndex } from './balance.ts';
import { indexDemands } from './demand-index.ts';
import { communesOf, type Demand, type Position, reachOf } from './reach.ts';
import {
  addSites,
  ageOf,
  askPlaces,
  demandsOf,
  giniBeyond,
  type ListedPlace,
  nextSites,
  standPlaces,
} from './service-reach.ts';

const place = (rest: Partial<ListedPlace>): ListedPlace => ({
  type: 'epn',
  services: [],
  commune: '91001',
  position: null,
  horaires: null,
  horairesPrecision: null,
  sources: [],
  ...rest,
});
/** A degree of latitude is 111.2 km: these stand about 11 km from each other, on a line. */
const demand = (commune: string, tenths: number, inhabitants: number, group = 'a'): Demand => ({
  commune,
  at: [2, 48 + tenths / 10],
  inhabitants,
  group,
});

describe('the places asked for', () => {
  it('leaves out and counts the places of which nobody knows whether they are open', () => {
    const list = [
      place({ horaires: 'Mo-Sa 09:00-12:00' }),
      place({ horaires: 'Mo-Fr 09:00-12:00' }),
      place({ horaires: 'voir le site' }),
      place({}),
      place({ type: 'fablab' }),
    ];
    const { places, unknownHours } = askPlaces(list, { kind: 'epn', service: null, open: 'samedi' });
    expect([places.length, unknownHours]).toEqual([1, 2]);
    expect(askPlaces(list, { kind: null, service: null, open: null }).places.length).toBe(5);
    expect(askPlaces(list, { kind: null, service: 'impression', open: null }).places).toEqual([]);
  });

  it('stands a place at the centre of its commune when nothing better is known, and says so', () => {
    const standing = standPlaces(
      [place({}), place({ position: [2.1, 48.1] }), place({ commune: null }), place({ commune: '75001' })],
      (code) => (code === '91001' ? [2, 48] : undefined),
    );
    expect(standing.map(({ at, isAtCentre }) => [...at, isAtCentre])).toEqual([
      [2, 48, true],
      [2.1, 48.1, false],
    ]);
  });
});

describe('the age of the list', () => {
  const dated = (...dates: (string | null)[]) => dates.map((majOn) => place({ sources: [{ majOn }] }));
  const today = new Date('2026-11-26');

  it('is that of half of its places', () => {
    expect(ageOf(dated('2019', '2022-03', '2026-05-01'), today)).toEqual({
      median: '2022-03',
      undated: 0,
      isOld: true,
    });
    expect(ageOf(dated('2022', '2026-01', '2026-02'), today).isOld).toBe(false);
  });

  it('does not call old what may be less than 12 months old, but what is not dated', () => {
    expect(ageOf(dated('2025'), today).isOld).toBe(false);
    expect(ageOf(dated('2025-10'), today).isOld).toBe(true);
    expect(ageOf(dated('2025-11'), today).isOld).toBe(false);
    expect(ageOf(dated(null), today)).toEqual({ median: null, undated: 1, isOld: true });
    expect(ageOf([], today).isOld).toBe(false);
  });

  it('takes the latest source of each place', () => {
    expect(ageOf([place({ sources: [{ majOn: '2019' }, { majOn: '2026-08' }] })], today).isOld).toBe(false);
  });
});

describe('where inhabitants are counted', () => {
  const commune = (code: string, population: number | null, epci = '200000001') => ({
    code,
    population,
    centre: [2, 48] as const,
    epci: { code: epci },
  });

  it('is their cells, or the centre of their commune when it has none', () => {
    const cells = new Map([['91001', [[2.1, 48.1, 30] as const, [2.2, 48.2, 70] as const]]]);
    const all = demandsOf([commune('91001', 100), commune('91002', 5), commune('91003', null)], null, cells);
    expect(all.demands.map(({ commune, at, inhabitants }) => [commune, at, inhabitants])).toEqual([
      ['91001', [2.1, 48.1], 30],
      ['91001', [2.2, 48.2], 70],
      ['91002', [2, 48], 5],
    ]);
    expect([all.unknown, all.atCentre]).toEqual([1, 1]);
    expect(demandsOf([commune('91001', 1), commune('91002', 5, '200000002')], '200000002').demands.length).toBe(1);
  });
});

describe('sites', () => {
  const demands = [demand('1', 0, 100), demand('2', 1, 50), demand('3', 2, 70), demand('4', 5, 40, 'b')];
  const index = indexDemands(demands);
  const within = (km: number) => (at: Position) => index.within(at, km);
  const before = reachOf(demands, [index.within([2, 48], 5)]);

  it('counts once the inhabitants that two dropped sites reach', () => {
    const added = addSites(
      demands,
      before,
      (
        [
          [2, 48.15],
          [2, 48.2],
        ] as const
      ).map(within(6)),
    );
    expect(added.map(({ gained, ranks }) => [gained, communesOf(demands, ranks).map(({ code }) => code)])).toEqual([
      [120, ['3', '2']],
      [0, []],
    ]);
  });

  it('wins as much by hand on the sites it proposes as it says', () => {
    const candidates = demands.map(({ commune: code, at }) => ({ code, cover: index.within(at, 12) }));
    const proposed = nextSites(demands, before, candidates, 2);
    const byHand = addSites(
      demands,
      before,
      proposed.map(({ code }) => candidates.find((one) => one.code === code)!.cover),
    );
    expect(proposed.map(({ code, gained }) => [code, gained])).toEqual([
      ['2', 120],
      ['4', 40],
    ]);
    expect(byHand.map(({ gained }) => gained)).toEqual(proposed.map(({ gained }) => gained));
  });

  it('tells which part of a commune is beyond, when its inhabitants are in cells', () => {
    const cells = [demand('1', 0, 60), demand('1', 1, 40), demand('2', 1.1, 10)];
    const reach = reachOf(cells, [indexDemands(cells).within([2, 48], 5)]);
    expect([reach.inhabitants, reach.beyond]).toEqual([110, 50]);
    expect(communesOf(cells, reach.ranks)).toEqual([
      { code: '1', inhabitants: 40 },
      { code: '2', inhabitants: 10 },
    ]);
  });
});

describe('the balance of those beyond', () => {
  it('is nil when each EPCI has its part, and 1 − its share when one has them all', () => {
    const demands = [
      demand('1', 0, 60, 'a'),
      demand('2', 1, 20, 'a'),
      demand('3', 2, 60, 'b'),
      demand('4', 3, 20, 'b'),
    ];
    expect(giniBeyond(demands, [1, 3])).toBeCloseTo(0, 12);
    expect(giniBeyond(demands, [1])).toBeCloseTo(0.5, 12);
  });

  it('says nothing of one EPCI, nor when nobody is beyond', () => {
    expect(giniBeyond([demand('1', 0, 60)], [0])).toBeNull();
    expect(giniBeyond([demand('1', 0, 60, 'a'), demand('2', 0, 60, 'b')], [])).toBeNull();
  });

  it('would be no more than the share of those within, between communes', () => {
    const commune = fc.record({ inhabitants: fc.integer({ min: 1, max: 90_000 }), isBeyond: fc.boolean() });
    fc.assert(
      fc.property(fc.array(commune, { minLength: 2, maxLength: 30 }), (communes) => {
        const of = (held: typeof communes) => held.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
        const beyond = of(communes.filter(({ isBeyond }) => isBeyond));
        const index = giniIndex(
          communes.map(({ inhabitants, isBeyond }, i) => ({
            code: String(i),
            group: 'a',
            base: inhabitants,
            quantity: isBeyond ? inhabitants : 0,
          })),
        );
        if (beyond === 0) expect(index).toBeNull();
        else expect(index).toBeCloseTo(1 - beyond / of(communes), 9);
      }),
    );
  });
});
