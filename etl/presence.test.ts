import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rpntCriteria } from '../data/catalogue/rpnt-criteria.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { insertLoad } from './load.ts';
import { insertPresence, readPresence } from './presence.ts';

const sample = readFileSync(new URL('../data/samples/dpnt/lignes-bonnes.csv', import.meta.url));

function read() {
  const place = path.join(mkdtempSync(path.join(tmpdir(), 'presence-')), 'dpnt.csv.gz');
  writeFileSync(place, gzipSync(sample));
  const file = { name: 'dpnt.csv.gz', path: place, sha256: '', bytes: 0, url: null, retrievedAt: null };
  return readPresence(file, '2026-07-01', {
    communes: new Set(['91001', '91002', '91003']),
    epcis: new Set(['200000001']),
  });
}

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
    const { sheets, outside } = await read();
    expect(sheets.map(({ mailDomain }) => mailDomain)).toEqual([
      'alpha.example',
      'fournisseur.example',
      null,
      'cc.example',
    ]);
    expect(JSON.stringify(sheets)).not.toContain('prenom');
    expect(outside).toBe(2);
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
