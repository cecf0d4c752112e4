/** The sentence that opens a territory's panel: where it stands against the whole département. */
import type { Value } from '../../api/contract.ts';
import { formatCountOf, formatPoints, formatRatio } from './numbers.ts';

/**
 * @param coverage FttH coverage of the territory
 * @param reference that of the département; null when the territory is the département
 * @param gap its premises not yet connectable
 * @param whole “l’EPCI”, where it is read whole although it straddles the département; null otherwise
 */
export function portraitSentence(
  coverage: Value,
  reference: Value | null,
  gap: Value | null,
  whole: string | null = null,
): string | null {
  if (typeof coverage.valeur !== 'number') return null;
  const missing =
    typeof gap?.valeur === 'number'
      ? gap.valeur === 0
        ? ' Aucun local n’y reste à raccorder.'
        : ` ${formatCountOf(gap.valeur, 'local n’y est pas encore raccordable', 'locaux n’y sont pas encore raccordables')}.`
      : '';
  const position = reference === null ? '' : `, ${comparison(coverage.valeur, reference)}`;
  return `${formatRatio(coverage.valeur)} des locaux${whole === null ? '' : ` de ${whole} entier`} sont raccordables à la fibre${position}.${missing}`;
}

function comparison(ratio: number, reference: Value): string {
  if (typeof reference.valeur !== 'number') return 'sans comparaison possible';
  const difference = Math.round((ratio - reference.valeur) * 1000) / 1000;
  if (difference === 0) return 'comme dans l’ensemble du département';
  const distance = formatPoints(Math.abs(difference)).replace('+', '');
  return `${distance} ${difference > 0 ? 'au-dessus' : 'au-dessous'} du département`;
}
