/** In which commune a place of a published list stands: by its code, or else by its postcode and the name of its commune. */
import type { Cog } from './membership.ts';

export interface WrittenCommune {
  readonly code: string;
  readonly postcode: string;
  readonly name: string;
}

export type FoundCommune =
  | { readonly is: 'found'; readonly commune: string; readonly warning: string | null }
  /** One of these, nothing says which. */
  | { readonly is: 'ambiguous'; readonly among: readonly string[]; readonly warning: string }
  /** A code that the COG does not know, and nothing else to find it by. */
  | { readonly is: 'unknown'; readonly message: string }
  | { readonly is: 'not-told' };

/** Old codes, and those of municipal arrondissements, lead to the commune of today. */
export function makeCommuneFinder(cog: Cog): (written: WrittenCommune) => FoundCommune {
  const byPostcode = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const { code, nom, departement = '', codesPostaux = [] } of cog.communes.values()) {
    for (const postcode of codesPostaux) add(byPostcode, postcode, code);
    add(byName, `${departement} ${plainName(nom)}`, code);
  }
  const nameOf = (code: string) => plainName(cog.communes.get(code)?.nom ?? '');

  function byPostcodeAndName(postcode: string, name: string): readonly string[] {
    const near = byPostcode.get(postcode) ?? [];
    if (name === '') return near;
    const same = near.filter((code) => nameOf(code) === name);
    if (same.length > 0) return same;
    // A CEDEX is the postcode of no commune: its département and the name are left.
    const homonyms = departementsOf(postcode).flatMap((departement) => byName.get(`${departement} ${name}`) ?? []);
    if (homonyms.length > 0) return homonyms;
    // « Évry » is still written for Évry-Courcouronnes.
    const related = near.filter((code) => isPartOf(name, nameOf(code)) || isPartOf(nameOf(code), name));
    return related.length > 0 ? related : near;
  }

  return ({ code: codeCell, postcode: postcodeCell, name: nameCell }) => {
    const code = padded(codeCell.trim());
    const present = cog.former.get(code) ?? code;
    if (cog.communes.has(present)) return { is: 'found', commune: present, warning: null };
    const shown = `« ${[postcodeCell.trim(), nameCell.trim()].filter(Boolean).join(' ')} »`;
    const postcode = padded(postcodeCell.trim());
    const among = postcode === '' ? [] : byPostcodeAndName(postcode, plainName(nameCell));
    const [only, ...others] = among;
    if (only && others.length === 0)
      return {
        is: 'found',
        commune: only,
        warning: code === '' ? null : `la commune « ${code} » n’existe pas au COG 2026, ${shown} la donne`,
      };
    if (only)
      return { is: 'ambiguous', among, warning: `${shown} peut être ${among.length} communes, aucune n’est retenue` };
    if (code !== '') return { is: 'unknown', message: `la commune « ${code} » n’existe pas au COG 2026` };
    return { is: 'not-told' };
  };
}

function add(map: Map<string, string[]>, key: string, code: string): void {
  const list = map.get(key);
  if (list) list.push(code);
  else map.set(key, [code]);
}

/** Gives back the zero that a spreadsheet took. */
function padded(code: string): string {
  return /^\d{4}$/.test(code) ? `0${code}` : code;
}

function departementsOf(postcode: string): string[] {
  if (postcode.startsWith('20')) return ['2A', '2B'];
  return [postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)];
}

/** `ST-MICHEL S/ORGE CEDEX 2` → `saint michel sur orge`. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/\bs\/(?=\w)/g, 'sur ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bcedex\b.*$/, ' ')
    .replace(/\b\d+ ?(e|er|eme)?( arrondissement)?\b/g, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/ +/g, ' ')
    .trim();
}

/** Whether every word of the first stands in the second. */
function isPartOf(some: string, all: string): boolean {
  const words = new Set(all.split(' '));
  return some !== '' && some.split(' ').every((word) => words.has(word));
}
