/** The same information as the map, as a table. */
export function ValuesTable() {
  return null;
}
