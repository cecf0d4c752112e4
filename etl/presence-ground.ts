/** Whose digital presence is kept: where a row of the DPNT belongs, and what is said of one that belongs nowhere. */
import type { RawRecord } from '../data/catalogue/raw-record.ts';
import type { Cog } from './membership.ts';
import type { Scope } from './scope.ts';
import { communeCodePattern } from './validate.ts';

/** Whose rows are kept: communes and EPCI of the COG, by the départements that are wanted. */
export interface PresenceGround {
  readonly departements: readonly string[];
  /** Today's commune that holds a former one; the code itself otherwise. */
  presentOf(commune: string): string;
  /** Départements that take one of today's communes, its own and those whose EPCI reach it; undefined when there is none. */
  takersOf(commune: string): readonly string[] | undefined;
  /** SIREN → the wanted départements that it touches, none for an EPCI of elsewhere; undefined when there is no such EPCI. */
  touchedBy(siren: string): readonly string[] | undefined;
  /** SIREN of the EPCI that touch a département. */
  epcisOf(departement: string): readonly string[];
}

export function toPresenceGround(cog: Cog, scopes: readonly Scope[]): PresenceGround {
  const takers = new Map<string, string[]>();
  // The file is of the whole country: an EPCI that straddles is read whole.
  for (const { departement, own, around } of scopes)
    for (const commune of [...own, ...around]) takers.set(commune, [...(takers.get(commune) ?? []), departement]);
  const touched = new Map<string, string[]>();
  for (const { code, membres } of cog.epcis)
    touched.set(
      code,
      scopes.filter(({ own }) => membres.some((member) => own.has(member.code))).map(({ departement }) => departement),
    );
  // The EPT stand in the same list; the EPCI that is shown is the Métropole.
  for (const { code } of cog.epts) touched.set(code, []);
  return {
    departements: scopes.map(({ departement }) => departement),
    presentOf: (commune) => cog.former.get(commune) ?? commune,
    takersOf: (commune) => (cog.communes.has(commune) ? (takers.get(commune) ?? []) : undefined),
    touchedBy: (siren) => touched.get(siren),
    epcisOf: (departement) => [...touched].flatMap(([siren, of]) => (of.includes(departement) ? siren : [])),
  };
}

export interface PlaceOfRow {
  readonly level: 'commune' | 'epci';
  readonly code: string;
  readonly column: string;
  readonly departements: readonly string[];
}

/** A former commune, and today's that holds it. */
export interface FormerPlace {
  readonly code: string;
  readonly present: string;
  readonly departements: readonly string[];
}

type Place =
  | PlaceOfRow
  | FormerPlace
  /** Neither a commune nor an EPCI of today: told to the départements that it may be of. */
  | {
      readonly departements: readonly string[];
      readonly remark: { readonly column: string; readonly message: string };
      readonly isKept: boolean;
    };

/** Rows of other territories, of départements and of regions are left out. */
export function placeOf(record: RawRecord, ground: PresenceGround): Place | null {
  if (record.type === 'commune') return placeOfCommune((record.code_insee ?? '').trim(), ground);
  if (record.type === 'epci') return placeOfEpci((record.siren ?? '').trim(), record, ground);
  return null;
}

function placeOfCommune(code: string, { departements, presentOf, takersOf }: PresenceGround): Place | null {
  const present = presentOf(code);
  const takers = takersOf(present);
  if (takers) {
    if (takers.length === 0) return null;
    if (present !== code) return { code, present, departements: takers };
    return { level: 'commune', code, column: 'code_insee', departements: takers };
  }
  const isCode = communeCodePattern.test(code);
  const message = isCode
    ? `la commune « ${code} » n’existe pas au COG 2026`
    : /^\d{4}$/.test(code)
      ? `« ${code} » a 4 caractères, il en faut 5 (zéro initial perdu par le tableur ?)`
      : `« ${code} » n’est pas un code de commune (5 caractères, comme 91228)`;
  const mayBe = isCode ? departements.filter((each) => code.startsWith(each)) : departements;
  return { departements: mayBe, remark: { column: 'code_insee', message }, isKept: false };
}

function placeOfEpci(siren: string, record: RawRecord, { departements, touchedBy }: PresenceGround): Place | null {
  const touched = touchedBy(siren);
  if (touched)
    return touched.length > 0 ? { level: 'epci', code: siren, column: 'siren', departements: touched } : null;
  const told = record.departement_code_insee?.trim();
  return {
    departements: told ? departements.filter((each) => each === told) : departements,
    remark: { column: 'siren', message: `l’EPCI « ${siren} » n’existe pas, ou plus, au COG 2026 : ligne laissée` },
    // EPCI merge each year: the ANCT's list may be late, which spoils none of the other rows.
    isKept: true,
  };
}
