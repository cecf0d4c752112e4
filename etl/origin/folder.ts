/** A folder of files, official or extracts of official ones, at the paths that the sources declare. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Form } from '../../data/sources/declare.ts';
import { ReadingError } from '../reading-error.ts';
import { dealOut, endOfQuarter, type Found, fill, findVintage, type Origin, type Wanted } from './declare.ts';
import { fetchLocalFile, placeOf } from './local-file.ts';

/** @throws ReadingError when there is no such folder */
export function openFolder(folder: string): Origin {
  if (!existsSync(folder)) throw new ReadingError(`${folder} : ce dossier n’existe pas. Vérifiez --from.`);
  return {
    name: `le dossier ${folder}`,
    isFolder: true,
    locate: (source, wanted) => dealOut(source.forms, wanted, (form) => findEditions(folder, form)),
  };
}

async function findEditions(folder: string, form: Form): Promise<Found[]> {
  const { editions } = form;
  switch (editions.kind) {
    case 'fixed':
      return [foundIn(folder, form, editions.vintage, editions.dataOn)];
    case 'quarterly': {
      const quarters = await quartersIn(folder, form);
      return (editions.keep === 'latest' ? quarters.slice(-1) : quarters).map(({ quarter, vintage }) =>
        foundIn(folder, form, vintage, endOfQuarter(vintage), quarter),
      );
    }
    case 'standing':
      // Nothing but the file's own date says when it was true.
      return [foundIn(folder, form, '', '')];
  }
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** Quarters for which the first file of the form is there, whatever its département, the oldest first. */
async function quartersIn(folder: string, form: Form): Promise<{ quarter: string; vintage: string }[]> {
  const pattern = form.files[0]?.path ?? '';
  const parent = path.join(folder, pattern.slice(0, pattern.indexOf('{quarter}')));
  const found: { quarter: string; vintage: string }[] = [];
  for (const quarter of await namesIn(parent)) {
    const vintage = findVintage(quarter);
    const file = fill(pattern, { quarter });
    const [before = '', after = ''] = path.basename(file).split('{departement}');
    const names = vintage ? await namesIn(path.join(folder, path.dirname(file))) : [];
    if (vintage && names.some((name) => name.startsWith(before) && name.endsWith(after)))
      found.push({ quarter, vintage });
  }
  return found.sort((a, b) => (a.vintage < b.vintage ? -1 : 1));
}

function foundIn(folder: string, form: Form, vintage: string, dataOn: string, quarter?: string): Found {
  const values = quarter === undefined ? {} : { quarter };
  const namesFor = (one: Wanted | null) => [
    ...new Set(
      form.files.flatMap((rule) => {
        if (!one) return [fill(rule.path, values)];
        const departements = [one.departement, ...(rule.withNeighbours ? one.neighbours : [])];
        return departements.map((departement) => fill(rule.path, { ...values, departement }));
      }),
    ),
  ];
  return {
    label: vintage,
    holds: async (departement) => {
      const [first = ''] = namesFor({ departement, neighbours: [] });
      return existsSync(placeOf(folder, first));
    },
    obtain: async (one) => {
      const files = await Promise.all(namesFor(one).map((name) => fetchLocalFile(folder, name)));
      const day = dataOn || (await lastChange(files[0]?.path ?? ''));
      return { vintage: vintage || day, dataOn: day, files };
    },
  };
}

async function lastChange(file: string): Promise<string> {
  return (await stat(file)).mtime.toISOString().slice(0, 10);
}
