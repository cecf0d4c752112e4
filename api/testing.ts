/**
 * A small invented territory for the tests of the API, in a real database: four communes in three EPCI, one of them
 * straddling the département, with a rate above 100 %, a commune without premises and one absent from every source.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { buildTileArchives } from '../etl/tiles.ts';
import { createApp } from './app.ts';

const epciA = '200000001';
const epciB = '200000002';
const epciC = '200000003';
const eptB = '200000009';

type Fact = [commune: string, measure: string, value: number | string | null, reason?: string];

export async function seedDatabase(database: Database): Promise<void> {
  const outlines: [level: string, code: string, name: string, west: number, east: number, ept: string | null][] = [
    ['commune', '91001', 'Alpha', 2, 2.1, null],
    ['commune', '91002', 'Bêta', 2.1, 2.2, null],
    ['commune', '91003', 'Gamma', 2.2, 2.3, eptB],
    ['commune', '91004', 'Œdon', 2.3, 2.4, null],
    ['epci', epciA, 'CA Alpha', 2, 2.2, null],
    ['epci', epciB, 'EPT Gamma', 2.2, 2.3, eptB],
    ['epci', epciC, 'CC Œdon', 2.3, 2.4, null],
    ['departement', '91', 'Essonne', 2, 2.4, null],
  ];
  for (const [level, code, name, west, east, ept] of outlines)
    await database.query(
      `insert into territory (level, code, name, official_name, population, population_vintage, postcodes, ept_code, ept_name,
         center_4326, bbox, geom_4326)
       values ($1, $2, $3, $3, 1000, '2026', $4, $5, case when $5::text is null then null else 'EPT Gamma' end,
         st_setsrid(st_makepoint(($6::float8 + $7::float8) / 2, 48.55), 4326), array[$6::float8, 48.5, $7::float8, 48.6],
         st_multi(st_makeenvelope($6::float8, 48.5, $7::float8, 48.6, 4326)))`,
      [level, code, name, level === 'commune' ? ['91000'] : [], ept, west, east],
    );
  for (const [commune, departement, epci, ept] of [
    ['91001', '91', epciA, null],
    ['91002', '91', epciA, null],
    ['91003', '91', epciB, eptB],
    ['94001', '94', epciB, eptB],
    ['91004', '91', epciC, null],
  ] as const)
    await database.query('insert into membership (commune, name, departement, epci, ept) values ($1, $2, $3, $4, $5)', [
      commune,
      commune === '91004' ? 'Œdon' : `Commune ${commune}`,
      departement,
      epci,
      ept,
    ]);

  await seedFacts(database, 'arcep-deploiement-2018', '2018-T1', [
    ...counts('locaux_ftth', { 91001: 110, 91002: 10, 91003: 0 }),
    // Half of a pair: premises of 91004 without its connectable ones.
    ...counts('locaux_insee', { 91001: 100, 91002: 100, 91003: 0, 91004: 500 }),
  ]);
  await seedFacts(database, 'arcep-deploiement', '2026-T1', [
    ...counts('locaux_ftth', { 91001: 100, 91002: 60, 91003: 40 }),
    ...counts('locaux_arcep', { 91001: 120, 91002: 120, 91003: 50 }),
  ]);
  await seedFacts(database, 'arcep-deploiement', '2026-T2', [
    ...counts('locaux_ftth', { 91001: 130, 91002: 90, 91003: 45 }),
    ...counts('locaux_arcep', { 91001: 120, 91002: 120, 91003: 50 }),
  ]);
  await seedFacts(database, 'fermeture-cuivre', '2025-10-20', [
    ['91001', 'fermeture_technique', '2027-01-31', 'communes-fusionnees-dates-differentes'],
    ['91002', 'fermeture_technique', '2028-01-31'],
    ['91003', 'fermeture_technique', null, 'non-prevu'],
  ]);
  await seedFacts(database, 'arcep-zonage-2018', '2018-T1', [
    ['91001', 'zone_reglementaire', 'tres-dense', 'communes-fusionnees-zones-differentes'],
    ['91002', 'zone_reglementaire', 'initiative-privee'],
    ['91003', 'zone_reglementaire', 'initiative-privee'],
    ['91002', 'operateurs_infrastructure', 'FREE-FRTE'],
  ]);
  await seedFacts(database, 'arcep-mci-debit-terrestre', '2026-T2', [
    ...counts('ter_elig_thd30', { 91001: 100, 91002: 99 }),
    ...counts('ter_elig_thd1g', { 91001: 90, 91002: 80 }),
    ...counts('ter_locaux', { 91001: 100, 91002: 100 }),
    ['91003', 'ter_elig_thd30', null, 'secret'],
    ['91003', 'ter_locaux', null, 'secret'],
  ]);
  const technologies = ['ftth', 'coax', 'cuivre', 'thd_radio', '4g_fixe', 'hd_radio', 'satellite'];
  await seedFacts(
    database,
    'arcep-mci-meilleure-techno',
    '2026-T2',
    technologies.flatMap((name) => [
      ['91001', `mt_${name}`, name === 'ftth' ? 120 : 0] as Fact,
      ['91002', `mt_${name}`, ['coax', 'cuivre'].includes(name) ? 15 : name === 'ftth' ? 90 : 0] as Fact,
    ]),
  );

  await seedFacts(database, 'arcep-mci-debit-filaire', '2026-T2', [
    ...counts('fil_elig_thd30', { 91001: 90, 91002: 70 }),
    ...counts('fil_locaux', { 91001: 100, 91002: 100 }),
  ]);
  await seedFacts(database, 'arcep-mobile-sites', '2026-T1', [
    ...counts('sites_4g', { 91001: 3, 91002: 2, 91003: 0, 91004: 1 }),
    ...counts('sites_5g', { 91001: 1, 91002: 0, 91003: 0, 91004: 0 }),
  ]);
  await seedFacts(database, 'filosofi', '2021', [
    ...counts('niveau_vie_median', { 91001: 24_000, 91002: 21_500 }),
    ['91003', 'niveau_vie_median', null, 'secret'],
  ]);
  await seedFacts(database, 'insee-population-age', '2022', [
    ...counts('population_75_plus', { 91001: 80.5, 91002: 100 }),
    ...counts('population_rp', { 91001: 1000, 91002: 1000 }),
  ]);
  const presence = await seedFacts(database, 'dpnt', '2026-11-20', [
    ...counts('rpnt_communes', { 91001: 1, 91002: 1, 91003: 1 }),
    ...counts('rpnt_conforme', { 91001: 1, 91002: 0, 91003: 1 }),
    ...counts('rpnt_population', { 91001: 900, 91002: 600, 91003: 500 }),
    ...counts('rpnt_population_conforme', { 91001: 900, 91002: 0, 91003: 500 }),
  ]);
  await database.query(
    `insert into digital_presence values ($1, 'commune', '91001', 'Alpha', 'https://alpha.example', 'alpha.example',
       array['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2.1', '2.2', '2.3', '2.4', '2.5', '2.8', '1.a', '2.a', 'a']),
       ($1, 'epci', $2, 'CA Alpha', null, null, array['2.1'])`,
    [presence, epciA],
  );

  const projects = await seedLoad(database, 'projets-recenses', '2026');
  for (const [id, title, theme, territories] of [
    ['p1', 'Médiathèque =1+1', 'inclusion-mediation', [['epci', epciA]]],
    [
      'p2',
      'Fibre à l’école',
      'e-education',
      [
        ['epci', epciA],
        ['epci', epciB],
        ['commune', '91003'],
      ],
    ],
    ['p3', 'Département 100 %', 'donnees-sig', []],
  ] as [string, string, string, [string, string][]][]) {
    await database.query(
      `insert into project (load_id, id, title, summary, theme, carrier, level, phase, source_url, confidence)
       values ($1, $2, $3, 'Résumé', $4, 'Porteur', 'epci', 'etude', 'https://example.org', 'haute')`,
      [projects, id, title, theme],
    );
    for (const [level, code] of territories)
      await database.query('insert into project_territory values ($1, $2, $3, $4)', [projects, id, level, code]);
  }
  const places = await seedLoad(database, 'lieux-recenses', '2026');
  await database.query(
    `insert into place (load_id, id, name, kind, is_itinerant, services, commune, location_4326, source_url, confidence)
     values ($1, 'l1', 'Médiathèque', 'mediatheque', false, array['wifi'], '91004', st_setsrid(st_makepoint(2.35, 48.55), 4326), 'https://example.org', 'haute'),
       ($1, 'l2', 'Bus', 'bus', true, '{}', '91001', null, 'https://example.org', 'basse')`,
    [places],
  );
}

function counts(measure: string, byCommune: Readonly<Record<string, number>>): Fact[] {
  return Object.entries(byCommune).map(([commune, value]) => [commune, measure, value]);
}

async function seedLoad(database: Database, source: string, period: string): Promise<number> {
  const [load] = await database.query<{ id: number }>(
    `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at, rows_read,
       rows_taken, rows_outside, rows_refused, refusals, warnings, duration_ms, periods)
     values ($1, '91', repeat('a', 64), 1, $2, '2026-06-30', '[]', '2026-07-01T00:00:00Z', '2026-07-01T00:00:00Z', 3, 3, 0, 0,
       '[]', '[]', 1, array[$2]) returning id`,
    [source, period],
  );
  if (!load) throw new Error('no load');
  await database.query('insert into current_load values ($1, $2, $3, $4)', [source, '91', period, load.id]);
  return load.id;
}

async function seedFacts(database: Database, source: string, period: string, facts: readonly Fact[]): Promise<number> {
  const load = await seedLoad(database, source, period);
  for (const [commune, measure, value, reason] of facts)
    await database.query(
      `insert into observation (load_id, departement, commune, period, measure, value_number, value_text, value_on, state, reason)
       values ($1, '91', $2, $3, $4, $5, $6, $7, case when $8 = 'secret' then 'secret' else 'value' end, $8)`,
      [
        load,
        commune,
        period,
        measure,
        typeof value === 'number' ? value : null,
        typeof value === 'string' && !/^\d{4}-/.test(value) ? value : null,
        typeof value === 'string' && /^\d{4}-/.test(value) ? value : null,
        reason ?? null,
      ],
    );
  return load;
}

/** An application on a seeded database, with the lines that it logged. */
export async function openSeededApp() {
  const database = await openTestDatabase();
  await seedDatabase(database);
  const tilesFolder = await mkdtemp(path.join(tmpdir(), 'tiles-'));
  await buildTileArchives(database, tilesFolder);
  const logged: string[] = [];
  const app = createApp({ database, tilesFolder, now: () => new Date(0), log: (line) => logged.push(line) });
  return { app, database, logged, tilesFolder };
}
