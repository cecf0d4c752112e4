/** Words of the buildings on the map. */
import { operatorsLabel } from '../../data/catalogue/operators.ts';
import type { BuildingStateId } from '../layers/buildings.ts';
import { formatCountOf, formatDate, formatRatio } from './numbers.ts';

const states: Readonly<Record<string, string>> = {
  deploye: 'déployé',
  'en-cours': 'en cours de déploiement',
  signe: 'accord signé',
  'sur-demande': 'raccordable sur demande',
  cible: 'à étudier',
  abandonne: 'abandonné',
};

export const buildings = {
  toggle: 'Immeubles',
  caution: 'Un immeuble n’est pas un local\u00a0: aucun taux n’en est tiré.',
  zoom: 'Un cercle compte les immeubles d’un carré\u00a0; plus il est plein, plus il y en a de déployés. Zoomer pour voir chaque immeuble.',
  legend: {
    deploye: 'Déployé',
    enCours: 'En cours ou signé',
    surDemande: 'Raccordable sur demande',
    reste: 'À étudier ou abandonné',
  } satisfies Record<BuildingStateId, string>,
  one: (state: string) => `Immeuble ${states[state] ?? state}`,
  operator: (code: string) => `Opérateur\u00a0: ${operatorsLabel(code)}`,
  completed: (day: string) => `Achevé le ${formatDate(day)}`,
  many: (total: number) => formatCountOf(total, 'immeuble', 'immeubles'),
  deployed: (deployed: number, total: number) => `dont ${formatRatio(deployed / total)} déployés`,
};
