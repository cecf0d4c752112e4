import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rpntCriteria } from '../data/catalogue/rpnt-criteria.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { insertLoad } from './load.ts';
import type { Cog } from './membership.ts';
import { insertPresence, readPresence } from './presence.ts';
import { toPresenceGround } from './presence-ground.ts';

const sample = readFileSync(new URL('../data/samples/dpnt/lignes-bonnes.csv', import.meta.url));

const own = ['91001', '91002', '91003'];
const cog: Cog = {
  communes: new Map(
    [...own, '77001'].map((code) => [
      code,
      { code, nom: code, type: 'commune-actuelle', departement: code.slice(0, 2) },
    ]),
  ),
  epcis: [{ code: '200000001', nom: 'CC d’exemple', membres: [{ code: '91001' }, { code: '77001' }] }],
  epts: [],
  departements: new Map(),
  former: new Map(),
  read: 4,
};
const scopeOf = (departement: string, communes: readonly string[]) => ({
  departement,
  own: new Set(communes),
  around: new Set<string>(),
});

function readAll() {
  const place = path.join(mkdtempSync(path.join(tmpdir(), 'presence-')), 'dpnt.csv.gz');
  writeFileSync(place, gzipSync(sample));
  const file = { name: 'dpnt.csv.gz', path: place, sha256: '', bytes: 0, url: null, retrievedAt: null };
  const scopes = [scopeOf('91', own), scopeOf('77', ['77001'])];
  return readPresence(file, '2026-07-01', toPresenceGround(cog, scopes));
}
const read = async () => (await readAll()).get('91')!;

describe('the digital presence', () => {
  it('counts a commune as conform by the published level, and never computes it', async () => {
    const { facts } = await read();
    const conform = facts.filter(({ measure }) => measure === 'rpnt_conforme');
    expect(conform.map(({ commune, value }) => [commune, value])).toEqual([
      ['91001', 1],
      ['91002', 0],
      ['91003', 0],
    ]);
  });

  it('counts no inhabitants where none are published, and makes no figure of an EPCI', async () => {
    const { facts } = await read();
    const inhabitants = facts.filter(({ measure }) => measure === 'rpnt_population');
    expect(inhabitants.map(({ commune }) => commune)).toEqual(['91001', '91002']);
    expect(facts.map(({ commune }) => commune)).not.toContain('200000001');
  });

  it('keeps of an e-mail address its domain alone', async () => {
    const { sheets } = await read();
    expect(sheets.map(({ mailDomain }) => mailDomain)).toEqual([
      'alpha.example',
      'fournisseur.example',
      null,
      'cc.example',
    ]);
    expect(JSON.stringify(sheets)).not.toContain('prenom');
  });

  it('gives each département its communes and the EPCI that touch it, from one reading', async () => {
    const readings = [...(await readAll())].map(([departement, { sheets, read: rows }]) => [
      departement,
      rows,
      sheets.map(({ code }) => code),
    ]);
    expect(readings).toEqual([
      ['91', 6, [...own, '200000001']],
      ['77', 6, ['200000001', '77001']],
    ]);
  });

  it('is written with its load', async () => {
    const database = await openTestDatabase();
    const { sheets } = await read();
    const rows = await database.transaction(async (tx) => {
      const id = await insertLoad(tx, {
        source: 'dpnt',
        departement: '91',
        sha256: '0'.repeat(64),
        revision: 1,
        vintage: '2026-07-01',
        dataOn: '2026-07-01',
        files: [],
        retrievedAt: '2026-07-02T00:00:00Z',
        loadedAt: '2026-07-02T00:00:00Z',
        rowsRead: 6,
        rowsTaken: 4,
        rowsOutside: 2,
        rowsRefused: 0,
        refusals: [],
        warnings: [],
        durationMs: 1,
        periods: ['2026-07-01'],
        communesExpected: null,
        communesAbsent: [],
      });
      await insertPresence(tx, id, sheets);
      return tx.query('select level, code, website, mail_domain, criteria from digital_presence order by level, code');
    });
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual({
      level: 'commune',
      code: '91002',
      website: 'http://www.beta.example',
      mail_domain: 'fournisseur.example',
      criteria: ['1.1', '2.1'],
    });
    await database.close();
  });
});

it('labels the sixteen criteria, twelve of which are required', () => {
  expect(rpntCriteria).toHaveLength(16);
  expect(rpntCriteria.filter(({ isRequired }) => isRequired)).toHaveLength(12);
});
