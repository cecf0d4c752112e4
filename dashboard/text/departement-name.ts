/** The article of a département's name: “de l’Essonne”, “dans le Loiret”, “à Paris”. Follows the COG's nominal types. */

const masculine = new Set(
  '14 15 18 25 29 30 32 39 41 45 46 47 49 56 59 62 63 67 68 69 81 82 83 84 90 94 95'.split(' '),
);
const plural = new Set('04 05 06 08 13 22 40 64 65 66 78 79 88 92'.split(' '));
const bare = new Set('75 974 976'.split(' '));
const elided = new Set('01 02 03 07 09 10 11 12 27 28 34 35 36 37 38 60 61 89 91'.split(' '));

export interface DepartementName {
  readonly code: string;
  readonly nom: string;
}

/** { code: '91', nom: 'Essonne' } → l’Essonne. */
export function withArticle({ code, nom }: DepartementName): string {
  if (bare.has(code)) return nom;
  if (elided.has(code)) return `l’${nom}`;
  if (masculine.has(code)) return `le ${nom}`;
  return plural.has(code) ? `les ${nom}` : `la ${nom}`;
}

/** → de l’Essonne, du Loiret, des Yvelines, de Paris. */
export function ofDepartement(departement: DepartementName): string {
  if (masculine.has(departement.code)) return `du ${departement.nom}`;
  if (plural.has(departement.code)) return `des ${departement.nom}`;
  return `de ${withArticle(departement)}`;
}

/** → dans l’Essonne, dans les Yvelines, à Paris. */
export function inDepartement(departement: DepartementName): string {
  return `${bare.has(departement.code) ? 'à' : 'dans'} ${withArticle(departement)}`;
}
