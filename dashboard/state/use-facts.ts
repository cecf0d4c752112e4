/** Gathers what the sentence of the view is written from. Null until every part of it belongs to the same view. */
import { useMemo } from 'react';
import type { Territory, Value, Values } from '../../api/contract.ts';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import type { Facts } from '../text/sentences.ts';
import {
  useAllValues,
  useDepartement,
  useProjects,
  useTerritories,
  type ValuesRequest,
  viewRequest,
} from './queries.ts';
import { useView } from './use-view.ts';
import type { View } from './view.ts';

const levels = ['departement', 'commune', 'epci'] as const;

export function useFacts(): Facts | null {
  const { view } = useView();
  const departement = useDepartement();
  const epcis = useTerritories('epci').data?.territoires;
  const projects = useProjects().data?.projets;
  const answers = useAllValues(useMemo(() => mainRequests(view), [view]));
  const gaps = useAllValues(useMemo(() => gapRequests(view), [view]));
  const exposed = useAllValues(useMemo(() => exposedRequests(view), [view]));
  return useMemo(() => {
    const [whole, communes, byEpci] = answers;
    const [gapWhole, gapCommunes, gapEpcis] = gaps;
    if (!departement || !epcis || !projects || !whole || !communes || !byEpci || gaps.includes(undefined)) return null;
    const [exposedWhole, exposedEpcis] = exposed;
    if (exposed.includes(undefined)) return null;
    const epci = view.epci === null ? null : (epcis.find((territory) => territory.code === view.epci) ?? null);
    const scoped = scopeOf(epci);
    const total = scoped.total(whole, byEpci);
    if (!total) return null;
    const gapTotal = gapWhole && gapEpcis ? scoped.total(gapWhole, gapEpcis) : undefined;
    return {
      indicator: requireIndicator(view.indicator),
      departement,
      epci,
      extent: view.extent,
      level: view.level,
      period: whole.periode,
      isLatest: whole.periode === whole.periodes.at(-1),
      since: whole.depuis,
      deadline: whole.echeance,
      total,
      communes: scoped.communes(communes),
      epcis: epci === null ? byEpci.valeurs : [],
      gap: gapTotal
        ? {
            total: gapTotal,
            communes: gapCommunes ? scoped.communes(gapCommunes) : [],
            epcis: epci === null ? (gapEpcis?.valeurs ?? []) : [],
          }
        : null,
      exposed: (exposedWhole && exposedEpcis && scoped.total(exposedWhole, exposedEpcis)) ?? null,
      projects,
      theme: view.theme,
    };
  }, [view, departement, epcis, projects, answers, gaps, exposed]);
}

function mainRequests(view: View): readonly ValuesRequest[] {
  const main = viewRequest(view);
  return [
    { ...main, level: 'departement', extent: 'partie' },
    { ...main, level: 'commune', extent: 'partie' },
    { ...main, level: 'epci' },
  ];
}

function gapRequests({ indicator, period, extent, level, epci }: View): readonly ValuesRequest[] {
  const isWhole = extent === 'entier' && (level === 'epci' || epci !== null);
  if (indicator !== 'couverture-ftth' || isWhole) return [];
  return levels.map((level) => ({ indicator: 'locaux-a-raccorder', level, period }));
}

/** The calendar of closures is told by the premises that it would leave without fibre. */
function exposedRequests({ indicator }: View): readonly ValuesRequest[] {
  if (indicator !== 'fermeture-cuivre') return [];
  return (['departement', 'epci'] as const).map((level) => ({
    indicator: 'locaux-exposes-cuivre',
    level,
    period: null,
  }));
}

function scopeOf(epci: Territory | null) {
  const members = epci === null ? null : new Set(epci.communes);
  return {
    total: (whole: Values, byEpci: Values): Value | undefined =>
      epci === null ? whole.valeurs[0] : byEpci.valeurs.find((value) => value.code === epci.code),
    communes: (values: Values): Value[] =>
      values.valeurs.filter((value) => members === null || members.has(value.code)),
  };
}
