/** What the screen shows: reach, next sites and the person's scenario, recomputed from the address at each choice. */
import { useMemo } from 'react';
import type { Place, Territory } from '../../../api/contract.ts';
import type { Population, ReachCovers } from '../../../api/contract-reach.ts';
import { type DemandIndex, indexDemands } from '../../../data/analysis/demand-index.ts';
import type { CommuneCells } from '../../../data/analysis/population-spread.ts';
import {
  type CommuneShare,
  type Cover,
  communesOf,
  type Demand,
  type Position,
  type Reach,
  reachOf,
} from '../../../data/analysis/reach.ts';
import {
  addSites,
  ageOf,
  askPlaces,
  demandsOf,
  distancesOf,
  giniBeyond,
  type ListAge,
  nextSites,
  type StandingPlace,
  standPlaces,
} from '../../../data/analysis/service-reach.ts';
import type { View } from '../../state/view.ts';
import type { ReachLimit } from '../../text/reach-limit.ts';

export interface ShownSite {
  /** The commune of a proposed site. */
  readonly code: string;
  readonly gained: number;
  /** Communes won, in part or whole, most inhabitants first. */
  readonly won: readonly CommuneShare[];
}

export interface DroppedSite extends Omit<ShownSite, 'code'> {
  readonly at: Position;
}

export interface Scenario {
  readonly communes: ReadonlyMap<string, Territory>;
  /** Where inhabitants are counted. */
  readonly population: Population;
  /** Whether a commune may be beyond in part: its inhabitants stand in several points. */
  readonly isPartial: boolean;
  readonly inhabitantsOf: ReadonlyMap<string, number>;
  readonly unknownPopulation: number;
  readonly standing: readonly StandingPlace<Place>[];
  readonly nowhere: number;
  readonly unknownHours: number;
  readonly age: ListAge;
  readonly distances: ReadonlyMap<string, number>;
  readonly limit: ReachLimit;
  readonly reach: Reach;
  readonly beyond: readonly CommuneShare[];
  /** None while an old list is not accepted. */
  readonly isAccepted: boolean;
  readonly sites: readonly ShownSite[];
  readonly dropped: readonly DroppedSite[];
  /** What the dropped sites win, or the proposed ones when there are none: inhabitants by commune. */
  readonly won: ReadonlyMap<string, number>;
  readonly gini: { readonly before: number | null; readonly after: number | null };
}

export interface ScenarioInput {
  readonly communes: readonly Territory[];
  readonly places: readonly Place[];
  readonly population: Population;
  /** Of the minutes that are asked for; null: as the crow flies. */
  readonly covers: ReachCovers | null;
  readonly limit: ReachLimit;
}

export type ScenarioChoices = Pick<View, 'epci' | 'open' | 'gaps'>;

/** What is within reach of the places, and of a site wherever it is. */
interface Covered {
  readonly reach: Reach;
  coverOf(code: string): Cover;
  coverAt(at: Position): Cover;
}

const noSites: readonly never[] = [];

