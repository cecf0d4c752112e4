/** Which département a page shows. Pure: what is loaded and what the address wants, in; one of the loaded, out. */

/** What an address that names no département is about, whatever is loaded beside it. */
export const defaultDepartement = '91';

/** @returns the wanted one, else the default, else the first; undefined when none is loaded */
export function findShown<T extends { readonly code: string }>(loaded: readonly T[], wanted: string): T | undefined {
  const find = (code: string) => loaded.find((one) => one.code === code);
  return find(wanted) ?? find(defaultDepartement) ?? loaded[0];
}
