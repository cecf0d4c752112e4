import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indicators } from '../catalogue/catalogue.ts';
import { sourceIds } from '../catalogue/source-ids.ts';
import { sources } from './registry.ts';

describe('the registry of sources', () => {
  it('holds the declared ids, in load order, one file each', () => {
    expect(sources.map(({ id }) => id)).toEqual([...sourceIds]);
    const files = readdirSync(new URL('.', import.meta.url)).map((name) => name.replace(/\.ts$/, ''));
    for (const id of sourceIds) expect(files).toContain(id);
    const rest = files.filter((name) => !(sourceIds as readonly string[]).includes(name));
    expect(rest.sort()).toEqual(['cells', 'cells.test', 'declare', 'mci', 'mergers', 'registry', 'registry.test']);
  });

  it('says of each who publishes it, under which licence, where and when', () => {
    for (const source of sources) {
      expect(source.description).toMatch(/\.$/);
      expect(source.url).toMatch(/^https:\/\//);
      for (const { dataOn, files } of source.vintages) {
        expect(dataOn).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(files.length).toBeGreaterThan(0);
      }
    }
  });

  it('draws no figure from a source that is only listed', () => {
    const listed = sources.filter(({ use }) => use !== 'figures').map(({ id }) => id);
    expect(listed).toEqual(['arcep-mci-debit']);
    for (const id of listed) expect(JSON.stringify(indicators)).not.toContain(`"${id}"`);
  });
});
