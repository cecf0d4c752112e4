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
    expect(rest.sort()).toEqual([
      'cells',
      'cells.test',
      'commune-shapefile',
      'declare',
      'mci',
      'mergers',
      'registry',
      'registry.test',
      'workbook',
    ]);
  });

  it('says of each who publishes it, under which licence, and where', () => {
    for (const source of sources) {
      expect(source.description).toMatch(/\.$/);
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.forms.length).toBeGreaterThan(0);
      for (const { files } of source.forms) expect(files.length).toBeGreaterThan(0);
    }
  });

  it('finds resources of data.gouv.fr by the titles that their publishers give', () => {
    const titles: Partial<Record<string, string[]>> = {
      'arcep-deploiement': ['2026T2-Commune'],
      'arcep-zonage': ['2026T2-Commune'],
      'arcep-deploiement-classeur': ['2026t2-obs-hd-thd-deploiement.xlsx', '2024t3-obs-hd-thd-deploiement-vf.xlsx'],
      dpnt: ['dpnt-quotidien.csv.gz'],
    };
    const others = ['2026T2-Immeuble', '2026T2-Departement', '2026T2-Commune-bis', 'dpnt-quotidien.json.gz'];
    for (const [id, expected = []] of Object.entries(titles)) {
      const [official] = sources.find((source) => source.id === id)?.forms[0]?.files ?? [];
      if (official?.official?.at !== 'data-gouv') throw new Error(`${id} is not on data.gouv.fr`);
      const pattern = new RegExp(official.official.title.replace('{quarter}', '\\d{4}[Tt][1-4]'));
      expect([...expected, ...others].filter((title) => pattern.test(title))).toEqual(expected);
    }
  });

  it('bound what every list of rows may lose', () => {
    const lists = sources.filter(({ brings }) => !['facts', 'membership', 'outlines'].includes(brings));
    expect(lists.filter(({ mostShrink }) => mostShrink === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('draws no figure from a source that is only listed', () => {
    const listed = sources.filter(({ use }) => use !== 'figures').map(({ id }) => id);
    expect(listed).toEqual(['arcep-immeubles', 'arcep-mci-debit', 'arcep-mci-techno']);
    for (const id of listed) expect(JSON.stringify(indicators)).not.toContain(`"${id}"`);
  });
});
