import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeEdition, toEditionId, verifyEdition } from '../etl/editions.ts';
import { insertFacts, insertLoad, putInForce, startRun } from '../etl/load.ts';
import { valuesSchema } from './contract.ts';
import {
  changesSchema,
  editionsSchema,
  indicatorChangesSchema,
  loadsSchema,
  presenceAnswerSchema,
  sourcesSchema,
} from './contract-states.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;

/** A newer file of the same quarter, and of the copper calendar, after the state of T2 2026 was frozen. */
beforeAll(async () => {
  seeded = await openSeededApp();
  await freezeEdition(seeded.database, 'T2 2026', () => new Date('2026-11-01T08:00:00Z'));
  await load('arcep-deploiement', '2026-T2', [
    ['91001', 'locaux_ftth', 132],
    ['91002', 'locaux_ftth', 90],
    ['91003', 'locaux_ftth', 45],
    ['91001', 'locaux_arcep', 140],
    ['91002', 'locaux_arcep', 120],
    ['91003', 'locaux_arcep', 50],
  ]);
  await load('fermeture-cuivre', '2025-10-20', [
    ['91001', 'fermeture_technique', '2027-03-02'],
    ['91002', 'fermeture_technique', '2028-01-31'],
    ['91003', 'fermeture_technique', null],
  ]);
});
afterAll(() => seeded.database.close());

async function load(
  source: 'arcep-deploiement' | 'fermeture-cuivre',
  period: string,
  facts: readonly (readonly [string, 'locaux_ftth' | 'locaux_arcep' | 'fermeture_technique', number | string | null])[],
): Promise<void> {
  const key = { source, departement: '91', vintage: period, sha256: 'c'.repeat(64), revision: 1 };
  await seeded.database.transaction(async (tx) => {
    const id = await insertLoad(tx, {
      ...key,
      dataOn: '2026-06-30',
      files: [
        {
          name: 'communes.zip',
          url: 'https://example.org/communes.zip',
          sha256: 'c'.repeat(64),
          bytes: 3,
          retrievedAt: '2026-11-02T08:00:00Z',
        },
      ],
      retrievedAt: '2026-11-02T08:00:00Z',
      loadedAt: '2026-11-02T08:00:00Z',
      rowsRead: 3,
      rowsTaken: 3,
      rowsOutside: 0,
      rowsRefused: 0,
      refusals: [],
      warnings: [],
      durationMs: 1,
      periods: [period],
      communesExpected: 4,
      communesAbsent: ['91004'],
    });
    await insertFacts(
      tx,
      id,
      () => '91',
      facts.map(([commune, measure, value]) => ({
        commune,
        period,
        measure,
        value,
        ...(value === null && { reason: 'non-prevu' }),
      })),
    );
    await putInForce(tx, key, id, [period]);
  });
}

const get = async (address: string) => {
  const response = await seeded.app.request(`http://localhost/api/v1${address}`);
  return { status: response.status, body: await response.json() };
};

/** As a run does that writes the memberships anew. */
async function moveTo(epci: string): Promise<void> {
  await startRun(seeded.database, new Date());
  await seeded.database.query(`update membership set epci = $1 where commune = '91002'`, [epci]);
}

