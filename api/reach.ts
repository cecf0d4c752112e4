/** Measures the access to places with the functions that the dashboard runs, as the crow flies or in minutes. */
import { indexDemands } from '../data/analysis/demand-index.ts';
import type { OpeningChoice } from '../data/analysis/place-hours.ts';
import { testArea } from '../data/analysis/polygon.ts';
import { type Cover, type Demand, type Position, type Reach, reachOf } from '../data/analysis/reach.ts';
import {
  type AskedPlaces,
  askPlaces,
  demandsOf,
  type HeldDemands,
  type StandingPlace,
  standPlaces,
} from '../data/analysis/service-reach.ts';
import type { Candidate } from '../data/analysis/siting.ts';
import type { Place } from './contract.ts';
import type { ApiDependencies } from './dependencies.ts';
import type { TravelProfile } from './isochrones.ts';
import { type CountedCommune, type CountedPopulation, readPopulation } from './population.ts';
import { badParameter, ProblemError } from './problem.ts';
import { readPlaces } from './sql/places.ts';
import type { State } from './sql/state.ts';

export type Limit =
  | { readonly km: number; readonly minutes: null; readonly profile: null }
  | { readonly km: null; readonly minutes: number; readonly profile: TravelProfile };

export interface ReachQuestion {
  readonly limit: Limit;
  readonly type: string | undefined;
  readonly service: string | undefined;
  readonly ouvert: OpeningChoice | undefined;
  readonly epci: string | undefined;
  readonly departement: string | undefined;
  readonly state: State;
}

export interface MeasuredReach {
  readonly population: CountedPopulation;
  readonly held: HeldDemands;
  readonly asked: AskedPlaces<Place>;
  readonly standing: readonly StandingPlace<Place>[];
  readonly reach: Reach;
  /** The communes of the territory that is measured. */
  readonly communes: readonly CountedCommune[];
  /** What a site at the centre of each commune would cover, among those who are beyond. */
  candidatesAt(codes: readonly string[]): Promise<Candidate[]>;
}

/** Travel times are asked for from each of them. */
const mostCandidates = 400;

/** @throws ProblemError 502 or 503 when travel times cannot be had, 400 when there are too many to ask for */
export async function measureReach(dependencies: ApiDependencies, question: ReachQuestion): Promise<MeasuredReach> {
  const { departement, epci, state, type, service, ouvert } = question;
  const [population, listed] = await Promise.all([
    readPopulation(dependencies, departement, state),
    readPlaces(dependencies.database, { departement, state, limite: Number.MAX_SAFE_INTEGER, page: 1 }),
  ]);
  const centreOf = new Map(population.communes.map(({ code, centre }) => [code, centre]));
  const held = demandsOf(population.communes, epci ?? null, population.cells);
  const asked = askPlaces(listed.places, { kind: type ?? null, service: service ?? null, open: ouvert ?? null });
  const standing = standPlaces(asked.places, (code) => centreOf.get(code));
  const coversAt = coverer(dependencies, question.limit);
  const places = standing.map(({ at }) => at);
  const reach = reachOf(held.demands, await coversAt(places, held.demands, allOf(held.demands)));
  return {
    population,
    held,
    asked,
    standing,
    reach,
    communes: population.communes.filter(({ epci: own }) => epci === undefined || own?.code === epci),
    candidatesAt: async (codes) => {
      if (question.limit.km === null && codes.length > mostCandidates)
        throw badParameter('departement', departement ?? '', [
          `un département ou un EPCI : ${mostCandidates} communes au plus en temps de trajet`,
        ]);
      const placed = codes.flatMap((code) => {
        const at = centreOf.get(code);
        return at ? [{ code, at }] : [];
      });
      const covers = await coversAt(
        placed.map(({ at }) => at),
        held.demands,
        reach.ranks,
      );
      return placed.map(({ code }, i) => ({ code, cover: covers[i] ?? [] }));
    },
  };
}

type Coverer = (
  points: readonly Position[],
  demands: readonly Demand[],
  among: readonly number[],
) => Promise<readonly Cover[]>;

function coverer({ isochrones }: ApiDependencies, limit: Limit): Coverer {
  if (limit.km !== null)
    return async (points, demands, among) => {
      const index = indexDemands(among.flatMap((rank) => demands[rank] ?? []));
      return points.map((at) => index.within(at, limit.km).map((place) => among[place] ?? 0));
    };
  const { minutes, profile } = limit;
  if (!isochrones)
    throw new ProblemError(
      400,
      'Paramètre « minutes » : aucun service d’isochrones n’est configuré ici (ISOCHRONE_URL). Demander une distance à vol d’oiseau avec km.',
      { parametre: 'minutes', recu: String(minutes), accepte: ['km'] },
    );
  return async (points, demands, among) => {
    const areas = await isochrones.read(points, profile, minutes);
    return areas.map((geometry) => {
      const area = testArea(geometry);
      return among.filter((rank) => {
        const demand = demands[rank];
        return demand !== undefined && area.isInside(demand.at);
      });
    });
  };
}

const allOf = (demands: readonly Demand[]) => demands.map((_, rank) => rank);

/** What the figures suppose, in French. */
export function assumptionOf({ base, source, communesAuCentre }: CountedPopulation['told'], limit: Limit): string {
  const counted =
    base === 'carreaux-200m'
      ? `La population municipale de chaque commune est répartie sur ses carreaux habités de 200 m (INSEE, ${source?.millesime ?? ''})${communesAuCentre === 0 ? '' : `, sauf celle de ${communesAuCentre} commune${communesAuCentre === 1 ? '' : 's'} sans carreau, comptée au centre`}.`
      : 'Les habitants d’une commune sont comptés en un point, son centre.';
  const far =
    limit.km === null
      ? `Les temps de trajet sont ceux du service d’isochrones configuré, ${limit.profile === 'pied' ? 'à pied' : 'en voiture'} ; y est un point qui tombe dans la zone d’où l’on arrive en ${limit.minutes} minutes.`
      : 'Les distances sont à vol d’oiseau.';
  return `${counted} ${far} Un lieu dont seule la commune est connue est placé au centre de celle-ci ; les lieux hors du territoire chargé ne sont pas connus.`;
}
