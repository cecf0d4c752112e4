/** The closing report of a run: read, taken, refused by reason, seconds. French, for the administrator. */
import { group } from 'd3-array';
import { countOf } from './french.ts';
import { type Remark, summarise } from './validate.ts';

/** What became of one edition of a source, for one département. */
export interface SourceResult {
  readonly source: string;
  readonly vintage: string;
  readonly departement: string;
  /** `absent`: where files were looked for, there is none of this source. */
  readonly status: 'loaded' | 'unchanged' | 'failed' | 'absent';
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
} as const;

/** 0 only when all that was there to load is loaded. */
export function exitCodeOf(results: readonly SourceResult[]): 0 | 1 {
  return results.some(({ status }) => status === 'failed') ? 1 : 0;
}

/** @returns lines to print, the table first, then what was refused, kept with a remark, or failed. */
export function reportLines(results: readonly SourceResult[]): string[] {
  const present = results.filter(({ status }) => status !== 'absent');
  const absent = [...new Set(results.filter(({ status }) => status === 'absent').map(({ source }) => source))];
  return [
    ...tableLines(present),
    ...(absent.length > 0
      ? ['', `Sans fichier là où ils ont été cherchés, chiffres en vigueur inchangés : ${absent.join(', ')}.`]
      : []),
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
  const [{ source, vintage, status, read }] = alike as [SourceResult];
  const sum = (of: (result: SourceResult) => number) => alike.reduce((total, result) => total + of(result), 0);
  const taken = sum((result) => result.taken);
  const refused = sum((result) => result.refused.length);
  const counts = [read, taken, Math.max(0, read - taken - refused), refused].map(String);
  const seconds = Math.max(...alike.map((result) => result.seconds)).toFixed(1);
  return [source, vintage, `${alike.length} dép.`, statusWords[status], ...counts, seconds];
}

function groupLines(title: string, remarks: SourceResult['refused']): string[] {
  return summarise(remarks, 3).flatMap(({ reason, count, samples }) => [
    '',
    `${title} : ${reason} (${count})`,
    ...samples.map((sample) => `  ${sample}`),
    ...(count > samples.length ? [`  … et ${countOf(count - samples.length, 'autre', 'autres')}`] : []),
  ]);
}
