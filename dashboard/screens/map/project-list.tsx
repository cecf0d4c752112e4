/** The referenced projects of the view. */
export function ProjectList() {
  return null;
}
