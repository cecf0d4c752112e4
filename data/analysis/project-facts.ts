/** What the analysis of referenced projects reads of each: fields as the API names them. */
import type { CarrierType, Confidence, ProjectLevel, ProjectPhase, ProjectState } from '../catalogue/project-words.ts';

export interface ProjectFacts {
  readonly id: string;
  readonly parent: string | null;
  readonly titre: string;
  readonly objectifs: string | null;
  readonly theme: string;
  readonly porteur: string;
  readonly porteurSiren: string | null;
  /** As declared, else as told by `carrierTypeOf`; null when neither says. */
  readonly porteurType: CarrierType | null;
  readonly niveau: ProjectLevel;
  readonly communes: readonly string[];
  readonly epci: readonly string[];
  readonly publics: readonly string[];
  readonly phase: ProjectPhase;
  readonly etat: ProjectState | null;
  /** Partial dates: a year, a month or a day. */
  readonly dateDebutPrevue: string | null;
  readonly dateFinPrevue: string | null;
  readonly dateDebut: string | null;
  readonly dateFin: string | null;
  readonly budgetEuros: number | null;
  readonly financeurs: readonly string[];
  readonly financements: readonly {
    readonly financeur: string;
    readonly annee: string | null;
    readonly montantEuros: number | null;
  }[];
  readonly ouvert: boolean | null;
  readonly effetsAttendus: string | null;
  readonly besoins: readonly string[];
  readonly sourceDate: string | null;
  readonly dateMaj: string | null;
  readonly confiance: Confidence;
}

/** Who funds it, each once, in alphabetical order. */
export function fundersOf({ financeurs, financements }: ProjectFacts): string[] {
  return [...new Set([...financeurs, ...financements.map(({ financeur }) => financeur)])].sort((a, b) =>
    a.localeCompare(b, 'fr'),
  );
}

/** The last date at which something is known of it: of its source, or of its sheet. */
export function lastEvidence({ sourceDate, dateMaj }: Pick<ProjectFacts, 'sourceDate' | 'dateMaj'>): string | null {
  return (
    [sourceDate, dateMaj]
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Whole months between a partial date (its last day: nothing is older than it must be) and a day, ISO; never negative. */
export function monthsSince(date: string, today: string): number {
  const [year = 0, month = 12] = date.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  return Math.max(0, (thisYear - year) * 12 + thisMonth - month);
}

/** Whether it is carried with, or open to, two collectivités or more, as far as its sheet says. */
export function isShared({ ouvert, epci, communes }: ProjectFacts): boolean {
  return ouvert === true || epci.length > 1 || communes.length > 1;
}
