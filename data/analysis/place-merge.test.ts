import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sources } from '../sources/registry.ts';
import { type MergedPlace, mergePlaces, placeSources, type SourcedPlace } from './place-merge.ts';

const place = (source: SourcedPlace['source'], id: string, rest: Partial<SourcedPlace> = {}): SourcedPlace => ({
  source,
  id,
  url: `https://example.org/${source}/${id}`,
  updatedOn: null,
  name: 'Médiathèque Condorcet',
  kind: 'autre',
  programmes: [],
  isItinerant: false,
  services: [],
  audiences: [],
  access: [],
  specialCare: [],
  siret: null,
  address: null,
  postcode: null,
  commune: '91687',
  communeName: 'Viry-Châtillon',
  position: [2.374865, 48.670205],
  hours: null,
  hoursNote: null,
  website: null,
  confidence: 'haute',
  ...rest,
});

const ids = (merged: readonly MergedPlace[]) =>
  merged.map(({ sources: told }) => told.map(({ source, id }) => `${source}:${id}`).sort());
const count = (...places: SourcedPlace[]) => mergePlaces(places).length;

/** So many metres north of the place above. */
const north = (meters: number): [number, number] => [2.374865, 48.670205 + meters / 111_320];
const siret = '21910687400018';

describe('places that are one', () => {
  it('stand close under names alike', () => {
    const ours = place('lieux-recenses', 'L058');
    expect(count(ours, place('mediation-lieux', 'm', { name: 'Bibliothèque Condorcet', position: north(70) }))).toBe(1);
    expect(count(ours, place('mediation-lieux', 'm', { name: 'Bibliothèque Condorcet', position: north(80) }))).toBe(2);
    expect(count(ours, place('mediation-lieux', 'm', { name: 'Médiathèque Montesquieu' }))).toBe(2);
    expect(count(ours, place('mediation-lieux', 'm', { commune: '91589' }))).toBe(2);
  });

  it('share a SIRET and stand within 150 m, whatever their names', () => {
    const one = place('data-inclusion', 'd', { siret, name: 'Pimms', position: north(0) });
    const other = (meters: number) =>
      place('mediation-lieux', 'm', { siret, name: 'Maison Léo', position: north(meters) });
    expect(count(one, other(140))).toBe(1);
    expect(count(one, other(160))).toBe(2);
  });

  it('share a SIRET and lack a position, unless their own words tell them apart: it may be the town hall’s', () => {
    const unplaced = place('data-inclusion', 'd', { siret, name: 'Espace Claudel', position: null });
    expect(count(unplaced, place('mediation-lieux', 'm', { siret, name: 'Camille-Claudel' }))).toBe(1);
    expect(count(unplaced, place('mediation-lieux', 'm', { siret, name: 'Espace Rosa-Parks' }))).toBe(2);
  });

  it('lack a position and share name, or likeness and address', () => {
    const unplaced = (rest: Partial<SourcedPlace>) => place('lieux-recenses', 'L1', { position: null, ...rest });
    expect(count(unplaced({}), place('mediation-lieux', 'm', { name: 'Médiathèque CONDORCET' }))).toBe(1);
    expect(count(unplaced({}), place('mediation-lieux', 'm', { name: 'Médiathèque' }))).toBe(2);
    const ccas = { name: 'CCAS de Viry-Châtillon', address: '91 rue de Paris' };
    expect(count(unplaced(ccas), place('mediation-lieux', 'm', { name: 'CCAS', address: '91, R. DE PARIS' }))).toBe(1);
    expect(count(unplaced(ccas), place('mediation-lieux', 'm', { name: 'CCAS', address: '12 rue de Paris' }))).toBe(2);
    expect(count(unplaced({ ...ccas, address: null }), place('mediation-lieux', 'm', ccas))).toBe(1);
    expect(count(unplaced(ccas), place('mediation-lieux', 'm', { ...ccas, address: '12 rue de Paris' }))).toBe(2);
  });

  it('are never two kinds of service in one building, even under one SIRET', () => {
    const library = place('mediation-lieux', 'm', { siret });
    expect(count(library, place('data-inclusion', 'd', { siret, name: 'Centre social Condorcet' }))).toBe(2);
    expect(count(library, place('france-services', '1', { siret, name: 'France services Viry-Châtillon' }))).toBe(2);
    const hosted = place('france-services', '1', { name: 'France services (médiathèque Condorcet)' });
    expect(count(library, hosted)).toBe(1);
  });

  it('are never two of one source, nor a bus and a house', () => {
    expect(count(place('mediation-lieux', 'a'), place('mediation-lieux', 'b'))).toBe(2);
    expect(count(place('mediation-lieux', 'a'), place('mediation-lieux', 'a'))).toBe(1);
    expect(count(place('mediation-lieux', 'a'), place('data-inclusion', 'a', { isItinerant: true }))).toBe(2);
    expect(
      count(place('mediation-lieux', 'a', { commune: null }), place('data-inclusion', 'a', { commune: null })),
    ).toBe(2);
  });

  it('do not chain: a third joins only if it is far from none and of no other kind', () => {
    const merged = mergePlaces([
      place('mediation-lieux', 'a', { siret, position: north(0) }),
      place('data-inclusion', 'b', { siret, position: north(140) }),
      place('lieux-recenses', 'c', { position: north(200) }),
    ]);
    expect(ids(merged)).toEqual([['lieux-recenses:c'], ['data-inclusion:b', 'mediation-lieux:a']]);
  });
});

