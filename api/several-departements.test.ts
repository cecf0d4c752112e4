/** The same lists loaded for two départements: each row goes where it belongs, and is answered once. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import cog from '../data/sources/cog.ts';
import decisionsFiches from '../data/sources/decisions-fiches.ts';
import fichesCatalogue from '../data/sources/fiches-catalogue.ts';
import projetsRecenses from '../data/sources/projets-recenses.ts';
import recensementEpci from '../data/sources/recensement-epci.ts';
import { openFolder } from '../etl/origin/folder.ts';
import { silentProgress } from '../etl/progress.ts';
import type { SourceResult } from '../etl/report.ts';
import { runEtl } from '../etl/run.ts';
import { readCatalogue, readCensus } from './sql/catalogue.ts';
import { readProjectCounts } from './sql/project-counts.ts';
import { readProjects } from './sql/projects.ts';
import { currentState } from './sql/state.ts';

/** Grand Paris Sud is of both départements, Étampois of the Essonne, Melun Val de Seine of Seine-et-Marne. */
const [grandParisSud, etampois, melun] = ['200059228', '200017846', '247700057'];

const files: Readonly<Record<string, readonly string[]>> = {
  'projets/projets.csv': [
    'id,titre,resume,theme,porteur,niveau,communes,epci,phase,source_url,confiance',
    `EVRY,Évry,Résumé,e-education,Porteur,commune,91228,${grandParisSud},etude,https://example.org,haute`,
    `ETAMPES,Étampois,Résumé,e-education,Porteur,epci,,${etampois},etude,https://example.org,haute`,
    `LES-DEUX,Grand Paris Sud,Résumé,e-education,Porteur,epci,,${grandParisSud},etude,https://example.org,haute`,
    `MELUN,Melun,Résumé,e-education,Porteur,commune,77288,,etude,https://example.org,haute`,
    'ESSONNE,Tout le département,Résumé,e-education,Porteur,departement,,,etude,https://example.org,haute',
    'AILLEURS,Chartres,Résumé,e-education,Porteur,commune,28085,,etude,https://example.org,haute',
    'ANCIENNE,Courcouronnes,Résumé,e-education,Porteur,commune,91182,,etude,https://example.org,haute',
    'INCONNUE,Nulle part,Résumé,e-education,Porteur,commune,91999,,etude,https://example.org,haute',
    'SIREN,Aucun,Résumé,e-education,Porteur,epci,,200000001,etude,https://example.org,haute',
    // Enough sound rows for the three refused ones to be few.
    ...Array.from(
      { length: 30 },
      (_, i) => `SUITE-${i},Suite,Résumé,e-education,Porteur,commune,91377,,etude,https://example.org,haute`,
    ),
  ],
  'projets/recensement.csv': [
    'epci,statut,date',
    `${grandParisSud},repondu,2026-03-01`,
    `${etampois},repondu,2026-03-02`,
    `${melun},en-cours,`,
  ],
  'catalogue/decisions.csv': [
    'fiche,decision,instance,date,motif,pilote',
    'F9,retenu,Comité,2026-04-01,Attendu,Le syndicat',
  ],
  'catalogue/fiches.csv': [
    'id,statut,titre,theme,probleme,objectifs,exemples',
    'F9,publiee,Titre,e-education,Problème,Objectif,EVRY',
  ],
};

let database: Database;
let folder: string;
let results: SourceResult[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-listes-'));
  for (const [name, lines] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), `${lines.join('\n')}\n`);
  }
  database = await openTestDatabase();
  results = await runEtl({
    database,
    origin: openFolder(folder),
    departements: ['91', '77'],
    now: () => new Date('2026-11-24T08:00:00Z'),
    progress: silentProgress,
    only: [cog, projetsRecenses, fichesCatalogue, decisionsFiches, recensementEpci],
  });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const loaded = async (table: string, column: string, departement: string) =>
  (
    await database.query<{ id: string }>(
      `select t.${column} as id from ${table} t join current_load c on c.load_id = t.load_id
       where c.departement = $1 and t.${column} not like 'SUITE%' order by 1`,
      [departement],
    )
  ).map(({ id }) => id);

describe('a list of ours, loaded for two départements', () => {
  it('gives each the projects of its communes and EPCI, and those of no commune to the one it is mostly about', async () => {
    expect(await loaded('project', 'id', '91')).toEqual(['ESSONNE', 'ETAMPES', 'EVRY', 'LES-DEUX']);
    expect(await loaded('project', 'id', '77')).toEqual(['LES-DEUX', 'MELUN']);
  });

  it('counts those of elsewhere outside, and refuses what does not exist', () => {
    const told = results.filter(({ source }) => source === 'projets-recenses');
    expect(
      told.map(({ departement, read, taken, outside, status }) => [departement, read, taken, outside, status]),
    ).toEqual([
      ['91', 39, 34, 2, 'loaded'],
      ['77', 39, 2, 37, 'loaded'],
    ]);
    expect(told.flatMap(({ refused }) => refused.map(({ message }) => message))).toEqual([
      'projets/projets.csv, ligne 8, colonne communes : la commune « 91182 » n’existe plus : écrire 91228 (Évry-Courcouronnes), où elle est désormais. Ligne refusée.',
      'projets/projets.csv, ligne 9, colonne communes : la commune « 91999 » n’existe pas au COG 2026. Ligne refusée.',
      'projets/projets.csv, ligne 10, colonne epci : l’EPCI « 200000001 » n’existe pas au COG 2026. Ligne refusée.',
    ]);
  });

  it('keeps of the census the EPCI that each département touches', async () => {
    expect(await loaded('census_answer', 'epci', '91')).toEqual([etampois, grandParisSud]);
    expect(await loaded('census_answer', 'epci', '77')).toEqual([grandParisSud, melun]);
  });
});

describe('the answers', () => {
  it('hold each project once, in all or for one département', async () => {
    const ids = async (departement?: string) =>
      (await readProjects(database, { departement })).projects
        .map(({ id }) => id)
        .filter((id) => !id.startsWith('SUITE'));
    expect(await ids()).toEqual(['ESSONNE', 'ETAMPES', 'EVRY', 'LES-DEUX', 'MELUN']);
    expect(await ids('77')).toEqual(['LES-DEUX', 'MELUN']);
  });

  it('count once, in its EPCI, a project of two départements', async () => {
    const counts = await readProjectCounts(database, currentState, {
      level: 'epci',
      source: 'projets-recenses',
      departement: null,
    });
    expect(counts.filter(({ code }) => code === grandParisSud)).toMatchObject([{ theme: 'e-education', projects: 2 }]);
  });

  it('hold each sheet of the catalogue once, with its decision and its examples', async () => {
    const sheets = await readCatalogue(database, currentState, undefined);
    expect(sheets).toHaveLength(1);
    expect(sheets).toMatchObject([{ id: 'F9', exemples: [{ id: 'EVRY' }], decision: { decision: 'retenu' } }]);
  });

  it('hold each answer to the census once', async () => {
    expect((await readCensus(database, currentState)).map(({ epci }) => epci)).toEqual([
      etampois,
      grandParisSud,
      melun,
    ]);
  });
});
