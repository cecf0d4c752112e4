/** When a project or an action of the roadmap begins and ends, as far as is known, and what seems late. */

export interface Dated {
  readonly dateDebutPrevue: string | null;
  readonly dateFinPrevue: string | null;
  readonly dateDebut: string | null;
  readonly dateFin: string | null;
}

export interface Span {
  /** ISO day; where only the end is known, the first day of what is known of it. */
  readonly from: string;
  /** ISO day; null where no end is known. */
  readonly to: string | null;
  readonly isStartKnown: boolean;
  /** Whether each bound was published as a foreseen date. */
  readonly isStartForeseen: boolean;
  readonly isEndForeseen: boolean;
}

/** First day of a partial date. */
export function firstDay(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** Last day of a partial date. */
export function lastDay(date: string): string {
  if (date.length >= 10) return date.slice(0, 10);
  const [year = 0, month = 12] = date.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
}

/** null when no date is known. */
export function spanOf({ dateDebutPrevue, dateFinPrevue, dateDebut, dateFin }: Dated): Span | null {
  const start = dateDebut ?? dateDebutPrevue;
  const end = dateFin ?? dateFinPrevue;
  const [known] = [start, end].filter((date) => date !== null);
  if (known === undefined) return null;
  return {
    from: firstDay(start ?? known),
    to: end === null ? null : lastDay(end),
    isStartKnown: start !== null,
    isStartForeseen: dateDebut === null && dateDebutPrevue !== null,
    isEndForeseen: dateFin === null && dateFinPrevue !== null,
  };
}

/**
 * An end that was announced and is past, of something that is not known to be over: late, or a sheet to bring up to
 * date; the facts at hand do not say which.
 * @param today ISO day
 */
export function isPastDue(span: Span | null, isOver: boolean, today: string): boolean {
  return !isOver && span !== null && span.to !== null && span.to < today;
}
