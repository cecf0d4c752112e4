/** The closing report of a run: read, taken, refused by reason, seconds. French, for the administrator. */
import { type Remark, summarise } from './validate.ts';

/** What became of one edition of a source. */
export interface SourceResult {
  readonly source: string;
  readonly vintage: string;
  readonly status: 'loaded' | 'unchanged' | 'failed';
  readonly read: number;
  readonly taken: number;
  readonly outside: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly seconds: number;
  /** Why it failed, a French sentence. */
  readonly failure?: string;
}

const statusWords = { loaded: 'chargé', unchanged: 'inchangé', failed: 'ÉCHEC' } as const;

/** @returns lines to print, the table first, then what was refused, kept with a remark, or failed. */
export function reportLines(results: readonly SourceResult[]): string[] {
  const head = ['source', 'millésime', 'état', 'lues', 'retenues', 'hors territoire', 'refusées', 'secondes'];
  const rows = results.map((result) => [
    result.source,
    result.vintage,
    statusWords[result.status],
    String(result.read),
    String(result.taken),
    String(result.outside),
    String(result.refused.length),
    result.seconds.toFixed(1),
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const write = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < 3 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    write(head),
    write(widths.map((width) => '─'.repeat(width))),
    ...rows.map(write),
    ...results.flatMap(({ source, refused, warnings, failure }) => [
      ...(failure ? ['', `${source}, ÉCHEC : ${failure} Les chiffres précédents restent en vigueur.`] : []),
      ...groupLines(`${source}, refusées`, refused),
      ...groupLines(`${source}, conservées et signalées`, warnings),
    ]),
  ];
}

function groupLines(title: string, remarks: SourceResult['refused']): string[] {
  return summarise(remarks, 3).flatMap(({ reason, count, samples }) => [
    '',
    `${title} : ${reason} (${count})`,
    ...samples.map((sample) => `  ${sample}`),
    ...(count > samples.length ? [`  … et ${count - samples.length} autres`] : []),
  ]);
}
