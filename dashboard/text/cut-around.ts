/** Finds the figure of a sentence, which the headline sets large between what comes before and what comes after. */

/**
 * @param name a territory's name that opens the sentence and may hold a number itself: 2 Vallées
 * @returns null where the figure does not stand by itself: the 0 of 31/01/2027 is not one
 */
export function cutAround(sentence: string, figure: string, name = ''): [before: string, after: string] | null {
  const start = sentence.startsWith(name) ? name.length : 0;
  for (let place = sentence.indexOf(figure, start); place >= 0; place = sentence.indexOf(figure, place + 1)) {
    const [before, after] = [sentence.slice(0, place), sentence.slice(place + figure.length)];
    // A number goes on across a digit, a separator of thousands or decimals, and the strokes of a date.
    if (!/[\d/][,\u202f]?$|[T,/]$/.test(before) && !/^([,\u202f]?\d|\/)/.test(after))
      return [before.trim(), after.trim()];
  }
  return null;
}
