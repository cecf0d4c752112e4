/**
 * A folder of the program with a history: the figures of the package frozen, then others loaded from invented files
 * (whole straddling EPCI, digital presence, buildings, a source that fails), and frozen again.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rpntCriteria } from '../../data/catalogue/rpnt-criteria.ts';
import { openDatabase } from '../../data/database/open.ts';
import type { Database } from '../../data/database/port.ts';
import { sources } from '../../data/sources/registry.ts';
import { freezeEdition } from '../../etl/editions.ts';
import { loadPackage } from '../../etl/load-package.ts';
import { openFolder } from '../../etl/origin/folder.ts';
import { silentProgress } from '../../etl/progress.ts';
import { runEtl } from '../../etl/run.ts';
import { toText, wrap } from '../../etl/testing-files.ts';

export const grandParisSud = '200059228';
/** Where the buildings stand, in Évry-Courcouronnes. */
export const buildingsAt = { longitude: 2.43, latitude: 48.63 } as const;
const loaded = ['arcep-deploiement', 'dpnt', 'arcep-immeubles', 'filosofi'];

/** @returns the folder; its program is not started */
export async function makeStates(): Promise<string> {
  const localFolder = await mkdtemp(path.join(tmpdir(), 'observatoire-states-'));
  const filesFolder = await mkdtemp(path.join(tmpdir(), 'observatoire-files-'));
  const database = await openDatabase({ localFolder, databaseUrl: undefined }, () => {});
  try {
    await loadPackage(database, 'data/essonne', () => {});
    await freezeEdition(database, 'Rentrée 2026', () => new Date('2026-09-15T08:00:00Z'));
    await writeFiles(database, filesFolder);
    const results = await runEtl({
      database,
      origin: openFolder(filesFolder),
      departements: ['91'],
      now: () => new Date('2026-11-20T08:00:00Z'),
      progress: silentProgress,
      only: sources.filter(({ id }) => loaded.includes(id)),
    });
    const told = results.map(({ source, status, failure }) => `${source} ${status} ${failure ?? ''}`).join('\n');
    if (results.filter(({ status }) => status === 'loaded').length !== 3) throw new Error(told);
    await freezeEdition(database, 'Novembre 2026', () => new Date('2026-11-21T08:00:00Z'));
  } finally {
    await database.close();
    await rm(filesFolder, { recursive: true });
  }
  return localFolder;
}

async function writeFiles(database: Database, folder: string): Promise<void> {
  const counts = await database.query<{ commune: string; premises: number; connectable: number }>(
    `select commune, max(value_number) filter (where measure = 'locaux_arcep') as premises,
       max(value_number) filter (where measure = 'locaux_ftth') as connectable
     from current_observation where source = 'arcep-deploiement' and period = '2026-T2' group by 1 order by 1`,
  );
  const outside = await database.query<{ commune: string }>(
    `select commune from membership where epci = $1 and departement <> '91' order by 1`,
    [grandParisSud],
  );
  const write = async (name: string, body: string | Buffer) => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, body);
  };
  await write(
    'arcep-deploiement/2026_T2/communes-91.csv',
    toText(
      [
        ['INSEE_COM', 'Locaux', 'ftth'],
        ...counts.map((one) => [one.commune, one.premises, one.commune === '91494' ? one.premises : one.connectable]),
        ...outside.map(({ commune }) => [commune, 10_000, 5000]),
      ].map((line) => line.map(String)),
      ';',
    ),
  );
  await write(
    'dpnt/dpnt-quotidien.csv.gz',
    wrap(
      { wrapping: 'gzip' },
      Buffer.from(
        toText(
          [
            'type siret siren libelle population code_insee adresse_messagerie site_internet rpnt'.split(' '),
            ...counts.map(({ commune }) => [
              ...['commune', '', '', 'Commune', '100', commune, 'mairie@exemple.fr'],
              // An address that no browser takes, and a commune that meets one criterion of its website.
              ...(commune === '91228'
                ? ['https://[bad', '1.1,2.1,2.2']
                : ['https://exemple.fr', `${rpntCriteria.map(({ id }) => id).join(',')},1.a,2.a,a`]),
            ]),
          ],
          ';',
        ),
      ),
    ),
  );
  const { longitude, latitude } = buildingsAt;
  const near = (rank: number) => [(longitude + 0.004 * rank).toFixed(5), latitude.toFixed(5), `INVENTE-${rank}`];
  await write(
    'arcep-immeubles/2026_T2/immeubles.csv',
    toText(
      [
        'x y imb_id code_insee catg_loc_imb imb_etat code_l331 type_imb date_completude'.split(' '),
        ...['cible', 'deploye', 'abandonne'].map((state, rank) => [
          ...near(rank),
          ...['91228', 'individuel', state, 'SFRA', 'PA', ''],
        ]),
      ],
      ',',
    ),
  );
  await write('filosofi/cc_filosofi_2021_COM-91.csv', 'CODGEO;MEDIANE\n91001;12\n');
}
