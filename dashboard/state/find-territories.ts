/** Finds territories by name, code or postcode. Accents, case, hyphens and apostrophes make no difference. Pure. */
import type { Territory } from '../../api/contract.ts';

type Searched = Pick<Territory, 'code' | 'nom' | 'nomOfficiel' | 'codesPostaux' | 'niveau'>;

/** “Évry-Courcouronnes” → “evry courcouronnes”; “St” and “Ste” are opened. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\bst(e?)\b/g, 'saint$1')
    .trim();
}

/**
 * @returns the best answers first: a name that starts with the text, then a word that does, then the rest.
 * An empty text finds nothing.
 */
export function findTerritories<T extends Searched>(territories: readonly T[], text: string, limit: number): T[] {
  const wanted = normalise(text);
  if (wanted === '') return [];
  const ranked = territories.flatMap((territory) => {
    const rank = rankOf(territory, wanted);
    return rank === null ? [] : [{ territory, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.territory.nom.localeCompare(b.territory.nom, 'fr'));
  return ranked.slice(0, limit).map(({ territory }) => territory);
}

function rankOf(territory: Searched, wanted: string): number | null {
  if (/^\d/.test(wanted) && [territory.code, ...territory.codesPostaux].some((code) => code.startsWith(wanted)))
    return 0;
  const name = normalise(territory.nom);
  if (name.startsWith(wanted) || nameWithoutArticle(name).startsWith(wanted)) return 0;
  const words = ` ${name} ${normalise(territory.nomOfficiel)}`;
  if (words.includes(` ${wanted}`)) return 1;
  return wanted.split(' ').every((word) => words.includes(` ${word}`)) ? 2 : null;
}

function nameWithoutArticle(name: string): string {
  return name.replace(/^(le|la|les|l) /, '');
}
