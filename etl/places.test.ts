import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import dataInclusion from '../data/sources/data-inclusion.ts';
import type { OtherSource } from '../data/sources/declare.ts';
import franceServices from '../data/sources/france-services.ts';
import lieuxRecenses from '../data/sources/lieux-recenses.ts';
import mediationLieux from '../data/sources/mediation-lieux.ts';
import type { FetchedFile } from './fetched-file.ts';
import type { Cog } from './membership.ts';
import { type PlaceReading, placesOf, readPlaceFile } from './places.ts';
import { ReadingError } from './reading-error.ts';
import type { Scope } from './scope.ts';

const folder = fileURLToPath(new URL('../data/samples/', import.meta.url));
const sources: readonly OtherSource[] = [mediationLieux, franceServices, dataInclusion];

const commune = (code: string, nom: string, ...codesPostaux: string[]) =>
  [code, { code, nom, type: 'commune-actuelle', departement: code.slice(0, 2), codesPostaux }] as const;

/** Invented communes, under codes that the samples use. */
const cog: Cog = {
  communes: new Map([
    commune('91001', 'Alpha', '91000'),
    commune('91002', 'Saint-Bêta-sur-Orge', '91000', '91010'),
    commune('94001', 'Delta', '94000'),
  ]),
  epcis: [],
  epts: [],
  departements: new Map([['91', 'Essonne']]),
  former: new Map([['91904', '91001']]),
  read: 3,
};
const essonne = { departement: '91', own: new Set(['91001', '91002']), around: new Set<string>() };

const fileAt = (place: string): FetchedFile => ({
  name: path.basename(place),
  path: place,
  sha256: '',
  bytes: 0,
  url: null,
  retrievedAt: null,
});
const sample = (name: string) => fileAt(path.join(folder, name));
const readPlaces = async (
  source: OtherSource,
  files: readonly FetchedFile[],
  scope: Scope,
  { cog: known }: { cog: Cog },
): Promise<PlaceReading> => placesOf(await readPlaceFile(source, files, known), scope);
const read = (source: OtherSource, ...names: string[]) => readPlaces(source, names.map(sample), essonne, { cog });

function told({ rows, read: count, outside, refused, warnings }: PlaceReading): string[] {
  return [
    `lues ${count}, retenues ${rows.length}, ailleurs ${outside}, refusées ${refused.length}, avertissements ${warnings.length}`,
    ...rows.map(({ id, code_insee, latitude, longitude }) => `${id} à ${code_insee} (${latitude} ; ${longitude})`),
    ...[...refused, ...warnings].map(({ message }) => message),
  ];
}

describe('a list of places', () => {
  it.each([...sources, lieuxRecenses])(
    '$id: says of each bad file what is wrong, where, and what to do',
    async (source) => {
      const parts: string[] = [];
      for (const name of readdirSync(path.join(folder, source.id))
        .filter((each) => each !== 'services.csv')
        .sort()) {
        const lines = await read(source, `${source.id}/${name}`).then(told, (error: Error) => {
          if (!(error instanceof ReadingError)) throw error;
          return ['fichier refusé', error.message];
        });
        parts.push([`== ${name}`, ...lines, ''].join('\n'));
      }
      await expect(parts.join('\n')).toMatchFileSnapshot(`expected/bad-places/${source.id}.txt`);
    },
  );

  it('is read in its own words, without telephone numbers nor e-mails', async () => {
    const rows = [];
    for (const source of sources) rows.push(...(await read(source, `${source.id}/lignes-bonnes.csv`)).rows);
    const text = JSON.stringify(rows, null, 1);
    expect(text).not.toMatch(/personne@|00 00 00|\+33/);
    await expect(`${text}\n`).toMatchFileSnapshot('expected/places.json');
  });
});

describe('data·inclusion', () => {
  it('keeps the structures that offer a digital service, and what these services say', async () => {
    const { rows, outside } = await read(
      dataInclusion,
      'data-inclusion/services.csv',
      'data-inclusion/lignes-bonnes.csv',
    );
    expect(outside).toBe(1);
    expect(rows).toMatchObject([
      {
        services: ['Maîtriser les fondamentaux du numérique', 'Accéder à une connexion internet'],
        publics: ['Seniors'],
        acces: ['Se présenter', 'Gratuit', 'Téléphoner'],
      },
    ]);
  });
});

describe('a SIRET', () => {
  const header = 'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,horaires,date_maj,services';
  const readRows = (...pivots: [pivot: string, commune: string][]) => {
    const place = path.join(mkdtempSync(path.join(tmpdir(), 'places-')), 'pivots.csv');
    const rows = pivots.map(([pivot, code], i) => `${i},${pivot},Lieu,,,${code},,,,,,`);
    writeFileSync(place, `${[header, ...rows].join('\n')}\n`);
    return readPlaces(mediationLieux, [fileAt(place)], essonne, { cog });
  };

  it('is taken when it is one, La Poste’s own key included', async () => {
    const pivots = ['43493312300029', '43493312300028', '00000000000000', 'W751234567', '35600000000048', ''];
    const { rows } = await readRows(...pivots.map((pivot): [string, string] => [pivot, '91001']));
    expect(rows.map(({ siret }) => siret)).toEqual(['43493312300029', null, null, null, '35600000000048', null]);
  });

  it('that three communes share is that of a network', async () => {
    const siret = '43493312300029';
    const { rows, warnings } = await readRows([siret, '91001'], [siret, '91002'], [siret, '94001']);
    expect(rows.map((row) => row.siret)).toEqual([null, null]);
    expect(warnings.map(({ reason }) => reason)).toEqual(['SIRET d’un réseau', 'SIRET d’un réseau']);
  });
});

describe('the list of France services', () => {
  it('keeps a bus whose commune it does not tell, under the département that it does', async () => {
    const place = path.join(mkdtempSync(path.join(tmpdir(), 'places-')), 'bus.csv');
    const head = ['id_fs', 'insee_dep', 'lib_fs', 'adresse', 'insee_com', 'code_postal', 'lib_com'];
    const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'].map((day) => `h_${day}`);
    const header = [...head, 'latitude', 'longitude', ...days, 'format_fs'].join(';');
    const bus = (id: number, departement: string, name: string) => `${id};${departement};${name}${';'.repeat(12)};Bus`;
    writeFileSync(place, `${[header, bus(1, '91', 'Bus inventé'), bus(2, '94', 'Bus d’ailleurs')].join('\n')}\n`);
    const { rows } = await readPlaces(franceServices, [fileAt(place)], essonne, { cog });
    expect(rows.map(({ nom, code_insee }) => [nom, code_insee])).toEqual([['Bus inventé', null]]);
  });
});

describe('our own list', () => {
  it('keeps the bus of which no commune is told, in the département that the list is about', async () => {
    const file = fileAt(fileURLToPath(new URL('../data/essonne/lieux.csv', import.meta.url)));
    const own = new Set(['91016']);
    const angerville = { ...cog, communes: new Map([commune('91016', 'Angerville', '91670')]) };
    const rowsOf = async (departement: string, codes: Set<string>) =>
      (await readPlaces(lieuxRecenses, [file], { departement, own: codes, around: new Set() }, { cog: angerville }))
        .rows;
    const rows = await rowsOf('91', own);
    expect(
      rows.filter(({ code_insee }) => code_insee === null).every(({ itinerance }) => itinerance === 'Itinérant'),
    ).toBe(true);
    expect(rows.map(({ id }) => id)).toEqual(['L001', 'L025', 'L026', 'L051', 'L066']);
    expect(await rowsOf('28', new Set(['28001']))).toEqual([]);
  });
});
