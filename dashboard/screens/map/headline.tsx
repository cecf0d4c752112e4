/** The sentence that says what the view says, and its key figure. */
export function Headline() {
  return null;
}
