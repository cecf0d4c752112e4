import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../data/database/port.ts';
import { openTestDatabase } from '../../data/database/testing.ts';
import arcepImmeubles from '../../data/sources/arcep-immeubles.ts';
import cog from '../../data/sources/cog.ts';
import { freezeEdition } from '../editions.ts';
import { openFolder } from '../origin/folder.ts';
import { silentProgress } from '../progress.ts';
import { runEtl } from '../run.ts';
import { writeZip } from '../testing-files.ts';

const header =
  'x,y,imb_id,num_voie,cp_no_voie,type_voie,nom_voie,batiment,code_insee,code_poste,nom_com,catg_loc_imb,imb_etat,pm_ref,pm_etat,pm_date_mad,code_l331,type_imb,date_completude,date_completude_manquante';
/** A synthetic building of Évry-Courcouronnes, with a street name that holds a comma. */
const row = (
  change: Partial<Record<'x' | 'y' | 'commune' | 'state' | 'day' | 'point' | 'id', string>> = {},
): string => {
  const {
    x = '2.43',
    y = '48.62',
    commune = '91228',
    state = 'deploye',
    day = '2024-02-12',
    point = '2019-01-17',
    id = 'INVENTE-1',
  } = change;
  return `${x},${y},${id},1,,RUE,"INVENTÉE, DITE",,${commune},91000,Commune synthétique,individuel,${state},PM,deploye,${point},ENTH,PA,${day},f`;
};
const many = Array.from({ length: 200 }, (_, i) => row({ id: `INVENTE-${i}` }));

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'observatoire-immeubles-'));
  await load('cog');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function load(what: 'cog' | 'buildings') {
  const results = await runEtl({
    database,
    origin: openFolder(folder),
    departements: ['91'],
    now: () => new Date('2026-11-24T08:00:00Z'),
    progress: silentProgress,
    only: [what === 'cog' ? cog : arcepImmeubles],
  });
  return results.at(-1)!;
}
async function publish(lines: readonly string[], quarter = '2026_T2', head = header): Promise<void> {
  await mkdir(path.join(folder, 'arcep-immeubles', quarter), { recursive: true });
  const text = Buffer.from([head, ...lines, ''].join('\n'));
  await writeFile(
    path.join(folder, 'arcep-immeubles', quarter, 'immeubles.zip'),
    writeZip([{ name: 'carte_fibre_immeubles_invente.csv', bytes: text }]),
  );
}
const held = async () => (await database.query<{ n: number }>('select count(*) as n from building'))[0]?.n;

describe('the file of buildings', () => {
  it('leaves the rest of the country, keeps state, operator, dates and position', async () => {
    await publish([...many, row({ commune: '01143' }), row({ commune: '77445' })]);
    expect(await load('buildings')).toMatchObject({ status: 'loaded', read: 202, taken: 200, outside: 2, refused: [] });
    const [one] = await database.query(
      `select commune, departement, state, operator, kind, premises_class, completed_on, connection_point_on,
         st_astext(location_4326) as at from building limit 1`,
    );
    expect(one).toEqual({
      commune: '91228',
      departement: '91',
      state: 'deploye',
      operator: 'ENTH',
      kind: 'PA',
      premises_class: 'individuel',
      completed_on: '2024-02-12',
      connection_point_on: '2019-01-17',
      at: 'POINT(2.43 48.62)',
    });
    expect((await load('buildings')).status).toBe('unchanged');
  });

  it('refuses rows that make no sense, and says which', async () => {
    await publish([...many, row({ x: '48.62', y: '2.43' }), row({ state: 'en rêve' })]);
    const { status, refused } = await load('buildings');
    expect(status).toBe('loaded');
    expect(refused.map(({ message }) => message)).toEqual([
      'arcep-immeubles/2026_T2/immeubles.zip, ligne 202, colonne x : « 48.62 ; 2.43 » : longitude et latitude interverties. Ligne refusée.',
      'arcep-immeubles/2026_T2/immeubles.zip, ligne 203, colonne imb_etat : « en rêve » n’est pas un état connu. Ligne refusée.',
    ]);
  });

  it('refuses a day that the calendar does not have, and no other row with it', async () => {
    const days = ['2024-13-45', '2023-02-29', '0000-01-01', '12/02/2024'];
    await publish([...many, row({ day: days[0]! }), row({ day: days[1]! })]);
    const first = await load('buildings');
    expect(first).toMatchObject({ status: 'loaded', taken: 200 });
    await publish([...many, row({ point: days[2]! }), row({ point: days[3]! }), row({ day: '2024-02-29' })]);
    const second = await load('buildings');
    expect(second).toMatchObject({ status: 'loaded', taken: 201 });
    const told = (line: number, column: string, day: string | undefined) =>
      `arcep-immeubles/2026_T2/immeubles.zip, ligne ${line}, colonne ${column} : « ${day} » n’est pas une date AAAA-MM-JJ. Ligne refusée.`;
    expect([...first.refused, ...second.refused].map(({ message }) => message)).toEqual([
      told(202, 'date_completude', days[0]),
      told(203, 'date_completude', days[1]),
      told(202, 'pm_date_mad', days[2]),
      told(203, 'pm_date_mad', days[3]),
    ]);
    await publish(many);
    await load('buildings');
  });

  it.each([
    [
      'too many rows that make no sense',
      () => publish([...many, ...[1, 2, 3].map(() => row({ day: 'hier' }))]),
      /3 lignes refusées sur 203.*« hier » n’est pas une date/,
    ],
    [
      'many fewer buildings',
      () => publish(many.slice(0, 150)),
      /150 lignes retenues pour le département 91, contre 200/,
    ],
    [
      'a column that was renamed',
      () => publish(many, '2026_T2', header.replace('imb_etat', 'Imb-Etat')),
      /colonnes absentes : imb_etat\..*Serait-ce « Imb-Etat » \?/,
    ],
    [
      'another separator',
      () =>
        publish(
          many.map((line) => line.replaceAll(',', ';')),
          '2026_T2',
          header.replaceAll(',', ';'),
        ),
      /semblent séparées par « ; »/,
    ],
    [
      'a row that is cut',
      () => publish([...many, '2.43,48.62']),
      /ligne 202 : 2 cellules au lieu de 20, fichier tronqué/,
    ],
    ['no row', () => publish([]), /un en-tête et aucune ligne/],
    ['no building of the territory', () => publish([row({ commune: '01143' })]), /aucun immeuble du département 91/],
  ])('keeps the former edition with %s', async (_, spoil, reason) => {
    await spoil();
    const result = await load('buildings');
    expect(result.status).toBe('failed');
    expect(result.failure).toMatch(reason);
    expect(await held()).toBe(200);
  });

  it('replaces an edition, unless an état des lieux names it', async () => {
    await publish(many, '2026_T3');
    expect((await load('buildings')).vintage).toBe('2026-T3');
    expect(await held()).toBe(200);
    await freezeEdition(database, 'Avant', () => new Date());
    await publish(many, '2026_T4');
    await load('buildings');
    expect(await held()).toBe(400);
    const current = await database.query('select period from current_load where source = $1', ['arcep-immeubles']);
    expect(current).toEqual([{ period: '2026-T4' }]);
  });
});
