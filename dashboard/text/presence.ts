/** Words of the digital presence of a territory. */
import { plural } from './numbers.ts';

export const presence = {
  title: 'Site internet et messagerie',
  unknown: 'Non communiqué\u00a0: la source ne cite pas ce territoire.',
  ownRow: 'Présence numérique de l’EPCI lui-même, et non de ses communes.',
  /** @param levels levels that are met: a is both parts conform, aa with the recommendations */
  level: (levels: readonly string[]) => {
    if (levels.includes('aa')) return 'Site et messagerie conformes, recommandations comprises.';
    if (levels.includes('a')) return 'Site et messagerie conformes aux critères requis.';
    if (levels.includes('1.a')) return 'Site conforme, messagerie à améliorer.';
    return levels.includes('2.a') ? 'Messagerie conforme, site à améliorer.' : 'Site et messagerie à améliorer.';
  },
  part: (part: 'site' | 'messagerie', met: number, all: number) =>
    `${part === 'site' ? 'Site internet' : 'Messagerie'}\u00a0: ${
      met === 0
        ? `aucun critère satisfait sur ${all}`
        : `${met} ${plural(met, 'critère satisfait', 'critères satisfaits')} sur ${all}`
    }`,
  met: 'Satisfait\u00a0: ',
  unmet: 'Non satisfait\u00a0: ',
  recommended: '(recommandé)',
  source: (producer: string, date: string) => `${producer}, référentiel RPNT, au ${date}.`,
};

/** Name of the site that a declared address leads to; undefined where it is no address of the web. */
export function findHost(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname : undefined;
}