export function useScenario(
  { communes, places, population, covers, limit }: ScenarioInput,
  { epci, open, gaps }: ScenarioChoices,
): Scenario {
  const { kind, service, siteCount, isDated, candidates: given } = gaps;
  const limitKm = limit.km;
  // In steps, so that a site that moves computes no distance to the places again.
  const held = useMemo(() => {
    const byCode = new Map(communes.map((commune) => [commune.code, commune]));
    const cells = new Map(
      population.communes.flatMap(({ code, carreaux }) =>
        carreaux ? [[code, carreaux as CommuneCells] as const] : [],
      ),
    );
    const { demands, unknown } = demandsOf(population.communes, epci, cells);
    const inhabitantsOf = new Map(
      population.communes.flatMap((one) => (one.population === null ? [] : [[one.code, one.population] as const])),
    );
    return { byCode, demands, unknown, inhabitantsOf, index: indexDemands(demands) };
  }, [communes, population, epci]);
  const offer = useMemo(() => {
    const centres = new Map(population.communes.map(({ code, centre }) => [code, centre]));
    const asked = askPlaces(places, { kind, service, open });
    const standing = standPlaces(asked.places, (code) => centres.get(code));
    const positions: readonly Position[] = standing.map(({ at }) => at);
    return {
      standing,
      positions,
      nowhere: asked.places.length - standing.length,
      unknownHours: asked.unknownHours,
      age: ageOf(asked.places, new Date()),
      distances: distancesOf(population.communes, positions),
    };
  }, [places, kind, service, open, population]);
  // Travel times are known from the centre of each commune: a site stands there, wherever it is let go.
  const dropped = useMemo(
    () =>
      limitKm === null
        ? gaps.dropped.map((at): Position => nearestCommune(population.communes, at)?.commune.centre ?? at)
        : gaps.dropped,
    [gaps.dropped, limitKm, population],
  );
  const isAccepted = isDated || !offer.age.isOld;
  const covered = useMemo(
    (): Covered =>
      limitKm === null
        ? coveredInMinutes(held.demands, covers, population)
        : coveredWithin(held.demands, held.index, offer.positions, population, limitKm),
    [held, covers, population, offer.positions, limitKm],
  );
  const beyond = useMemo(() => communesOf(held.demands, covered.reach.ranks), [held, covered]);
  const candidates = useMemo(() => {
    if (!isAccepted) return noSites;
    const codes =
      given.length > 0
        ? given.filter((code) => held.byCode.has(code))
        : population.communes.filter(({ epci: own }) => epci === null || own?.code === epci).map(({ code }) => code);
    return codes.map((code) => ({ code, cover: covered.coverOf(code) }));
  }, [isAccepted, given, held, population, epci, covered]);
  const sites = useMemo(
    () =>
      nextSites(held.demands, covered.reach, candidates, siteCount).map(
        ({ code, gained, ranks }): ShownSite => ({ code, gained, won: communesOf(held.demands, ranks) }),
      ),
    [held, covered, candidates, siteCount],
  );
  const added = useMemo(
    () => (isAccepted ? addSites(held.demands, covered.reach, dropped.map(covered.coverAt)) : noSites),
    [isAccepted, held, covered, dropped],
  );
  const giniBefore = useMemo(() => giniBeyond(held.demands, covered.reach.ranks), [held, covered]);
  return useMemo(() => {
    const shown = added.map(
      ({ gained, ranks }, i): DroppedSite => ({
        at: dropped[i] ?? [0, 0],
        gained,
        won: communesOf(held.demands, ranks),
      }),
    );
    const taken = new Set(added.flatMap(({ ranks }) => ranks));
    const won = new Map<string, number>();
    for (const site of shown.length > 0 ? shown : sites)
      for (const { code, inhabitants } of site.won) won.set(code, (won.get(code) ?? 0) + inhabitants);
    return {
      communes: held.byCode,
      population,
      isPartial: population.base !== 'centre-de-la-commune',
      inhabitantsOf: held.inhabitantsOf,
      unknownPopulation: held.unknown,
      ...offer,
      limit,
      reach: covered.reach,
      beyond,
      isAccepted,
      sites,
      dropped: shown,
      won,
      gini: {
        before: giniBefore,
        after:
          taken.size === 0
            ? giniBefore
            : giniBeyond(
                held.demands,
                covered.reach.ranks.filter((rank) => !taken.has(rank)),
              ),
      },
    };
  }, [held, population, offer, limit, covered, beyond, isAccepted, sites, dropped, added, giniBefore]);
}

function coveredWithin(
  demands: readonly Demand[],
  index: DemandIndex,
  places: readonly Position[],
  { communes }: Population,
  limitKm: number,
): Covered {
  const coverAt = (at: Position) => index.within(at, limitKm);
  const centres = new Map(communes.map(({ code, centre }) => [code, centre]));
  return {
    reach: reachOf(demands, places.map(coverAt)),
    coverAt,
    coverOf: (code) => {
      const centre = centres.get(code);
      return centre ? coverAt(centre) : noSites;
    },
  };
}

/** From the answer of the API: a site is at the centre of a commune, wherever it is dropped. */
function coveredInMinutes(demands: readonly Demand[], covers: ReachCovers | null, { communes }: Population): Covered {
  const bySite = new Map((covers?.sites ?? []).map(({ code, rangs }) => [code, rangs]));
  const coverOf = (code: string) => bySite.get(code) ?? noSites;
  const beyond = new Set(covers?.auDela ?? []);
  const within = demands.flatMap((_, rank) => (beyond.has(rank) ? [] : [rank]));
  return {
    reach: reachOf(demands, [within]),
    coverOf,
    coverAt: (at) => coverOf(nearestCommune(communes, at)?.commune.code ?? ''),
  };
}

/** The commune whose centre is nearest, and whether the position is that centre, as the address rounds it. */
export function nearestCommune<Commune extends { readonly centre: Position }>(
  communes: Iterable<Commune>,
  [longitude, latitude]: Position,
): { readonly commune: Commune; readonly isCentre: boolean } | null {
  let nearest: Commune | null = null;
  let least = Number.POSITIVE_INFINITY;
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  for (const commune of communes) {
    const [east, north] = commune.centre;
    const far = Math.hypot((east - longitude) * narrowing, north - latitude);
    if (far < least) [nearest, least] = [commune, far];
  }
  return nearest && { commune: nearest, isCentre: least < 0.0002 };
}
