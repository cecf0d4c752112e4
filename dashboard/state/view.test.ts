import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorIds } from '../../data/catalogue/catalogue.ts';
import { frameParts } from '../../data/catalogue/frames.ts';
import { themeIds } from '../../data/catalogue/themes.ts';
import { watchedKinds } from './gap-choices.ts';
import { tableSubjects } from './table-choices.ts';
import {
  cameraBounds,
  changeView,
  classMethods,
  defaultView,
  openingFilters,
  parseView,
  roundCamera,
  type View,
  writeView,
} from './view.ts';

const views: fc.Arbitrary<View> = fc.record({
  screen: fc.constantFrom('map' as const, 'method' as const, 'projects' as const),
  item: fc.constant(null),
  projects: fc.record({
    q: fc.constantFrom(null, 'fibre & école | 100 %'),
    facets: fc.record({
      themes: fc.subarray([...themeIds]),
      epcis: fc.subarray(['200056232', 'non-precise']),
      phases: fc.subarray(['idee', 'termine']),
      financeurs: fc.subarray(['État (France 2030)', 'Cœur d’Essonne, agglomération']),
      annees: fc.subarray(['2018', 'non-precise']),
      porteurs: fc.subarray(['commune', 'non-precise']),
      confiances: fc.subarray(['haute', 'basse']),
    }),
    chosen: fc.subarray(['P001', 'P002']),
    isOnlyPastDue: fc.boolean(),
    step: fc.constantFrom('mois' as const, 'trimestre' as const, 'annee' as const),
    cell: fc.constantFrom('nombre' as const, 'budget' as const),
  }),
  gaps: fc.record({
    measured: fc.constantFrom('locaux-a-raccorder' as const, 'couverture-ftth' as const),
    needRatio: fc.constantFrom(0.1, 0.25),
    cell: fc.constantFrom(null, { row: '200056232', theme: 'e-administration' }),
    watched: fc.constantFrom(null, ...watchedKinds),
    kind: fc.constantFrom(null, 'france-services'),
    service: fc.constantFrom(null, 'Aide aux démarches administratives'),
    limitKm: fc.constantFrom(3, 5, 12.5),
    limitMinutes: fc.constantFrom(null, 1, 15, 60),
    profile: fc.constantFrom('voiture' as const, 'pied' as const),
    candidates: fc.subarray(['91228', '91338', '2A004']),
    siteCount: fc.integer({ min: 1, max: 20 }),
    dropped: fc.subarray([
      [2.2, 48.5],
      [2.4512, 48.6123],
    ] as const),
    isDated: fc.boolean(),
    weights: fc.constantFrom({}, { 'couverture-ftth': 3, 'part-75-ans-et-plus': 0 }),
  }),
  tables: fc.record({
    subject: fc.constantFrom(...tableSubjects),
    indicators: fc.subarray([...indicatorIds]),
    level: fc.constantFrom('commune' as const, 'epci' as const, 'departement' as const),
    period: fc.constantFrom(null, 'toutes', '2018-T1'),
  }),
  indicator: fc.constantFrom(...indicatorIds),
  level: fc.constantFrom('commune' as const, 'epci' as const),
  period: fc.constantFrom(null, '2026-T2', '2025-10-20', '2021'),
  since: fc.constantFrom(null, '2018-T1'),
  deadline: fc.constantFrom(null, '2027-01-31'),
  epci: fc.constantFrom(null, '200056232'),
  extent: fc.constantFrom('partie' as const, 'entier' as const),
  territory: fc.constantFrom(
    null,
    { level: 'commune' as const, code: '91228' },
    { level: 'epci' as const, code: '200056232' },
    { level: 'departement' as const, code: '2A' },
  ),
  departement: fc.constantFrom('91', '2A', '974'),
  edition: fc.constantFrom(null, 't2-2026'),
  from: fc.constantFrom(null, 'actuel', 'chargement-12'),
  to: fc.constantFrom(null, 't2-2026'),
  changed: fc.constantFrom(null, ...indicatorIds),
  theme: fc.constantFrom(null, ...themeIds),
  tab: fc.constantFrom('carte' as const, 'tableau' as const),
  classMethod: fc.constantFrom(...classMethods),
  classCount: fc.integer({ min: 3, max: 7 }),
  onlyClass: fc.constantFrom(null, '0', '2027-01-31', 'initiative-privee'),
  hasPlaces: fc.boolean(),
  hasBuildings: fc.boolean(),
  open: fc.constantFrom(null, ...openingFilters),
  camera: fc.option(
    fc
      .record({
        zoom: fc.double({ min: 0, max: 24, noNaN: true }),
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      })
      .map(roundCamera),
    { nil: null },
  ),
  frame: fc.constantFrom(null, ...frameParts),
});

describe('the view in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const view = parseView(`/?${text}`);
        expect(parseView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('leaves defaults out', () => {
    expect(writeView(defaultView)).toBe('/');
  });

  it('falls back field by field', () => {
    expect(parseView('/?indicateur=nope&classes=99&camera=99,48.6,2.2&epci=200056232&territoire=commune-91')).toEqual({
      ...defaultView,
      classCount: 7,
      epci: '200056232',
      camera: { zoom: cameraBounds.maxZoom, latitude: 48.6, longitude: 2.2 },
    });
  });

  it('forgets the chosen class with the legend that it belongs to, and only then', () => {
    const view = { ...defaultView, onlyClass: '2' };
    expect(changeView(view, { period: '2018-T1' }).onlyClass).toBe('2');
    expect(changeView(view, { indicator: 'zone-reglementaire' }).onlyClass).toBeNull();
    expect(changeView(view, { classCount: 4 }).onlyClass).toBeNull();
    expect(changeView(view, { level: 'epci', onlyClass: '1' }).onlyClass).toBe('1');
  });

  it('forgets that EPCI are read whole once none is shown, and only then', () => {
    const view = { ...defaultView, level: 'epci' as const, extent: 'entier' as const };
    const filtered = { ...view, epci: '200059228' };
    const territory = { level: 'epci' as const, code: '200059228' };
    expect(changeView(view, { indicator: 'couverture-thd' }).extent).toBe('entier');
    expect(changeView(filtered, { level: 'commune' }).extent).toBe('entier');
    expect(changeView({ ...view, territory }, { level: 'commune' }).extent).toBe('entier');
    expect(changeView(view, { level: 'commune' }).extent).toBe('partie');
    expect(changeView({ ...filtered, level: 'commune' }, { epci: null }).extent).toBe('partie');
    expect(changeView({ ...defaultView, territory, extent: 'entier' }, { territory: null }).extent).toBe('partie');
  });

  it('takes an unknown path for the map', () => {
    expect(parseView('/nulle-part').screen).toBe('map');
  });
});
