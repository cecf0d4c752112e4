/** Where files come from: a folder that holds them, or the publishers' own addresses. One port, two of them. */
import type { Form, Source } from '../../data/sources/declare.ts';
import type { FetchedFile } from '../fetched-file.ts';

/** A département whose figures are wanted, and the others that its EPCI reach into. */
export interface Wanted {
  readonly departement: string;
  readonly neighbours: readonly string[];
}

export interface Edition {
  /** 2026-T2, 2026 or 2025-10-20. */
  readonly vintage: string;
  /** ISO day at which it was true. */
  readonly dataOn: string;
  readonly files: readonly FetchedFile[];
}

export type OnBytes = (received: number, total: number | null) => void;

/** An edition of a source that an origin holds. Nothing is read nor downloaded before `obtain`. */
export interface Located {
  readonly form: Form;
  /** Its vintage, as far as is known before it is obtained; empty for what stands at an address. */
  readonly label: string;
  readonly departements: readonly string[];
  /** null when the publisher has not made this file for this edition. */
  obtain(onBytes: OnBytes): Promise<Edition | null>;
}

export interface Origin {
  /** For messages: « le dossier x ». */
  readonly name: string;
  readonly isFolder: boolean;
  /** The editions of a source, the oldest first; none when this origin holds none. */
  locate(source: Source, wanted: readonly Wanted[]): Promise<Located[]>;
}

const quarterText = /^(\d{4})_?[Tt]([1-4])$/;

/** `2026_T2`, `2026T2` → `2026-T2`; undefined for anything else. */
export function findVintage(quarter: string): string | undefined {
  const [, year, number] = quarterText.exec(quarter) ?? [];
  return year && number ? `${year}-T${number}` : undefined;
}

/** Last day of a quarter: `2026-T2` → `2026-06-30`. */
export function endOfQuarter(vintage: string): string {
  const [year = '', number = ''] = vintage.split('-T');
  return `${year}-${['', '03-31', '06-30', '09-30', '12-31'][Number(number)] ?? '12-31'}`;
}

export function fill(pattern: string, values: { departement?: string; quarter?: string }): string {
  return pattern
    .replaceAll('{departement}', values.departement ?? '{departement}')
    .replaceAll('{quarter}', values.quarter ?? '{quarter}');
}

export const isPerDepartement = (form: Form) => form.files.some(({ path }) => path.includes('{departement}'));

/** An edition of a form that was found, before the départements are dealt out. */
export interface Found {
  readonly label: string;
  /** As written in addresses and folders: `2026_T2`; undefined where there is one edition. */
  readonly quarter?: string;
  holds(departement: string): Promise<boolean>;
  obtain(departement: Wanted | null, onBytes: OnBytes): Promise<Edition | null>;
}

/**
 * Deals the editions out: for each one and each département, the first declared form that holds it. What stands at an
 * address is the present answer whatever its date: the forms declared after it are not looked at.
 */
export async function dealOut(
  forms: readonly Form[],
  wanted: readonly Wanted[],
  findEditions: (form: Form) => Promise<Found[]>,
): Promise<Located[]> {
  const located: Located[] = [];
  const served = new Set<string>();
  const settled = new Set<string>();
  for (const form of forms) {
    if (wanted.length < (form.atLeastDepartements ?? 1)) continue;
    for (const found of await findEditions(form)) {
      const lacking: Wanted[] = [];
      for (const one of wanted)
        if (
          !settled.has(one.departement) &&
          !served.has(`${found.label} ${one.departement}`) &&
          (await found.holds(one.departement))
        )
          lacking.push(one);
      for (const { departement } of lacking) {
        served.add(`${found.label} ${departement}`);
        if (form.editions.kind === 'standing') settled.add(departement);
      }
      const { label } = found;
      if (isPerDepartement(form))
        for (const one of lacking)
          located.push({
            form,
            label,
            departements: [one.departement],
            obtain: (onBytes) => found.obtain(one, onBytes),
          });
      else if (lacking.length > 0)
        located.push({
          form,
          label,
          departements: lacking.map(({ departement }) => departement),
          obtain: (onBytes) => found.obtain(null, onBytes),
        });
    }
  }
  return located.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}
