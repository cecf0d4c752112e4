/** Text compared without accents or case, on both engines: the extension unaccent is not on either by default. */

/** @param text an SQL expression */
export function foldedSql(text: string): string {
  const bare = `regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g')`;
  return `replace(replace(replace(lower(${bare}), 'œ', 'oe'), 'Œ', 'oe'), '’', '''')`;
}
