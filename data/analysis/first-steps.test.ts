import { describe, expect, it } from 'vitest';
import { type FirstStepFacts, firstSteps, type Lacking, type NeedCell } from './first-steps.ts';

const cell = (territory: string, theme: string, worse: number, given: Partial<NeedCell> = {}): NeedCell => ({
  territory,
  theme,
  class: 'besoin-avec-projet',
  reading: { indicator: 'x', value: 1, reference: 2, worse },
  projects: 1,
  lastEvidence: null,
  ...given,
});
const lacking = (territory: string, premises: number, closing: Lacking['closing'] = null): Lacking => ({
  territory,
  premises,
  closing,
});
const facts = (given: Partial<FirstStepFacts>): FirstStepFacts => ({
  needs: [],
  lacking: [],
  unanswered: [],
  silentSheets: 0,
  oldPlaces: 0,
  ...given,
});
const net = 'infrastructures-connectivite';

describe('what comes first', () => {
  it('connects the territory in need with most premises, not the one with most to say', () => {
    const [step] = firstSteps(
      facts({
        needs: [cell('a', net, 9), cell('b', net, 0.2)],
        lacking: [lacking('a', 10), lacking('b', 400), lacking('c', 900)],
      }),
    );
    expect(step).toMatchObject({ kind: 'connect', lacking: { territory: 'b' }, cell: { territory: 'b' } });
  });

  it('without a need, connects where copper closes; without either, says nothing of premises', () => {
    const closing = { firstOn: '2027-01-31', communes: 2, premises: 5 };
    expect(firstSteps(facts({ lacking: [lacking('a', 10, closing), lacking('c', 900)] }))).toEqual([
      { kind: 'connect', lacking: lacking('a', 10, closing), cell: null },
    ]);
    expect(firstSteps(facts({ lacking: [lacking('c', 900)] }))).toEqual([]);
  });

  it('groups the other needs by theme, those without a project first, and stops at three', () => {
    const without = cell('b', 'inclusion-mediation', 0.2, { class: 'besoin-sans-projet', projects: 0 });
    const steps = firstSteps(
      facts({
        needs: [cell('a', 'inclusion-mediation', 0.9), without, cell('a', 'e-administration', 0.5)],
        unanswered: ['a'],
        silentSheets: 4,
        oldPlaces: 3,
      }),
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['need', 'need', 'census']);
    expect(steps[0]).toMatchObject({ theme: 'inclusion-mediation', cells: [{ territory: 'b' }, { territory: 'a' }] });
  });
});
