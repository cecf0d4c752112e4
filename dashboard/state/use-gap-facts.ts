/** Gathers what the screen of gaps is written from: the matrix, premises, closures, places, sheets. */
import { useMemo } from 'react';
import type { Place, Territory, Values } from '../../api/contract.ts';
import type { GapCell, GapMatrix } from '../../api/contract-gaps.ts';
import type { Project } from '../../api/contract-projects.ts';
import type { Lacking, NeedCell } from '../../data/analysis/first-steps.ts';
import { lastEvidence } from '../../data/analysis/project-facts.ts';
import { type Vigilance, type WatchedCommune, watch, type ZonePart } from '../../data/analysis/vigilance.ts';
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import {
  useAllValues,
  useDepartement,
  useLoadedIndicators,
  usePlaces,
  useProjects,
  useSettled,
  useTerritories,
  type ValuesRequest,
} from './queries.ts';
import { useGapMatrix } from './use-gap-matrix.ts';
import { useView } from './use-view.ts';

export type GapRow = GapMatrix['territoires'][number];

export interface GapFacts {
  readonly departement: Territory;
  /** The chosen one; null: the whole département. */
  readonly epci: Territory | null;
  readonly needRatio: number;
  /** Rows of the matrix: EPCI, or the communes of the chosen one. */
  readonly rows: readonly GapRow[];
  /** The row of the chosen EPCI. */
  readonly own: GapRow | null;
  /** Cells of need: of the EPCI; inside a chosen one, its own of connectivity and its communes' for the other themes. */
  readonly needs: readonly NeedCell[];
  readonly lacking: readonly Lacking[];
  readonly vigilance: Vigilance;
  /** Name of a territory, a place or a sheet. */
  readonly nameOf: (id: string) => string;
  /** Commune of a place, where it is known. */
  readonly communeOf: (place: string) => string | null;
  readonly projects: readonly Project[];
}

/** @returns null while a part of it is on its way */
export function useGapFacts(): { facts: GapFacts | null; error: Error | null } {
  const { view } = useView();
  const departement = useDepartement();
  const epcis = useTerritories('epci').data?.territoires;
  const communes = useTerritories('commune').data?.territoires;
  const projects = useProjects().data?.projets;
  const places = usePlaces(true).data?.lieux;
  const { needRatio } = view.gaps;
  const { data: byEpci, error } = useGapMatrix(null, needRatio);
  const { data: inside, error: innerError } = useGapMatrix(view.epci, needRatio, view.epci !== null);
  const loaded = useLoadedIndicators();
  const requests = useMemo(() => requestsOf(view.epci !== null, loaded), [view.epci, loaded]);
  const answers = useAllValues(requests);
  const settled = useSettled(requests);
  const facts = useMemo(() => {
    if (!departement || !epcis || !communes || !projects || !places || !byEpci || !loaded || !settled.isSettled)
      return null;
    const epci = epcis.find(({ code }) => code === view.epci) ?? null;
    if (epci !== null && inside?.epci !== epci.code) return null;
    const own = byEpci.territoires.find(({ code }) => code === epci?.code) ?? null;
    const rows = epci !== null && inside ? inside.territoires : byEpci.territoires;
    const find = (indicator: IndicatorId, level: ValuesRequest['level']) =>
      answers[requests.findIndex((request) => request.indicator === indicator && request.level === level)];
    const watched = watchedOf(communes, find);
    const members = (one: Territory) => watched.filter(({ code }) => one.communes.includes(code));
    const held = epci ? members(epci) : watched;
    const concerned = projects.filter((project) => epci === null || project.epci.includes(epci.code));
    const today = byEpci.edition?.figeLe.slice(0, 10) ?? new Date().toISOString().slice(0, 10);
    const communeOf = new Map(places.map(({ id, commune }) => [id, commune]));
    const names = new Map([
      ...[...epcis, ...communes].map(({ code, nom }) => [code, nom] as const),
      ...places.map(({ id, nom, communeNom }) => [id, communeNom ? `${nom}, ${communeNom}` : nom] as const),
      ...projects.map(({ id, titre }) => [id, titre] as const),
    ]);
    return {
      departement,
      epci,
      needRatio: byEpci.ecart,
      rows,
      own,
      needs: needsIn(epci, own, rows),
      lacking: (epci ? [epci] : epcis).map((one) => lackingOf(one, members(one), today)),
      vigilance: watch({
        communes: held,
        fibreReference: numberOf(find('couverture-ftth', 'departement'), departement.code),
        zones: zonesOf(find('zone-reglementaire', epci ? 'epci' : 'departement'), epci?.code ?? departement.code),
        places: places.filter((place) => epci === null || place.epci === epci.code).map(datedOf),
        sheets: concerned
          .filter(({ phase }) => phase !== 'termine' && phase !== 'abandonne')
          .map((project) => ({ id: project.id, lastOn: lastEvidence(project) })),
        epcis: (own ? [own] : byEpci.territoires).map(({ code, aRepondu }) => ({ code, hasAnswered: aRepondu })),
        today,
      }),
      nameOf: (id: string) => names.get(id) ?? id,
      communeOf: (place: string) => communeOf.get(place) ?? null,
      projects: concerned,
    } satisfies GapFacts;
  }, [departement, epcis, communes, projects, places, byEpci, inside, loaded, settled, answers, requests, view.epci]);
  return { facts, error: error ?? innerError ?? (facts ? null : settled.error) };
}

