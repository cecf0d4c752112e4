/** The closing report of a run: read, taken, refused by reason, seconds. French, for the administrator. */
import { group } from 'd3-array';
import { countOf } from './french.ts';
import { type Remark, summarise } from './validate.ts';

/** What became of one edition of a source, for one département. */
export interface SourceResult {
  readonly source: string;
  readonly vintage: string;
  readonly departement: string;
  /** `absent`: where files were looked for, there is none of this source; `uncovered`: its files never tell of this one. */
  readonly status: 'loaded' | 'unchanged' | 'failed' | 'absent' | 'uncovered';
  readonly read: number;
  readonly taken: number;
  readonly outside: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly seconds: number;
  /** Why it failed, a French sentence. */
  readonly failure?: string;
  /** Whether an earlier load of the source is in force, and stays so when this one fails. */
  readonly hasFormer?: boolean;
  /** The account of the file itself, whatever the number of départements that take rows of it; absent when it was not read. */
  readonly file?: FileAccount;
}

export interface FileAccount {
  /** Of its bytes: the same for all the départements of one file. */
  readonly sha256: string;
  readonly read: number;
  /** Rows that one département or more takes. */
  readonly taken: number;
}

/** A result to which nothing has happened yet: a failure until it is said otherwise. */
export function blankResult(source: string, vintage: string, departement: string): SourceResult {
  const nothing = { read: 0, taken: 0, outside: 0, refused: [], warnings: [], seconds: 0 };
  return { source, vintage, departement, status: 'failed', ...nothing };
}

export const statusWords = {
  loaded: 'chargé',
  unchanged: 'inchangé',
  failed: 'ÉCHEC',
  absent: 'sans fichier',
  uncovered: 'non couvert',
} as const;

/** 0 only when all that was there to load is loaded. */
export function exitCodeOf(results: readonly SourceResult[]): 0 | 1 {
  return results.some(({ status }) => status === 'failed') ? 1 : 0;
}

/** @returns lines to print, the table first, then what was refused, kept with a remark, or failed. */
export function reportLines(results: readonly SourceResult[]): string[] {
  const present = results.filter(({ status }) => status !== 'absent' && status !== 'uncovered');
  const uncovered = group(
    results.filter(({ status }) => status === 'uncovered'),
    ({ source }) => source,
  );
  const absent = [...new Set(results.filter(({ status }) => status === 'absent').map(({ source }) => source))];
  return [
    ...tableLines(present),
    ...(absent.length > 0
      ? ['', `Sans fichier là où ils ont été cherchés, chiffres en vigueur inchangés : ${absent.join(', ')}.`]
      : []),
    ...(uncovered.size > 0 ? ['', 'Départements que la publication ne couvre pas :'] : []),
    ...[...uncovered].map(([source, own]) => `  ${source} : ${own.map(({ departement }) => departement).join(', ')}`),
    ...present.flatMap(({ source, departement, refused, warnings, failure, hasFormer }) => [
      ...(failure ? ['', `${source} (${departement}), ÉCHEC : ${failure} ${keptWords(hasFormer ?? false)}`] : []),
      ...groupLines(`${source} (${departement}), refusées`, refused),
      ...groupLines(`${source} (${departement}), conservées et signalées`, warnings),
    ]),
  ];
}

const keptWords = (hasFormer: boolean) =>
  hasFormer
    ? 'Les données précédentes de la source restent en vigueur.'
    : 'Rien n’était chargé de cette source : elle reste sans données.';

/** A line a source and edition; départements with the same fate share it when there are many. */
function tableLines(results: readonly SourceResult[]): string[] {
  const head = [
    'source',
    'millésime',
    'département',
    'état',
    'lues',
    'retenues',
    'hors territoire',
    'refusées',
    'secondes',
  ];
  const told = group(results, ({ source, vintage, status }) => `${source} ${vintage} ${status}`);
  const rows = [...told.values()].flatMap((alike) => (alike.length > 3 ? [together(alike)] : alike.map(cellsOf)));
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const write = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < 4 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [write(head), write(widths.map((width) => '─'.repeat(width))), ...rows.map(write)];
}

function cellsOf({ source, vintage, departement, status, read, taken, outside, refused, seconds }: SourceResult) {
  const counts = [read, taken, outside, refused.length].map(String);
  return [source, vintage, departement, statusWords[status], ...counts, seconds.toFixed(1)];
}

function together(alike: readonly SourceResult[]): string[] {
  const [{ source, vintage, status }] = alike as [SourceResult];
  const { read, taken, refused } = countOnce(alike);
  const counts = [read, taken, Math.max(0, read - taken - refused), refused].map(String);
  const seconds = Math.max(...alike.map((result) => result.seconds)).toFixed(1);
  return [source, vintage, `${alike.length} dép.`, statusWords[status], ...counts, seconds];
}

/** Rows of the files that these results are of, each once: a row of a straddling EPCI is taken by several départements. */
export function countOnce(results: readonly SourceResult[]): { read: number; taken: number; refused: number } {
  const files = new Map(results.flatMap(({ file }) => (file ? [[file.sha256, file] as const] : [])));
  const sum = (of: (file: FileAccount) => number) => [...files.values()].reduce((total, file) => total + of(file), 0);
  const refused = new Set(results.flatMap((result) => result.refused.map(({ message }) => message)));
  return { read: sum(({ read }) => read), taken: sum(({ taken }) => taken), refused: refused.size };
}

function groupLines(title: string, remarks: SourceResult['refused']): string[] {
  return summarise(remarks, 3).flatMap(({ reason, count, samples }) => [
    '',
    `${title} : ${reason} (${count})`,
    ...samples.map((sample) => `  ${sample}`),
    ...(count > samples.length ? [`  … et ${countOf(count - samples.length, 'autre', 'autres')}`] : []),
  ]);
}
