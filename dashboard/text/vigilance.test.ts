import { expect, it } from 'vitest';
import type { Vigilance } from '../../data/analysis/vigilance.ts';
import { vigilanceBlocks } from './vigilance.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const nothing: Vigilance = {
  belowRate: [],
  closingEarly: [],
  zones: [],
  places: { old: [], over18: 0, undated: [] },
  silentSheets: { old: [], over18: 0, undated: [] },
  unanswered: [],
};
const context = { departement: { code: '91', nom: 'Essonne' }, isInside: false, nameOf: (code: string) => code };
const commune = (nom: string) => ({ code: nom, nom, fibreRatio: 0.9, lacking: 1, closesOn: '2027-01-31' });

it('shows a block only where there is something, with the right agreements', () => {
  expect(vigilanceBlocks(nothing, context)).toEqual([]);
  const seen = {
    ...nothing,
    belowRate: ['A', 'B', 'C', 'D'].map(commune),
    closingEarly: [commune('A')],
    places: {
      old: [{ id: 'l1', lastOn: '2025-03' }],
      over18: 0,
      undated: [
        { id: 'l2', lastOn: null },
        { id: 'l3', lastOn: null },
      ],
    },
  };
  const blocks = vigilanceBlocks(seen, context).map(({ figure, title, detail }) => [figure, title, detail].map(plain));
  expect(blocks).toEqual([
    ['4', 'communes sous le taux de fibre de l’Essonne', 'A (90,0 %) ; B (90,0 %) ; C (90,0 %) ; et 1 autre.'],
    ['1', 'commune dont le cuivre doit fermer, où 1 local attend la fibre', 'A (31/01/2027, 1 local).'],
    ['1', 'lieu décrit il y a un an ou plus', '2 lieux sans date.'],
  ]);
});
