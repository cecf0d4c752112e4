/**
 * The publishers' servers as they would serve what a database holds: every official layout written back from our own
 * figures, with the whims of each. Sources of which nothing is held are played with a few invented rows.
 */
import { readFileSync } from 'node:fs';
import type { Queryable } from '../data/database/port.ts';
import { readFeatures } from './outlines.ts';
import { type Cells, toText, wrap, writeTable } from './testing-files.ts';
import { type Figures, playMci } from './testing-official-mci.ts';
import { playOutlines } from './testing-official-outlines.ts';
import type { Play } from './testing-server.ts';

const dataGouv = '/data-gouv/api/1/datasets';
const deployment = 'le-marche-du-haut-et-tres-haut-debit-fixe-deploiements';
const copper = '/economie/api/explore/v2.1/catalog/datasets/fermeture-reseau-cuivre';

/** Official host → path of the played server. */
export const hostsAt = (origin: string) => ({
  'https://www.data.gouv.fr': `${origin}/data-gouv`,
  'https://static.data.gouv.fr': `${origin}/static`,
  'https://data.arcep.fr': `${origin}/arcep`,
  'https://data.economie.gouv.fr': `${origin}/economie`,
  'https://geo.api.gouv.fr': `${origin}/geo`,
  'https://etalab-datasets.geo.data.gouv.fr': `${origin}/etalab`,
  'https://www.insee.fr': `${origin}/insee`,
});

/** Commune → measure → value as text, of one source and period. */
async function readFigures(database: Queryable, source: string, period: string): Promise<Figures> {
  const rows = await database.query<{ commune: string; measure: string; value: string | null }>(
    `select commune, measure, coalesce(value_number::text, value_text, value_on::text) as value from current_observation
     where source = $1 and period = $2 and departement = '91'`,
    [source, period],
  );
  const figures = new Map<string, Map<string, string>>();
  for (const { commune, measure, value } of rows)
    figures.set(commune, (figures.get(commune) ?? new Map()).set(measure, value ?? ''));
  return figures;
}

/** Communes of straddling EPCI (of the EPT, in the Métropole du Grand Paris) outside the département, by theirs. */
async function readOutside(database: Queryable): Promise<Map<string, string[]>> {
  const rows = await database.query<{ commune: string; departement: string }>(
    `select commune, departement from membership m where departement <> '91' and exists (
       select 1 from membership o where o.departement = '91' and o.epci = m.epci and o.ept is not distinct from m.ept)
     order by commune collate "C"`,
  );
  const outside = new Map<string, string[]>();
  for (const { commune, departement } of rows) outside.set(departement, [...(outside.get(departement) ?? []), commune]);
  return outside;
}

const table = (
  figures: Figures,
  header: readonly string[],
  cells: (of: (measure: string) => string, code: string) => string[],
): Cells => [header, ...[...figures].map(([code, values]) => cells((measure) => values.get(measure) ?? '', code))];

