import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import arcepDeploiement from '../data/sources/arcep-deploiement.ts';
import { moveToPresentCommunes, warnOfExcess } from './facts.ts';
import { readCsv } from './read/csv.ts';
import { ReadingError } from './reading-error.ts';
import { validateFacts } from './validate.ts';

const folder = new URL('../data/samples/', import.meta.url);
const communes = ['91001', '91016', '91021'];
const [table] = arcepDeploiement.tables;

/** What a load of the file would report, as text. */
function report(name: string): string[] {
  try {
    const records = readCsv(name, readFileSync(new URL(name, folder)), table.format);
    const { rows, read, refused } = validateFacts(name, table, records, (commune) =>
      communes.includes(commune) ? 'inside' : 'unknown',
    );
    const warnings = warnOfExcess(arcepDeploiement, moveToPresentCommunes(rows.flat()), [name]);
    return [
      `lues ${read}, retenues ${rows.length}, refusées ${refused.length}, avertissements ${warnings.length}`,
      ...[...refused, ...warnings].map(({ message }) => message),
    ];
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    return ['fichier refusé', error.message];
  }
}

const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));

it('says of each bad file what is wrong, where, and what to do', async () => {
  const text = names.map((name) => [`== ${name}`, ...report(name), ''].join('\n')).join('\n');
  await expect(text).toMatchFileSnapshot('expected/bad-input.txt');
});

it('tells a file that is refused whole from one whose rows are', () => {
  const refusedWhole = names.filter((name) => report(name)[0] === 'fichier refusé');
  expect(refusedWhole).toEqual([
    'colonne-absente.csv',
    'fichier-coupe-dans-la-derniere-cellule.csv',
    'fichier-tronque.csv',
    'fichier-vide.csv',
    'latin-1.csv',
    'page-web.csv',
  ]);
});
