/** Page after page, while the data change: every feature that stays is given exactly once. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededApp } from '../testing.ts';
import { follow, ids, type Page, pageReader, type Seeded } from './testing-pages.ts';

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeededApp();
});
afterAll(() => seeded.database.close());

const get = (address: string) => pageReader(seeded).get(address);
const page = (collection: string, query?: Record<string, string>) => pageReader(seeded).page(collection, query);
const allPages = (first: Page) => pageReader(seeded).allPages(first);

let loads = 0;
/** A change of the data that an answer must follow: the version moves as it does after a load. */
const bumpVersion = () =>
  seeded.database.query(
    `insert into load (source, departement, sha256, revision, vintage, data_on, files, retrieved_at, loaded_at, rows_read,
       rows_taken, rows_outside, rows_refused, refusals, warnings, duration_ms)
     values ('cog', '91', repeat('b', 64), $1, '2026', '2026-01-01', '[]', now(), now(), 0, 0, 0, 0, '[]', '[]', 0)`,
    [++loads],
  );

describe('paging', () => {
  it('gives every feature exactly once, whatever the size of the page and the filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('communes', 'epci', 'lieux', 'projets', 'couverture-ftth', 'fermeture-cuivre-epci'),
        fc.constantFrom<Record<string, string>>({}, { datetime: '../..' }, { bbox: '2.05,48.5,2.25,48.6' }),
        async (size, collection, filter) => {
          const whole = ids(await page(collection, { ...filter, limit: '1000' }));
          const pages = await allPages(await page(collection, { ...filter, limit: String(size) }));
          expect(pages.flatMap(ids)).toEqual(whole);
          expect(new Set(whole).size).toBe(whole.length);
          for (const { numberMatched } of pages) expect(numberMatched).toBe(whole.length);
          for (const one of pages.slice(0, -1)) expect(one.numberReturned).toBe(size);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts from the start for clients that count', async () => {
    const second = await page('communes', { limit: '2', offset: '2' });
    expect(ids(second)).toEqual(['91003', '91004']);
    expect(follow(second, 'self')).toContain('offset=2');
    expect(ids(await (await get(follow(second, 'prev')!)).json())).toEqual(['91001', '91002']);
    const [, next] = await allPages(await page('communes', { limit: '1', offset: '2' }));
    expect(ids(next!)).toEqual(['91004']);
    expect(await page('communes', { offset: '999999999' })).toMatchObject({ numberMatched: 4, numberReturned: 0 });
  });

  it('goes back as it came', async () => {
    const pages = await allPages(await page('communes', { limit: '2' }));
    expect(follow(pages[0]!, 'prev')).toBeUndefined();
    const back = await (await get(follow(pages[1]!, 'prev')!)).json();
    expect(ids(back)).toEqual(ids(pages[0]!));
  });

  it('neither repeats nor loses a feature when others come and go between two pages', async () => {
    const { database } = seeded;
    const insert = async (code: string) => {
      await database.query(
        `insert into territory (level, code, name, official_name, population_vintage, center_4326, bbox, geom_4326)
         select 'commune', $1, $1, $1, '2026', center_4326, bbox, geom_4326 from territory where code = '91001'`,
        [code],
      );
      await database.query(`insert into membership (commune, name, departement) values ($1, $1, '91')`, [code]);
    };
    const first = await page('communes', { limit: '2' });
    expect(ids(first)).toEqual(['91001', '91002']);
    // Before the reader's place, at it, and after it.
    await insert('91000');
    await database.query(`delete from territory where code = '91002'`);
    await insert('91005');
    await bumpVersion();
    expect((await allPages(first)).map(ids)).toEqual([['91001', '91002'], ['91003', '91004'], ['91005']]);
    expect(ids(await page('communes'))).toEqual(['91000', '91001', '91003', '91004', '91005']);
  });

  it('stays with the period of the first page when a newer one is loaded meanwhile', async () => {
    const first = await page('sites-4g', { limit: '1' });
    expect(ids(first)).toEqual(['2026-T1.91000']);
    await bumpVersion();
    await seeded.database.query(
      `insert into current_load select source, departement, '2026-T2', load_id from current_load where source = 'arcep-mobile-sites'`,
    );
    const rest = (await allPages(first)).flatMap(ids);
    expect(rest).toEqual(['91000', '91001', '91003', '91004', '91005'].map((code) => `2026-T1.${code}`));
    expect((await page('sites-4g', { limit: '1' })).features[0]!.properties.periode).toBe('2026-T2');
  });

  it('says so when that period is gone', async () => {
    const first = await page('sites-4g', { limit: '1' });
    await seeded.database.query(`delete from current_load where source = 'arcep-mobile-sites' and period = '2026-T2'`);
    await bumpVersion();
    const response = await get(follow(first, 'next')!);
    expect(response.status).toBe(404);
    expect((await response.json()).detail).toContain('2026-T1');
  });
});
