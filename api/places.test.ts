import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceId } from '../data/catalogue/source-ids.ts';
import type { PlaceRecord } from '../data/tables/lieux.ts';
import { insertLoad, putInForce } from '../etl/load.ts';
import { insertPlaces } from '../etl/sheets.ts';
import { placesSchema } from './contract.ts';
import { openSeededApp } from './testing.ts';

let seeded: Awaited<ReturnType<typeof openSeededApp>>;

const record = (id: string, rest: Partial<PlaceRecord>): PlaceRecord => ({
  id,
  nom: 'Lieu inventé',
  type: 'autre',
  dispositif: [],
  itinerance: 'Fixe',
  services: [],
  publics: [],
  acces: [],
  prise_en_charge: [],
  siret: null,
  adresse: null,
  code_postal: null,
  code_insee: '91004',
  latitude: null,
  longitude: null,
  horaires: null,
  horaires_precision: null,
  site: null,
  source_url: 'https://example.org',
  source_date: null,
  maj_on: null,
  confiance: 'haute',
  ...rest,
});

async function load(source: SourceId, dataOn: string, rows: readonly PlaceRecord[]): Promise<void> {
  const key = { source, departement: '91', vintage: dataOn, sha256: 'b'.repeat(64), revision: 1 };
  await seeded.database.transaction(async (tx) => {
    const id = await insertLoad(tx, {
      ...key,
      dataOn,
      files: [],
      retrievedAt: `${dataOn}T00:00:00Z`,
      loadedAt: `${dataOn}T00:00:00Z`,
      rowsRead: rows.length,
      rowsTaken: rows.length,
      rowsOutside: 0,
      rowsRefused: 0,
      refusals: [],
      warnings: [],
      durationMs: 1,
      periods: [dataOn],
      communesExpected: null,
      communesAbsent: [],
    });
    await insertPlaces(tx, id, rows);
    await putInForce(tx, key, id, [dataOn]);
  });
}

beforeAll(async () => {
  seeded = await openSeededApp();
  await load('mediation-lieux', '2026-10-01', [
    // The « Médiathèque » of our own list, some metres away.
    record('m1', {
      nom: 'Médiathèque d’Œdon',
      latitude: 48.5501,
      longitude: 2.35,
      services: ['Accès internet et matériel informatique'],
      dispositif: ['Conseillers numériques', 'Aidants Connect'],
      horaires: 'Mo-Fr 09:00-12:00; Sa 14:00-19:00',
      maj_on: '2026-09-15',
    }),
    record('m2', { nom: 'Espace illisible', code_insee: '91001', horaires: 'quand la lune est pleine' }),
    record('m3', { nom: 'Espace sans horaires', code_insee: '91001' }),
  ]);
  await load('france-services', '2026-10-05', [
    record('9', {
      nom: 'France services Alpha',
      type: 'france-services',
      dispositif: ['France Services'],
      code_insee: '91001',
      horaires: 'lundi 9h00-12h00; samedi 9h00-12h00',
      horaires_precision: 'Le premier samedi du mois.',
    }),
  ]);
});
afterAll(() => seeded.database.close());

const get = (query: string) => seeded.app.request(`http://localhost/api/v1/lieux${query}`);
const ask = async (query: string) => {
  const response = await get(query);
  expect(response.status, await response.clone().text()).toBe(200);
  return placesSchema.parse(await response.json());
};
const names = async (query: string) => (await ask(query)).lieux.map(({ nom }) => nom);

describe('places of several sources', () => {
  it('are one when they are the same, and tell every source', async () => {
    const answer = await ask('?commune=91004');
    expect(answer.lieux).toHaveLength(1);
    await expect(`${JSON.stringify(answer, null, 1)}\n`).toMatchFileSnapshot('expected/lieux_commune_91004.json');
  });

  it('are as fresh as their list when it does not date them', async () => {
    const [place] = (await ask('?source=france-services')).lieux;
    expect(place?.sources).toEqual([
      { source: 'france-services', id: '9', url: 'https://example.org', majOn: '2026-10-05' },
    ]);
  });

  it('come by page, in the order of identifiers', async () => {
    const ids = async (query: string) => (await ask(query)).lieux.map(({ id }) => id);
    const all = await ids('');
    expect(all).toEqual([
      'france-services:9',
      'lieux-recenses:l2',
      'mediation-lieux:m1',
      'mediation-lieux:m2',
      'mediation-lieux:m3',
    ]);
    expect(await ids('?limite=2&page=2')).toEqual(all.slice(2, 4));
  });
});

describe('filters', () => {
  it('keep a service, a programme, a source or a kind, whichever source tells it', async () => {
    expect(await names('?service=wifi')).toEqual(['Médiathèque d’Œdon']);
    expect(await names('?dispositif=Aidants%20Connect')).toEqual(['Médiathèque d’Œdon']);
    expect(await names('?source=lieux-recenses')).toEqual(['Bus', 'Médiathèque d’Œdon']);
    expect(await names('?type=mediatheque')).toEqual(['Médiathèque d’Œdon']);
    expect(await names('?epci=200000001&q=FRANCE%20services')).toEqual(['France services Alpha']);
  });

  it('keep what is open, and count what nobody can tell', async () => {
    const saturday = await ask('?ouvert=samedi');
    expect(saturday).toMatchObject({ total: 2, horairesNonCompris: 1, horairesNonCommuniques: 2 });
    expect(saturday.lieux.map(({ nom, horairesEtat }) => [nom, horairesEtat])).toEqual([
      ['France services Alpha', 'sous-condition'],
      ['Médiathèque d’Œdon', 'compris'],
    ]);
    expect(await names('?ouvert=apres-18h')).toEqual(['Médiathèque d’Œdon']);
    expect(await ask('?ouvert=dimanche')).toMatchObject({ total: 0, horairesNonCompris: 1, lieux: [] });
  });

  it('say what may be asked for', async () => {
    const refusal = async (query: string) => {
      const response = await get(query);
      return [response.status, (await response.json()).accepte];
    };
    expect(await refusal('?ouvert=jamais')).toEqual([
      400,
      ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche', 'apres-18h'],
    ]);
    expect(await refusal('?service=poterie')).toEqual([400, ['Accès internet et matériel informatique', 'wifi']]);
    expect(await refusal('?dispositif=x')).toEqual([
      400,
      ['Aidants Connect', 'Conseillers numériques', 'France Services'],
    ]);
    expect((await refusal('?source=cog'))[0]).toBe(400);
    expect((await refusal("?service=' or true --"))[0]).toBe(400);
  });
});

it('says of hours what was published and what was understood', async () => {
  const [readable] = (await ask('?commune=91004')).lieux;
  expect(readable).toMatchObject({ horaires: 'Mo-Fr 09:00-12:00; Sa 14:00-19:00', horairesEtat: 'compris' });
  expect(readable?.horairesLus).toMatch(/^lun\..*sam\./);
  const [unreadable] = (await ask('?q=illisible')).lieux;
  expect(unreadable).toMatchObject({
    horaires: 'quand la lune est pleine',
    horairesLus: null,
    horairesEtat: 'non-compris',
  });
});
