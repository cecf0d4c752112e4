/** Finds a commune or an EPCI by name, code or postcode. */
export function TerritorySearch() {
  return null;
}
