import { describe, expect, it } from 'vitest';
import { projectTable } from '../../data/tables/projets.ts';
import { readCsv, streamCsv } from './csv.ts';

const quoted = (separator: string, end = '\n') =>
  Buffer.from(
    [projectTable.format.columns, projectTable.format.columns.map((_, i) => `à "peine" ${i}`)]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + end)
      .join(''),
  );
async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function streamed(bytes: Buffer) {
  const rows = [];
  for await (const row of streamCsv('projets.csv', inPieces(bytes, 4000), projectTable.format)) rows.push(row);
  return rows;
}

describe('a table whose cells are quoted', () => {
  it.each([
    [';', '\n', ';'],
    ['\t', '\r\n', 'tabulation'],
    ['|', '\n', '|'],
  ])('is told to be under another separator, %j', async (separator, end, told) => {
    const message = `projets.csv : les colonnes semblent séparées par « ${told} », or c’est « , » qui est attendu. Enregistrez le fichier avec ce séparateur, ou reprenez le fichier officiel.`;
    expect(() => readCsv('projets.csv', quoted(separator, end), projectTable.format)).toThrow(message);
    await expect(streamed(quoted(separator, end))).rejects.toThrow(message);
  });

  it('is read under its own', async () => {
    const rows = readCsv('projets.csv', quoted(','), projectTable.format);
    expect(rows).toMatchObject([{ line: 2, record: { id: 'à "peine" 0' } }]);
    expect(await streamed(quoted(','))).toEqual(rows);
  });

  it('is told to be damaged when a quote is out of place and the separator is the right one', () => {
    const damaged = Buffer.from(quoted(',').toString().replace('"à ""peine"" 1"', '"à "peine" 1"'));
    expect(() => readCsv('projets.csv', damaged, projectTable.format)).toThrow(/projets\.csv : fichier illisible/);
  });
});