describe('a frozen état des lieux', () => {
  it('answers as on the day it was frozen', async () => {
    const now = valuesSchema.parse((await get('/indicateurs/couverture-ftth/valeurs?niveau=departement')).body);
    const then = valuesSchema.parse(
      (await get('/indicateurs/couverture-ftth/valeurs?niveau=departement&edition=t2-2026')).body,
    );
    expect(now).toMatchObject({ edition: null, valeurs: [{ numerateur: 267, denominateur: 310 }] });
    expect(then).toMatchObject({
      edition: { id: 't2-2026', titre: 'T2 2026', figeLe: '2026-11-01T08:00:00.000Z' },
      valeurs: [{ numerateur: 265, denominateur: 290 }],
    });
  });

  it('keeps the memberships of its day', async () => {
    await moveTo('200000003');
    const at = async (query: string) =>
      valuesSchema
        .parse((await get(`/indicateurs/couverture-1g/valeurs?niveau=epci${query}`)).body)
        .valeurs.map(({ valeur }) => valeur);
    expect(await at('&edition=t2-2026')).toEqual([0.85, null, null]);
    expect(await at('')).toEqual([0.9, null, 0.8]);
    await moveTo('200000001');
  });

  it('is listed with its loads and a hash that tells a figure that was touched', async () => {
    const { editions } = editionsSchema.parse((await get('/editions')).body);
    expect(editions.map(({ id, empreinte }) => [id, empreinte.length])).toEqual([['t2-2026', 64]]);
    expect(editions[0]?.chargements.length).toBeGreaterThan(8);
    expect((await get('/editions/t2-2026')).body).toEqual(editions[0]);
    expect(await verifyEdition(seeded.database, 't2-2026')).toBe(true);
    await seeded.database.query(
      `update observation set value_number = value_number + 1 where measure = 'ter_locaux' and commune = '91001'`,
    );
    expect(await verifyEdition(seeded.database, 't2-2026')).toBe(false);
    await seeded.database.query(
      `update observation set value_number = value_number - 1 where measure = 'ter_locaux' and commune = '91001'`,
    );
  });

  it('cannot be changed nor frozen twice', async () => {
    await expect(seeded.database.query(`delete from edition_load`)).rejects.toThrow(/immutable/);
    await expect(freezeEdition(seeded.database, ' t2 2026 ', () => new Date())).rejects.toThrow(/existe déjà/);
    await expect(freezeEdition(seeded.database, '  !! ', () => new Date())).rejects.toThrow(/ne peut pas nommer/);
  });

  it.each(['Actuel', 'Chargement 3'])('cannot take « %s », which names another state in an address', async (title) => {
    await expect(freezeEdition(seeded.database, title, () => new Date())).rejects.toThrow(
      /désigne déjà les chiffres en vigueur ou un chargement\. Donnez un autre titre/,
    );
  });

  it('keeps the ligatures of its title in its identifier', () => {
    expect(['Œuvre', 'Cœur d’Essonne', 'Ex æquo', 'Été'].map(toEditionId)).toEqual([
      'oeuvre',
      'coeur-d-essonne',
      'ex-aequo',
      'ete',
    ]);
  });
});

