import { describe, expect, it } from 'vitest';
import {
  type BalanceReading,
  findingOfSplit,
  formatIndex,
  measures,
  summariseBalance,
  summariseSeries,
  summariseShared,
} from './balance.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const fibre = measures['locaux-a-raccorder']!;
const reading: BalanceReading = {
  base: 719204,
  quantity: 22801,
  gini: 0.5604,
  theil: 0.5707,
  communes: 194,
  isReadable: true,
  half: { communes: 27, baseShare: 0.14, quantityShare: 0.5 },
  split: null,
  chance: { observed: 0.719, mean: 0.881, low: 0.798, high: 0.943, rounds: 500 },
};

describe('the three sentences of balance', () => {
  it('says the magnitude, then the concentration, then what chance would give', () => {
    expect(plain(summariseBalance(reading, fibre, null))).toBe(
      '22 801 locaux sur 719 204 ne sont pas encore raccordables à la fibre, soit 3,2 %. La moitié de ce qui manque tient dans 27 communes sur 194, qui comptent 14,0 % des locaux. 72 % de l’écart se joue entre communes d’un même EPCI ; distribuées au hasard, les communes donneraient 88 % (de 80 % à 94 %) : les EPCI diffèrent donc entre eux plus que par le seul hasard.',
    );
  });

  it('draws nothing from an index under the threshold', () => {
    const noise = { ...reading, isReadable: false, half: null, chance: null };
    expect(summariseBalance(noise, fibre, null)).toMatch(
      /trop petit pour être lu\s: aucune conclusion n’en est tirée\.$/,
    );
  });

  it('agrees in the singular, and says when nothing is missing or known', () => {
    const one = {
      ...reading,
      quantity: 1,
      half: { communes: 1, baseShare: 0.5, quantityShare: 1 },
      communes: 2,
      chance: null,
    };
    const inside = { name: '2 Vallées', baseShare: 0.1, quantityShare: 0.2 };
    expect(plain(summariseBalance(one, fibre, inside))).toMatch(
      /^2 Vallées : 1 local sur 719 204 n’est pas encore raccordable à la fibre, .* Ce local est dans 1 commune sur 2, qui compte 50,0 % des locaux\. 2 Vallées compte 20,0 % de ce qui manque dans le département, pour 10,0 % des locaux\.$/,
    );
    expect(summariseBalance({ ...reading, quantity: 0 }, fibre, null)).toBe(
      'Tous les locaux sont raccordables à la fibre.',
    );
    expect(plain(summariseBalance({ ...reading, base: 0, quantity: 0 }, fibre, inside))).toBe(
      '2 Vallées : aucun chiffre n’est disponible.',
    );
    expect(summariseBalance({ ...reading, communes: 1 }, fibre, inside)).toContain('il n’y a pas d’écart à mesurer');
  });

  it('tells an observation that chance would give, or more than it would', () => {
    const chance = { observed: 0.9, mean: 0.88, low: 0.8, high: 0.94, rounds: 500 };
    expect(findingOfSplit(chance)).toContain('ne se distingue pas du hasard');
    expect(findingOfSplit({ ...chance, observed: 0.97 })).toContain('moins que par le seul hasard');
  });

  it('compares periods of one method only', () => {
    expect(
      plain(
        summariseSeries([{ period: '2026-T2', quantity: 22801, theil: 0.57 }], ['2017-T4', '2018-T1'], 'estimation'),
      ),
    ).toBe(
      'T2 2026 est la seule période comptée ainsi (estimation) : ces chiffres ne disent pas si le territoire s’équilibre. Rupture de série : T4 2017 et T1 2018 relèvent d’une autre méthode.',
    );
    const series = [
      { period: '2017-T3', quantity: 400, theil: 0.3 },
      { period: '2018-T1', quantity: 300, theil: 0.25 },
    ];
    expect(plain(summariseSeries(series, [], null))).toBe(
      'Du T3 2017 au T1 2018, ce qui manque passe de 400 à 300 locaux ; l’indice de Theil, de 0,30 à 0,25 : ce qui reste est réparti moins inégalement.',
    );
    const noise = series.map((each) => ({ ...each, theil: each.theil / 100 }));
    expect(summariseSeries(noise, [], null)).toContain('trop petit pour que son évolution soit lue');
  });

  it('keeps the decimals of an index near zero, and counts shared projects', () => {
    expect([0.5707, 0.0009, -0.0435].map(formatIndex)).toEqual(['0,57', '0,0009', '−0,0435']);
    expect(plain(summariseShared(18, 95, 'dans l’Essonne'))).toBe(
      '18 projets recensés sur 95 dans l’Essonne sont partagés entre deux collectivités ou plus.',
    );
    expect(summariseShared(0, 1, 'pour X')).toBe(
      'Le seul projet recensé pour X n’est pas partagé entre deux collectivités ou plus.',
    );
    expect(plain(summariseShared(0, 2, 'pour X'))).toBe('Aucun des 2 projets recensés pour X n’est partagé.');
    expect(summariseShared(0, 0, 'pour X')).toBe('Aucun projet n’est recensé pour X.');
  });
});
