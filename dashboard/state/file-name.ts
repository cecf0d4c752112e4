/** Names of the files that the dashboard makes, as those of the API's downloads: couverture-ftth_communes_91_2026-T2. */
import type { Values } from '../../api/contract.ts';

const plurals = { commune: 'communes', epci: 'epci', departement: 'departement' } as const;

/** @param place SIREN of the EPCI that is shown, or code of the département */
export function valuesFileName(values: Values, place: string): string {
  return fileNameOf([
    values.indicateur,
    plurals[values.niveau],
    place,
    values.periode,
    values.echeance && `echeance-${values.echeance}`,
    values.depuis && `depuis-${values.depuis}`,
    values.perimetre === 'entier' && 'entier',
    values.edition && `edition-${values.edition.id}`,
  ]);
}

export function fileNameOf(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join('_');
}
