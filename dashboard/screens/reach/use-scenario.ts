/** What the screen shows: reach, next sites and the person's scenario, recomputed from the address at each choice. */
import { useMemo } from 'react';
import type { Place, Territory } from '../../../api/contract.ts';
import { type Position, type Reach, reachOf } from '../../../data/analysis/reach.ts';
import {
  type AddedSite,
  addSites,
  ageOf,
  askPlaces,
  type CommuneDemand,
  demandsOf,
  distancesOf,
  giniBeyond,
  type ListAge,
  nextSites,
  type StandingPlace,
  standPlaces,
} from '../../../data/analysis/service-reach.ts';
import type { Site } from '../../../data/analysis/siting.ts';
import type { View } from '../../state/view.ts';

export interface Scenario {
  readonly communes: ReadonlyMap<string, Territory>;
  readonly demands: readonly CommuneDemand[];
  readonly unknownPopulation: number;
  readonly standing: readonly StandingPlace<Place>[];
  readonly nowhere: number;
  readonly unknownHours: number;
  readonly age: ListAge;
  readonly distances: ReadonlyMap<string, number>;
  readonly reach: Reach;
  /** None while an old list is not accepted. */
  readonly isAccepted: boolean;
  readonly sites: readonly Site[];
  readonly dropped: readonly AddedSite[];
  /** Codes that the dropped sites win, or the proposed ones when there are none. */
  readonly won: ReadonlySet<string>;
  readonly gini: { readonly before: number | null; readonly after: number | null };
}

export type ScenarioChoices = Pick<View, 'epci' | 'open' | 'gaps'>;

const noSites: readonly never[] = [];

export function useScenario(
  communes: readonly Territory[],
  places: readonly Place[],
  { epci, open, gaps }: ScenarioChoices,
): Scenario {
  const { kind, service, limitKm, siteCount, dropped, isDated } = gaps;
  // In steps, so that a site that moves computes no distance to the places again.
  const held = useMemo(() => {
    const byCode = new Map(communes.map((commune) => [commune.code, commune]));
    const { demands, unknown } = demandsOf(communes, epci);
    return { byCode, demands, unknown };
  }, [communes, epci]);
  const offer = useMemo(() => {
    const asked = askPlaces(places, { kind, service, open });
    const standing = standPlaces(asked.places, (code) => held.byCode.get(code)?.centre);
    const positions: readonly Position[] = standing.map(({ at }) => at);
    return {
      standing,
      positions,
      nowhere: asked.places.length - standing.length,
      unknownHours: asked.unknownHours,
      age: ageOf(asked.places, new Date()),
      distances: distancesOf(demandsOf(communes, null).demands, positions),
    };
  }, [places, kind, service, open, held, communes]);
  const isAccepted = isDated || !offer.age.isOld;
  const reach = useMemo(() => reachOf(held.demands, offer.positions, limitKm), [held, offer, limitKm]);
  const sites = useMemo(
    () => (isAccepted ? nextSites(held.demands, reach, held.demands, limitKm, siteCount) : noSites),
    [isAccepted, held, reach, limitKm, siteCount],
  );
  const added = useMemo(
    () => (isAccepted ? addSites(held.demands, reach, dropped, limitKm) : noSites),
    [isAccepted, held, reach, dropped, limitKm],
  );
  return useMemo(() => {
    const won = new Set((added.length > 0 ? added : sites).flatMap((site) => site.won));
    const beyond = new Set(reach.codes);
    return {
      communes: held.byCode,
      demands: held.demands,
      unknownPopulation: held.unknown,
      ...offer,
      reach,
      isAccepted,
      sites,
      dropped: added,
      won,
      gini: {
        before: giniBeyond(held.demands, beyond),
        after: giniBeyond(held.demands, new Set(reach.codes.filter((code) => !won.has(code)))),
      },
    };
  }, [held, offer, reach, isAccepted, sites, added]);
}

/** The commune whose centre is nearest, and whether the position is that centre, as the address rounds it. */
export function nearestCommune(
  communes: Iterable<Territory>,
  [longitude, latitude]: Position,
): { readonly commune: Territory; readonly isCentre: boolean } | null {
  let nearest: Territory | null = null;
  let least = Number.POSITIVE_INFINITY;
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  for (const commune of communes) {
    const [east, north] = commune.centre;
    const far = Math.hypot((east - longitude) * narrowing, north - latitude);
    if (far < least) [nearest, least] = [commune, far];
  }
  return nearest && { commune: nearest, isCentre: least < 0.0002 };
}