describe('what changed', () => {
  it('is told against the last état des lieux, indicator by indicator', async () => {
    const changes = changesSchema.parse((await get('/changements')).body);
    expect(changes.de).toMatchObject({ etat: 't2-2026', libelle: 'l’état des lieux « T2 2026 »' });
    expect(changes.indicateurs.map(({ id, communesChangees }) => [id, communesChangees])).toEqual([
      ['couverture-ftth', 1],
      ['locaux-a-raccorder', 1],
      ['evolution-ftth', 1],
      ['fermeture-cuivre', 1],
      ['locaux-exposes-cuivre', 1],
      ['zone-reglementaire', 1],
    ]);
    expect(changes.constat).toBe(
      '6 indicateurs changent entre l’état des lieux « T2 2026 » et les chiffres en vigueur.',
    );
  });

  it('gives both figures of each territory, and the days between two dates', async () => {
    const copper = indicatorChangesSchema.parse((await get('/changements/fermeture-cuivre')).body);
    expect(copper.changements).toMatchObject([
      { code: '91001', avant: { valeur: '2027-01-31' }, apres: { valeur: '2027-03-02' }, difference: 30 },
    ]);
    expect(copper.territoires).toBe(4);
  });

  it('is told between two loads', async () => {
    const { chargements } = loadsSchema.parse((await get('/chargements?limite=3')).body);
    const [newest, before] = chargements;
    expect(newest).toMatchObject({ source: 'fermeture-cuivre', enVigueur: true, communesSansChiffre: ['91004'] });
    const between = `de=chargement-${before!.id}&a=chargement-${newest!.id}`;
    const changes = changesSchema.parse((await get(`/changements?${between}`)).body);
    expect(changes.indicateurs.map(({ id }) => id)).toEqual(['fermeture-cuivre', 'locaux-exposes-cuivre']);
    expect(changesSchema.parse((await get('/changements?de=actuel')).body)).toMatchObject({ indicateurs: [] });
  });

  it('comes as a table', async () => {
    const response = await seeded.app.request('http://localhost/api/v1/changements/couverture-ftth?format=csv');
    expect(response.headers.get('content-disposition')).toContain(
      'changements_couverture-ftth_commune_t2-2026_actuel.csv',
    );
    expect((await response.text()).split('\r\n')[1]).toMatch(/^91001,Alpha,commune,couverture-ftth,1\.083/);
  });

  it.each([
    ['/indicateurs/couverture-ftth/valeurs?edition=t9-1999', 404, 'edition'],
    ['/indicateurs/couverture-ftth/valeurs?departement=28', 400, 'departement'],
    ['/changements?de=nope', 404, 'de'],
    ['/changements?a=chargement-99999', 404, 'a'],
    ["/changements?a=x'--", 400, 'a'],
    ['/changements/nope', 404, 'id'],
    ['/changements/presence-numerique-habitants', 400, 'niveau'],
    ['/editions/nope', 404, 'id'],
    ['/presence/commune/99999', 404, 'code'],
    ['/presence/region/11', 404, 'niveau'],
  ])('%s: %s, about %s', async (address, status, parametre) => {
    expect(await get(address)).toMatchObject({ status, body: { parametre } });
  });
});

it('answers the digital presence criterion by criterion', async () => {
  const read = async (place: string) => presenceAnswerSchema.parse((await get(`/presence/${place}`)).body).presence;
  const commune = await read('commune/91001');
  expect(commune).toMatchObject({ periode: '2026-11-20', site: 'https://alpha.example', niveaux: ['1.a', '2.a', 'a'] });
  expect(commune?.criteres).toHaveLength(16);
  expect(commune?.criteres.filter(({ satisfait }) => !satisfait).map(({ id }) => id)).toEqual([
    '1.7',
    '1.8',
    '2.6',
    '2.7',
  ]);
  expect((await read('epci/200000001'))?.site).toBeNull();
  expect(await read('commune/91004')).toBeNull();
});

it('sums the whole of a straddling EPCI once the figures of its outside communes are there', async () => {
  const read = async () =>
    valuesSchema
      .parse((await get('/indicateurs/couverture-ftth/valeurs?niveau=epci&perimetre=entier')).body)
      .valeurs.find(({ code }) => code === '200000002');
  expect(await read()).toMatchObject({ etat: 'non-disponible', raison: 'communes-hors-territoire-non-chargees' });
  const [{ load_id }] = (await seeded.database.query<{ load_id: number }>(
    `select load_id from current_load where source = 'arcep-deploiement' and period = '2026-T2'`,
  )) as [{ load_id: number }];
  await insertFacts(seeded.database, load_id, () => '94', [
    { commune: '94001', period: '2026-T2', measure: 'locaux_ftth', value: 55 },
    { commune: '94001', period: '2026-T2', measure: 'locaux_arcep', value: 150 },
  ]);
  await seeded.database.query(
    `insert into attempt (source, departement, vintage, attempted_at, status, failure) values ('arcep-deploiement', '91', '2026-T3', now(), 'failed', 'fichier vide.')`,
  );
  expect(await read()).toMatchObject({ valeur: 0.5, numerateur: 100, denominateur: 200 });
  const { sources } = sourcesSchema.parse((await get('/sources')).body);
  expect(sources.find(({ id }) => id === 'arcep-deploiement')?.derniereTentative).toMatchObject({
    statut: 'echec',
    motif: 'fichier vide.',
  });
});
