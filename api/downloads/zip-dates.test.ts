import { expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { dateZipEntries } from './zip-dates.ts';

it('gives the same bytes to the same contents, whenever they were zipped', async () => {
  const archive = async () => {
    const bytes = await writeXlsx([[{ value: 'a', type: String }]]).toBuffer();
    dateZipEntries(bytes, '2026-06-30');
    return bytes;
  };
  const first = await archive();
  // ZIP counts in steps of two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(first, await archive())).toBe(0);
  const [time, day] = [first.readUInt16LE(10), first.readUInt16LE(12)];
  expect([time, (day >> 9) + 1980, (day >> 5) & 15, day & 31]).toEqual([0, 2026, 6, 30]);
});

it('refuses what is not an archive', () => {
  expect(() => dateZipEntries(new Uint8Array(100), '2026-06-30')).toThrow('not a ZIP archive');
});