describe('a merged place', () => {
  const fresh = place('data-inclusion', 'd1', {
    updatedOn: '2026-03-01',
    name: 'Médiathèque Condorcet (Viry)',
    services: ['Accéder à une connexion internet'],
    hours: null,
    confidence: 'haute',
  });
  const old = place('lieux-recenses', 'L058', {
    updatedOn: '2022-07',
    kind: 'mediatheque',
    services: ['usages quotidiens', 'Accéder à une connexion internet'],
    hours: 'mardi 14h00-18h00',
    hoursNote: 'sauf vacances',
    website: 'https://example.org',
    confidence: 'basse',
  });
  const [merged] = mergePlaces([old, fresh]);

  it('takes each field from the freshest source that has it, and unites services', () => {
    expect(merged).toMatchObject({
      name: 'Médiathèque Condorcet (Viry)',
      kind: 'mediatheque',
      hours: 'mardi 14h00-18h00',
      hoursNote: 'sauf vacances',
      website: 'https://example.org',
      confidence: 'haute',
      services: ['Accéder à une connexion internet', 'usages quotidiens'],
    });
  });

  it('keeps every source, the freshest first, and the identifier of the one we trust most', () => {
    expect(merged?.sources.map(({ source, updatedOn }) => [source, updatedOn])).toEqual([
      ['data-inclusion', '2026-03-01'],
      ['lieux-recenses', '2022-07'],
    ]);
    expect(merged?.id).toBe('data-inclusion:d1');
  });
});

it('knows every source that brings places', () => {
  const bringing = sources.filter(({ brings }) => brings === 'places').map(({ id }) => id);
  expect(bringing).toEqual([...placeSources]);
});

describe('whatever the places', () => {
  const anyPlace = fc
    .record({
      source: fc.constantFrom(...placeSources),
      id: fc.constantFrom('1', '2', '3', '4', '5'),
      name: fc.constantFrom(
        'Médiathèque Condorcet',
        'Médiathèque',
        'Espace Claudel',
        'CCAS',
        'Mairie',
        'France services (mairie)',
      ),
      siret: fc.constantFrom(null, null, siret),
      address: fc.constantFrom(null, '1 rue de Paris'),
      commune: fc.constantFrom('91687', '91589', null),
      updatedOn: fc.constantFrom(null, '2022', '2024-05-01'),
      position: fc.option(fc.integer({ min: 0, max: 300 }).map(north), { nil: null }),
      isItinerant: fc.constantFrom(false, false, false, true),
    })
    .map(({ source, id, ...rest }) => place(source, id, rest));
  const anyPlaces = fc.array(anyPlace, { maxLength: 16 });

  it('loses no mention, doubles none, and takes two of no source', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const merged = mergePlaces(places);
        const told = ids(merged).flat();
        expect(new Set(told)).toEqual(new Set(places.map(({ source, id }) => `${source}:${id}`)));
        expect(new Set(told).size).toBe(told.length);
        for (const { sources: mentions } of merged)
          expect(new Set(mentions.map(({ source }) => source)).size).toBe(mentions.length);
      }),
    );
  });

  it('answers the same whatever their order, and when they come twice', () => {
    fc.assert(
      fc.property(
        anyPlaces.chain((places) =>
          fc.tuple(fc.constant(places), fc.shuffledSubarray(places, { minLength: places.length })),
        ),
        ([places, shuffled]) => {
          const merged = mergePlaces(places);
          expect(mergePlaces(shuffled)).toEqual(merged);
          expect(mergePlaces([...shuffled, ...places])).toEqual(merged);
        },
      ),
    );
  });

  it('merges the mentions of one place into that place again', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const single = new Map<string, SourcedPlace>();
        for (const one of places) single.set(`${one.source}:${one.id}`, one);
        for (const merged of mergePlaces([...single.values()])) {
          const mentions = merged.sources.flatMap(({ source, id }) => single.get(`${source}:${id}`) ?? []);
          expect(mergePlaces(mentions)).toEqual([merged]);
        }
      }),
    );
  });
});
