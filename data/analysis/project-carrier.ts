/** The kind of organisation that carries a project, where its sheet does not declare it. */
import type { CarrierType } from '../catalogue/project-words.ts';

/**
 * Legal forms, as official names begin with them. A city's or a company's own name says nothing, and is left unknown.
 */
const forms: readonly (readonly [RegExp, CarrierType])[] = [
  [/^(ville|commune|mairie) (de|du|des|d’|d')/i, 'commune'],
  [/^(communauté (d’|d'|de )|métropole |établissement public territorial)/i, 'epci'],
  [/^(département|conseil (général|départemental)) (de|du|des|d’|d')/i, 'departement'],
  [/^(région |conseil régional)/i, 'region'],
  [/^(état\b|préfecture |ministère |rectorat |académie )/i, 'etat'],
  [/^syndicat /i, 'syndicat'],
  [/^(établissement public|office |chambre )/i, 'etablissement-public'],
  [/^association /i, 'association'],
];

/**
 * SIREN of French public bodies begin with what they are (INSEE, codification of the SIREN register): 21 a commune,
 * 22 a département, 23 a region; 20, 24 and 25 a grouping, which is an EPCI when it is one of those known.
 * @returns null when neither the SIREN nor the legal form in the name says
 */
export function carrierTypeOf(
  declared: CarrierType | null,
  siren: string | null,
  name: string,
  epcis: ReadonlySet<string>,
): CarrierType | null {
  if (declared !== null) return declared;
  if (siren !== null) {
    if (epcis.has(siren)) return 'epci';
    const kind = ({ '21': 'commune', '22': 'departement', '23': 'region' } as const)[siren.slice(0, 2)];
    if (kind) return kind;
  }
  return forms.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
