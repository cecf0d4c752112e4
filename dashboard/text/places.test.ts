import { describe, expect, it } from 'vitest';
import type { Place } from '../../api/contract.ts';
import { hoursLine, offersOf, placeLine, publishedHours, sourceLine, unknownHours, yearsOf } from './places.ts';

const place = (rest: Partial<Place>) =>
  ({
    type: 'mediatheque',
    itinerant: false,
    communeNom: 'Viry-Châtillon',
    position: [2.37, 48.67],
    horaires: null,
    horairesPrecision: null,
    horairesLus: null,
    horairesEtat: 'non-communiques',
    sources: [],
    ...rest,
  }) as unknown as Place;

describe('a place in words', () => {
  it('says where only its commune is known', () => {
    expect(placeLine(place({}), true)).toBe('Médiathèque · Viry-Châtillon');
    expect(placeLine(place({ position: null, itinerant: true, type: 'ludobus' }), false)).toBe(
      'ludobus · itinérant · position\u00a0: commune seulement',
    );
  });

  it('never lets hours that are not understood pass for closed', () => {
    expect(hoursLine(place({}))).toBe('Horaires non communiqués');
    expect(hoursLine(place({ horairesEtat: 'non-compris', horaires: 'x' }))).toBe('Horaires non compris');
    expect(hoursLine(place({ horairesEtat: 'compris', horairesLus: 'lun. 9 h–12 h' }))).toBe('lun. 9 h–\u206012 h');
    expect(hoursLine(place({ horairesEtat: 'sous-condition', horairesLus: 'sam. 9 h–12 h' }))).toBe(
      'sam. 9 h–\u206012 h (sous condition)',
    );
    expect(hoursLine(place({ horairesEtat: 'sous-condition' }))).toBe('Horaires sous condition');
    const closed = [place({}), place({ horairesEtat: 'non-compris' }), place({ horairesLus: 'lun. 9 h–12 h' })];
    expect(unknownHours(closed, 'samedi')).toBe(
      '2\u00a0lieux ne sont pas montrés, faute d’horaires lisibles (1 sans horaires publiés, 1 aux horaires non compris ou sur rendez-vous)\u00a0: on ignore s’ils ouvrent le samedi.',
    );
    expect(unknownHours([], 'samedi')).toBe('');
  });

  it('does not say its kind twice', () => {
    const offers = { dispositifs: ['France Services', 'Aidants Connect'], services: ['Aidants Connect', 'wifi'] };
    expect(offersOf(place({ ...offers, type: 'france-services' }))).toEqual(['Aidants Connect', 'wifi']);
  });

  it('gives the published text where reading loses something of it', () => {
    const published = { horaires: 'samedi 9h-12h', horairesPrecision: 'Le premier du mois.' };
    expect(publishedHours(place({ ...published, horairesEtat: 'sous-condition' }))).toBe(
      'samedi 9h-12h — Le premier du mois.',
    );
    expect(publishedHours(place({ ...published, horairesEtat: 'compris' }))).toBeNull();
  });

  it('dates each source', () => {
    const told = { id: '1', url: 'https://example.org' };
    const sources: Place['sources'] = [
      { ...told, source: 'france-services', majOn: '2026-10-05' },
      { ...told, source: 'lieux-recenses', majOn: '2022' },
      { ...told, source: 'data-inclusion', majOn: null },
    ];
    expect(sources.map(sourceLine)).toEqual([
      'liste France services, 05/10/2026',
      'page publique, 2022',
      'data·inclusion, sans date',
    ]);
    expect(yearsOf([place({ sources })])).toEqual(['2022', '2026']);
    expect(yearsOf([])).toBeNull();
  });
});
