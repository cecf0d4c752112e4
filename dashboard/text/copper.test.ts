import { describe, expect, it } from 'vitest';
import { type CopperReading, findingOfTimeline, summariseCopper, summarisePace, whyNoPace } from './copper.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const reading: CopperReading = {
  on: '2027-01-31',
  communes: 42,
  lacking: 1850,
  first: { name: 'Gif-sur-Yvette', lacking: 1415 },
  undated: { communes: 59, lacking: 15585 },
};

describe('the three sentences of the closure of copper', () => {
  it('says what closes, where most of it is, and what has no date', () => {
    expect(plain(summariseCopper(reading, null))).toBe(
      'D’ici au 31/01/2027, le cuivre doit fermer dans 42 communes : 1 850 locaux n’y sont pas encore raccordables à la fibre. Gif-sur-Yvette en compte le plus, 1 415. 59 communes et 15 585 locaux à raccorder sont sans date annoncée, ce qui ne veut pas dire à l’abri.',
    );
  });

  it('agrees in the singular, and says none', () => {
    const undated = { communes: 0, lacking: 0 };
    const one = { ...reading, communes: 1, lacking: 1, first: { name: 'X', lacking: 1 }, undated };
    expect(plain(summariseCopper(one, 'Paris-Saclay'))).toBe(
      'Paris-Saclay : d’ici au 31/01/2027, le cuivre doit fermer dans 1 commune : 1 local n’y est pas encore raccordable à la fibre. Aucune commune n’est sans date annoncée.',
    );
    expect(plain(summariseCopper({ ...one, communes: 3 }, null))).toContain('Il est à X.');
    expect(plain(summariseCopper({ ...one, lacking: 0, first: null }, null))).toContain('tous les locaux y sont');
    expect(plain(summariseCopper({ ...one, communes: 0, lacking: 0, first: null }, null))).toMatch(
      /^Aucune fermeture du cuivre n’est prévue d’ici au 31\/01\/2027\./,
    );
  });

  it('finds what the calendar adds up to', () => {
    const [first, last] = [
      { on: '2027-01-31', cumulativeLacking: 1850 },
      { on: '2029-05-31', cumulativeLacking: 7216 },
    ];
    expect(plain(findingOfTimeline(first, last))).toBe('De 1 850 à 7 216 locaux à raccorder au 31/05/2029');
    expect(plain(findingOfTimeline(first, first))).toBe('1 850 locaux à raccorder au 31/01/2027');
  });
});

describe('the pace', () => {
  it('is told between two periods of one method', () => {
    const pace = { since: '2026-T1', until: '2026-T2', before: 2150, now: 1850 };
    expect(plain(summarisePace(pace, '2027-01-31'))).toBe(
      'De T1 2026 à T2 2026, ces communes sont passées de 2 150 à 1 850 locaux à raccorder : à ce rythme, il en resterait 950 au 31/01/2027.',
    );
    expect(summarisePace({ ...pace, before: 9000 }, '2027-01-31')).toContain('il n’en resterait aucun');
    expect(summarisePace({ ...pace, before: 1000 }, '2027-01-31')).toContain('ne baisserait pas');
  });

  it('is said to be impossible across methods, and why', () => {
    const periods = [
      { periode: '2018-T1', methode: 'INSEE' },
      { periode: '2026-T2', methode: 'Arcep' },
    ];
    expect(plain(whyNoPace(periods))).toMatch(
      /^Aucun rythme ne peut être calculé : T1 2018 \(INSEE\) et T2 2026 \(Arcep\) ne comptent pas/,
    );
    expect(plain(whyNoPace(periods.slice(1)))).toContain('T2 2026 est la seule période disponible');
    expect(whyNoPace([])).toContain('aucune période');
  });
});