/** Of what is loaded: an indicator without figures is not asked for. */
function requestsOf(isInside: boolean, loaded: ReadonlySet<string> | undefined): readonly ValuesRequest[] {
  const wanted: readonly (readonly [IndicatorId, ValuesRequest['level']])[] = [
    ['couverture-ftth', 'departement'],
    ['couverture-ftth', 'commune'],
    ['locaux-a-raccorder', 'commune'],
    ['fermeture-cuivre', 'commune'],
    ['zone-reglementaire', isInside ? 'epci' : 'departement'],
  ];
  return wanted.flatMap(([indicator, level]) => (loaded?.has(indicator) ? [{ indicator, level, period: null }] : []));
}

type Find = (indicator: IndicatorId, level: ValuesRequest['level']) => Values | undefined;

function watchedOf(communes: readonly Territory[], find: Find): WatchedCommune[] {
  const byCode = (indicator: IndicatorId) =>
    new Map(find(indicator, 'commune')?.valeurs.map((value) => [value.code, value.valeur]));
  const [fibre, lacking, closing] = [
    byCode('couverture-ftth'),
    byCode('locaux-a-raccorder'),
    byCode('fermeture-cuivre'),
  ];
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return communes.map(({ code, nom }) => {
    const closesOn = closing.get(code);
    return {
      code,
      nom,
      fibreRatio: number(fibre.get(code)),
      lacking: number(lacking.get(code)),
      closesOn: typeof closesOn === 'string' ? closesOn : null,
    };
  });
}

function lackingOf({ code }: Territory, members: readonly WatchedCommune[], today: string): Lacking {
  const caught = members.filter(
    ({ closesOn, lacking }) => closesOn !== null && closesOn >= today && (lacking ?? 0) > 0,
  );
  const sum = (list: readonly WatchedCommune[]) => list.reduce((added, { lacking }) => added + (lacking ?? 0), 0);
  const [firstOn] = caught.flatMap(({ closesOn }) => closesOn ?? []).sort();
  return {
    territory: code,
    premises: sum(members),
    closing: firstOn === undefined ? null : { firstOn, communes: caught.length, premises: sum(caught) },
  };
}

function numberOf(answer: Values | undefined, code: string): number | null {
  const value = answer?.valeurs.find((one) => one.code === code)?.valeur;
  return typeof value === 'number' ? value : null;
}

function zonesOf(answer: Values | undefined, code: string): ZonePart[] {
  const parts = answer?.valeurs.find((one) => one.code === code)?.parts ?? [];
  return parts.flatMap(({ libelle, operateurs }) =>
    (operateurs ?? []).map((operator) => ({
      zone: libelle,
      operator: operator.libelle,
      lacking: operator.valeur,
    })),
  );
}

function datedOf({ id, sources }: Place) {
  const dates = sources.flatMap(({ majOn }) => majOn ?? []).sort();
  return { id, lastOn: dates.at(-1) ?? null };
}

/** The first declared of the readings that exceed speaks for the cell, so that territories compare on one indicator. */
export function needCellOf(territory: string, cell: GapCell): NeedCell | null {
  const exceeding = cell.besoins.find(({ estBesoin }) => estBesoin);
  if (!exceeding || exceeding.valeur === null || exceeding.reference === null || exceeding.ecart === null) return null;
  return {
    territory,
    theme: cell.theme,
    class: cell.classe,
    reading: {
      indicator: exceeding.indicateur,
      value: exceeding.valeur,
      reference: exceeding.reference,
      worse: exceeding.ecart,
    },
    projects: cell.projets,
    lastEvidence: cell.dernierePreuve,
  };
}

function needsIn(epci: Territory | null, own: GapRow | null, rows: readonly GapRow[]): NeedCell[] {
  const ofRow = ({ code, cellules }: GapRow) => cellules.flatMap((cell) => needCellOf(code, cell) ?? []);
  if (epci === null || own === null) return rows.flatMap(ofRow);
  const ownNeeds = ofRow(own);
  // A median has no value for an EPCI: what its communes read stands for it, against the projects of the whole EPCI.
  const inside = rows.flatMap(ofRow).flatMap((need): NeedCell[] => {
    const cell = own.cellules.find(({ theme }) => theme === need.theme);
    if (cell?.besoin !== 'unmeasured') return [];
    const kind = own.aRepondu ? 'besoin-sans-projet' : 'recensement-a-completer';
    return [
      {
        ...need,
        class: cell.projets > 0 ? 'besoin-avec-projet' : kind,
        projects: cell.projets,
        lastEvidence: cell.dernierePreuve,
      },
    ];
  });
  return [...ownNeeds, ...inside];
}
