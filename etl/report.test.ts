import { describe, expect, it } from 'vitest';
import { makeProgress } from './progress.ts';
import { blankResult, reportLines, type SourceResult } from './report.ts';

const result = (more: Partial<SourceResult>): SourceResult => ({
  ...blankResult('lieux-recenses', '2025', '91'),
  ...more,
});

describe('the report of a run', () => {
  it('says once that the former data stay, and only where there were some', () => {
    const failure = 'contrôle non passé : 1 ligne pour 95.';
    const told = (hasFormer: boolean) => reportLines([result({ failure, hasFormer })]).at(-1);
    expect(told(true)).toBe(
      'lieux-recenses (91), ÉCHEC : contrôle non passé : 1 ligne pour 95. Les données précédentes de la source restent en vigueur.',
    );
    expect(told(false)).toBe(
      'lieux-recenses (91), ÉCHEC : contrôle non passé : 1 ligne pour 95. Rien n’était chargé de cette source : elle reste sans données.',
    );
  });

  it('counts a single row in the singular', () => {
    const lines: string[] = [];
    const progress = makeProgress({ isTTY: false } as NodeJS.WriteStream, (line) => lines.push(line));
    for (const [read, taken] of [
      [3, 1],
      [3, 0],
      [3000, 2500],
    ] as const) {
      progress.begin('lieux-recenses', '2025', ['91']);
      progress.end([result({ status: 'loaded', read, taken, file: { sha256: 'a', read, taken } })]);
    }
    progress.begin('dpnt', '', ['77', '91']);
    progress.end([
      result({ status: 'loaded', read: 3, taken: 1, file: { sha256: 'b', read: 3, taken: 1 } }),
      result({}),
    ]);
    expect(lines).toEqual([
      'lieux-recenses 2025 (91) : chargé, 1 ligne retenue sur 3',
      'lieux-recenses 2025 (91) : chargé, 0 ligne retenue sur 3',
      'lieux-recenses 2025 (91) : chargé, 2\u202f500 lignes retenues sur 3\u202f000',
      'dpnt (77, 91) : ÉCHEC pour 1 département, 1 ligne retenue sur 3',
    ]);
  });
});
