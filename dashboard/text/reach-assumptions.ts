/** What the figures of access to places suppose: where inhabitants are counted, and how far is measured. */
import type { Population, ReachMeans } from '../../api/contract-reach.ts';
import { formatCount, formatCountOf } from './numbers.ts';
import { byProfile, formatMinutes, type ReachLimit } from './reach-limit.ts';

const nbsp = '\u00a0';

type Base = Pick<Population, 'base' | 'source' | 'communesAuCentre'>;

/** Where inhabitants are counted, in a few words beside the figures. */
export function countedAt({ base, source, communesAuCentre }: Base): string {
  if (base === 'centre-de-la-commune') return 'Habitants comptés au centre de leur commune.';
  const others =
    communesAuCentre === 0
      ? ''
      : `${nbsp}; ${formatCountOf(communesAuCentre, 'commune, sans carreau, l’est à son centre', 'communes, sans carreau, le sont à leur centre')}`;
  return `Habitants comptés par carreau de 200${nbsp}m (INSEE, ${source?.millesime ?? ''})${others}.`;
}

const grid = (base: Base) =>
  base.base === 'centre-de-la-commune'
    ? [
        'Les habitants d’une commune sont comptés en un seul point, son centre\u00a0: aucune grille de population n’est chargée. Une commune étendue est donc tout entière dedans ou dehors.',
        'Comme une commune est dedans ou dehors, l’équilibre est mesuré entre EPCI\u00a0: entre communes, l’indice ne dirait que la part des habitants proches.',
      ]
    : [
        `La population municipale de chaque commune est répartie sur ses carreaux habités de 200${nbsp}m (INSEE, Filosofi ${base.source?.millesime ?? ''}), en proportion des individus que l’INSEE y compte ou y estime${nbsp}; les totaux par commune restent ceux affichés ailleurs. Un carreau à cheval sur plusieurs communes est partagé à parts égales.`,
        ...(base.communesAuCentre === 0 ? [] : [withoutCells(base.communesAuCentre)]),
        'Tout un carreau est compté en son centre\u00a0: à 100\u00a0m près, un habitant peut être dit dedans ou dehors.',
        'L’équilibre est mesuré entre EPCI.',
      ];

const withoutCells = (count: number) =>
  count === 1
    ? 'Une commune n’a aucun carreau connu, et reste comptée à son centre.'
    : `${formatCount(count)} communes n’ont aucun carreau connu, et restent comptées à leur centre.`;

const far = (limit: ReachLimit, { temps }: ReachMeans) =>
  limit.km === null
    ? `Les temps de trajet ${byProfile[limit.profile]} sont ceux du service d’isochrones ${temps?.service ?? ''}${nbsp}: est à ${formatMinutes(limit.minutes)} d’un lieu ce qui tombe dans la zone d’où l’on y arrive en ce temps, sans embouteillages ni transports en commun. Un site y est toujours au centre d’une commune.`
    : 'Les distances sont à vol d’oiseau, non par la route.';

export const assumptions = {
  title: 'Ce que le calcul suppose',
  items: (base: Base, limit: ReachLimit, means: ReachMeans) => [
    ...grid(base),
    far(limit, means),
    ...(means.temps === null ? [timeWords.unavailable] : []),
    'Un lieu dont seule la commune est connue est placé au centre de celle-ci.',
    'Les lieux des départements voisins ne sont pas connus\u00a0: près des limites, le besoin peut être surestimé.',
    'Un nouveau site peut s’ouvrir au centre de toute commune du territoire choisi, ou de celles de la liste donnée\u00a0; ni le coût ni les locaux disponibles ne sont pris en compte.',
  ],
} as const;

export const timeWords = {
  measure: 'Mesurer',
  straight: 'À vol d’oiseau',
  travel: 'Temps de trajet',
  profile: 'Trajet',
  profiles: { voiture: 'En voiture', pied: 'À pied' },
  limit: 'À plus de',
  unavailable:
    'Le temps de trajet serait proposé ici si l’administrateur donnait au serveur l’adresse d’un service d’isochrones (ISOCHRONE_URL), comme celui de la Géoplateforme de l’IGN.',
  asked: (minutes: number) =>
    `Ce lien demande un temps de trajet de ${formatMinutes(minutes)}, que ce serveur ne sait pas calculer\u00a0: les distances ci-dessous sont à vol d’oiseau.`,
  waiting: 'Calcul des temps de trajet…',
  stale: 'Les chiffres viennent de changer sur le serveur\u00a0: recharger la page.',
} as const;
