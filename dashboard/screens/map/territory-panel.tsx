/** What is known of the territory of the view. */
export function TerritoryPanel() {
  return null;
}