/** @returns routes for `playServer` */
export async function playOfficial(database: Queryable): Promise<Map<string, Play>> {
  const read = (source: string, period: string) => readFigures(database, source, period);
  const byDepartement = await readOutside(database);
  const outside = [...byDepartement.values()].flat();
  const deployed = await read('arcep-deploiement', '2026-T2');
  const float = (count: string) => `${count}.000000000000000`;
  const shapefile = await writeTable(
    { kind: 'dbf', encoding: 'windows-1252', wrapping: { zipEntry: 'commune.dbf' }, columns: [] },
    table(deployed, ['INSEE_COM', 'NOM_COM', 'L_33-13', 'zone', 'Locaux', 'oi', 'ftth'], (of, code) => [
      code,
      'Commune synthétique',
      'Orange',
      'zipri',
      float(of('locaux_arcep')),
      'FRTE-FREE',
      float(of('locaux_ftth')),
    ]),
  );
  const workbook = await writeTable(
    { kind: 'xlsx', sheet: 'Communes', headerColumn: 'Code commune', columns: [] },
    table(deployed, ['Code commune', 'Meilleure estimation des locaux T2 2026', 'T1 2026', 'T2 2026'], (of, code) => [
      code,
      Number(of('locaux_arcep')).toLocaleString('fr-FR'),
      '-',
      of('locaux_ftth'),
    ]),
  );
  const speeds = await read('arcep-mci-debit-terrestre', '2026-T2');
  const best = await read('arcep-mci-meilleure-techno', '2026-T2');
  const closures = await read('fermeture-cuivre', '2025-10-20');
  const incomes = await read('filosofi', '2021');
  const filosofi = toText(
    table(incomes, ['CODGEO', 'MED21', 'D121', 'D921'], (of, code) => [
      code,
      ...['niveau_vie_median', 'niveau_vie_d1', 'niveau_vie_d9'].map((measure) => of(measure).replace('.', ',')),
    ]),
    ';',
  );
  const buildings = toText(
    [
      ['x', 'y', 'imb_id', 'code_insee', 'catg_loc_imb', 'imb_etat', 'code_l331', 'type_imb', 'date_completude'],
      ['2.43', '48.62', 'INVENTE-1', '91228', 'individuel', 'deploye', 'ENTH', 'PA', '2024-02-12'],
    ],
    ',',
  );
  const sample = (name: string) => readFileSync(new URL(`../data/samples/${name}`, import.meta.url), 'utf8');
  const rows = (name: string) => ({ body: sample(name) });
  const communes = await readFeatures(
    database,
    `select code, st_asgeojson(geom_4326, 7) as outline from territory where level = 'commune' order by code collate "C"`,
  );
  const csv = (cells: Cells) => ({ body: toText(cells, ';') });

  return new Map<string, Play>([
    ...playOutlines('91', communes.features, byDepartement),
    [
      `${dataGouv}/${deployment}/`,
      {
        body: JSON.stringify({
          resources: [
            { title: '2026T1-Commune', url: 'https://static.data.gouv.fr/20260601/2026t1-commune.zip' },
            {
              title: '2026T2-Commune',
              url: 'https://static.data.gouv.fr/20260902-101500/2026t2-commune.zip',
              last_modified: '2026-09-02T10:15:00+00:00',
            },
            { title: '2026T2-Immeuble', url: 'https://static.data.gouv.fr/2026t2-immeuble.zip' },
            { title: '2026T2-Departement', url: 'https://static.data.gouv.fr/departement.zip' },
            {
              title: '2026T2-obs-hd-thd-deploiement-vf.xlsx',
              url: 'https://static.data.gouv.fr/20260902-101600/2026t2.xlsx',
            },
          ],
        }),
      },
    ],
    ['/static/20260902-101500/2026t2-commune.zip', { status: 302, headers: { location: '/static/objets/ab12.zip' } }],
    ['/static/objets/ab12.zip', { headers: { etag: '"ab12"' }, body: shapefile }],
    ['/static/20260902-101600/2026t2.xlsx', { body: workbook }],
    [
      '/static/2026t2-immeuble.zip',
      { body: wrap({ wrapping: { zipEntry: 'immeubles.csv' } }, Buffer.from(buildings)) },
    ],
    ...playMci(speeds, best, outside),
    [copper, { body: JSON.stringify({ metas: { default: { modified: '2025-10-20T09:00:00+00:00' } } }) }],
    [
      `${copper}/exports/csv?delimiter=%3B`,
      csv([
        ['code_insee', 'code_postal', 'fermeture_technique', 'output_usager'],
        ['5157', '05350', '', 'pas encore prévu'],
        // A row a postcode: each commune stands twice.
        ...[...closures].flatMap(([code, of]) => {
          const day = of.get('fermeture_technique') ?? '';
          return ['91000', '91001'].map((postcode) => [
            code,
            postcode,
            day,
            day ? `au plus tard le ${day}` : 'pas encore prévu',
          ]);
        }),
      ]),
    ],
    [
      '/insee/fr/statistiques/fichier/7233950/cc_filosofi_2021_COM_csv.zip',
      { body: wrap({ wrapping: { zipEntry: 'cc_filosofi_2021_COM.csv' } }, Buffer.from(filosofi)) },
    ],
    [
      '/arcep/mobile/sites/',
      { headers: { 'content-type': 'text/html' }, body: '<a href="/mobile/sites/2026_T1/">2026_T1</a>' },
    ],
    [
      '/arcep/mobile/sites/2026_T1/2026_T1_sites_Metropole.csv',
      csv([
        ['code_op', 'num_site', 'latitude', 'longitude', 'insee_com', 'site_2g', 'site_3g', 'site_4g', 'site_5g'],
        ['20801', 'invente-1', '48,63', '2,42', '91228', '1', '1', '1', '1'],
        ['20810', 'invente-2', '48,63', '2,42', '91228', '1', '1', '1', '0'],
      ]),
    ],
    [
      `${dataGouv}/donnees-de-la-presence-numerique-des-territoires/`,
      {
        body: JSON.stringify({
          resources: [
            {
              title: 'dpnt-quotidien.csv.gz',
              url: 'https://static.data.gouv.fr/dpnt.csv.gz',
              last_modified: '2026-11-20T05:00:00',
            },
          ],
        }),
      },
    ],
    [
      '/static/dpnt.csv.gz',
      {
        body: wrap(
          { wrapping: 'gzip' },
          Buffer.from(
            toText(
              table(
                deployed,
                [
                  'type',
                  'siret',
                  'siren',
                  'libelle',
                  'population',
                  'code_insee',
                  'adresse_messagerie',
                  'site_internet',
                  'rpnt',
                ],
                (_, code) => [
                  'commune',
                  '',
                  '',
                  'Commune synthétique',
                  '100',
                  code,
                  'mairie@exemple.fr',
                  'https://exemple.fr',
                  '1.1,1.a,a',
                ],
              ),
              ';',
            ),
          ),
        ),
      },
    ],
    ['/data-gouv/api/1/datasets/r/398edc71-0d51-4cb6-9cbe-2540a4db573c', rows('mediation-lieux/lignes-bonnes.csv')],
    [
      `${dataGouv}/6233723c2c1e4a54af2f6b2d/`,
      {
        body: JSON.stringify({
          resources: ['services', 'structures'].map((kind) => ({
            title: `${kind}-inclusion-2026-11-20.csv`,
            url: `https://static.data.gouv.fr/${kind}.csv`,
            last_modified: '2026-11-20T05:00:00',
          })),
        }),
      },
    ],
    ['/static/services.csv', rows('data-inclusion/services.csv')],
    ['/static/structures.csv', rows('data-inclusion/lignes-bonnes.csv')],
    ['/data-gouv/fr/datasets/r/31576dff-fd61-4de9-819f-32c2f880b142', rows('france-services/lignes-bonnes.csv')],
  ]);
}
