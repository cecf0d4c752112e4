/** Words of the ranking by chosen criteria. */
import type { IndicatorId } from '../../data/catalogue/catalogue.ts';
import { formatCount, formatCountOf, plural } from './numbers.ts';

type Level = 'commune' | 'epci';

export const ranking = {
  waiting: 'Le classement arrive…',
  failed: (message: string) => `Le classement n’a pas pu être établi. ${message}`,
  criteria: 'Ce qui compte',
  criteriaHelp: 'De 0 (ne compte pas) à 10.',
  proposed: 'Poids proposés\u00a0; déplacez-les.',
  back: 'Revenir aux poids proposés',
  level: 'Classer',
  levels: { commune: 'Les communes', epci: 'Les EPCI' },
  sides: { high: 'les valeurs hautes d’abord', low: 'les valeurs basses d’abord' },
  method:
    'Pour chaque critère, un territoire reçoit son rang centile\u00a0: la part des autres qui sont mieux lotis que lui, de 0 à 100. Le score est la moyenne de ces rangs, pesée par vos poids\u00a0; 100 serait le premier à traiter sur tout.',
  unknown: 'non connu',
  notRanked: 'non classé',
  score: 'Score',
  rank: 'Rang',
  territory: { commune: 'Commune', epci: 'EPCI' },
  table: 'Voir toute la liste en tableau',
  tableCaption: 'Rang, score, et valeur de chaque critère avec son rang centile',
  robust: 'Ce que le classement doit aux poids',
  robustHelp:
    'Mille jeux de poids tirés au hasard sur les critères qui comptent, tous les dosages ayant la même chance\u00a0: combien de fois chacun reste parmi les dix premiers. Le tirage est toujours le même.',
  noWeight: 'Aucun critère ne compte\u00a0: donnez un poids à l’un d’eux pour classer.',
  noCriterion: 'Aucun taux ni montant n’est chargé à cette maille\u00a0: rien ne permet de classer.',
} as const;

const shortNames: Readonly<Partial<Record<IndicatorId, string>>> = {
  'couverture-ftth': 'Fibre',
  'couverture-thd': 'Très haut débit',
  'couverture-thd-filaire': 'Très haut débit filaire',
  'couverture-1g': '1 Gbit/s',
  'presence-numerique': 'Site et messagerie',
  'niveau-de-vie-median': 'Niveau de vie',
  'part-75-ans-et-plus': '75 ans et plus',
};

/** Short enough for a bar. */
export function shortName(id: IndicatorId, label: string): string {
  return shortNames[id] ?? label;
}

export interface RankingSummary {
  readonly level: Level;
  /** Names in order; those at the first rank may be several. */
  readonly first: readonly string[];
  readonly compared: number;
  readonly unranked: number;
  readonly isProposal: boolean;
  /** Name of the EPCI whose communes are shown. */
  readonly epci: string | null;
  /** Rank of the first shown. */
  readonly bestRank: number | null;
}

export function summariseRanking(facts: RankingSummary): string {
  const { level, first, compared, unranked, isProposal, epci, bestRank } = facts;
  const [leader, ...next] = first;
  if (leader === undefined) return ranking.noWeight;
  const by = isProposal ? 'Selon les poids proposés' : 'Selon vos poids';
  const count = formatCount(compared - unranked);
  // Those that are not ranked are not behind anyone.
  const ranked = unranked === 0 ? '' : level === 'commune' ? ' classées' : ' classés';
  const among = `${count}\u00a0${level === 'commune' ? 'communes' : 'EPCI'}${ranked}`;
  const followed = next.length === 0 ? '' : `, devant ${next.slice(0, 2).join(' et ')}`;
  const said =
    epci === null
      ? `${by}, ${leader} vient en tête des ${among}${followed}`
      : `${by}, ${leader} est la première des communes de l’EPCI ${epci}, au ${ordinal(bestRank ?? 1)} rang des ${among}${followed}`;
  return `${said}.${unranked > 0 ? ` ${sayUnranked(unranked, level)}` : ''}`;
}

/** → 91 communes ne sont pas classées, faute d’un chiffre : rien n’est inventé à sa place. */
export function sayUnranked(count: number, level: Level): string {
  const who = level === 'commune' ? formatCountOf(count, 'commune', 'communes') : formatCountOf(count, 'EPCI', 'EPCI');
  const verb =
    level === 'commune'
      ? plural(count, 'n’est pas classée', 'ne sont pas classées')
      : plural(count, 'n’est pas classé', 'ne sont pas classés');
  return `${who} ${verb}, faute d’un chiffre\u00a0: rien n’est inventé à sa place.`;
}

function ordinal(rank: number): string {
  return rank === 1 ? '1er' : `${formatCount(rank)}e`;
}

/** 0.8 → dans les dix premières 8 fois sur 10. @param ratio how often, 0 to 1 */
export function sayOften(ratio: number, level: Level): string {
  const top = level === 'commune' ? 'dans les dix premières' : 'dans les dix premiers';
  if (ratio === 1) return `${top} à chaque fois`;
  if (ratio === 0) return `jamais ${top}`;
  const times = Math.round(ratio * 10);
  if (times === 0) return `${top} moins d’une fois sur 10`;
  return times === 10 ? `${top} presque à chaque fois` : `${top} ${times}\u00a0fois sur 10`;
}

export function formatScore(score: number): string {
  return formatCount(Math.round(score));
}
