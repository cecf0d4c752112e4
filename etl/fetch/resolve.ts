/** Addresses that cannot be known in advance: resources of a data.gouv.fr dataset by their title, folders by quarter. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readJson } from '../read/json.ts';
import { ReadingError } from '../reading-error.ts';
import type { Downloader } from './download.ts';

const datasetSchema = z.object({
  resources: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      last_modified: z.string().nullish(),
      filesize: z.number().nullish(),
    }),
  ),
});

export interface Resource {
  readonly title: string;
  readonly url: string;
  /** ISO instant; empty when the platform gives none. */
  readonly lastModified: string;
  readonly bytes: number | null;
}

/** @throws ReadingError that names the titles there are when none matches */
export async function resolveDataGouv(
  downloader: Downloader,
  { dataset, title }: { readonly dataset: string; readonly title: RegExp },
): Promise<Resource[]> {
  const url = `https://www.data.gouv.fr/api/1/datasets/${dataset}/`;
  const page = await downloader.download(url);
  const { resources } = readJson(url, await readFile(page.path), datasetSchema);
  const matching = resources.filter((resource) => title.test(resource.title.trim()));
  if (matching.length === 0)
    throw new ReadingError(
      `${url} : aucune ressource dont le titre suit « ${title.source} ». Titres : ${resources
        .slice(0, 12)
        .map((resource) => resource.title)
        .join(', ')}${resources.length > 12 ? '…' : ''}. Le jeu de données a changé ? Donnez le fichier avec --from.`,
    );
  return matching.map((resource) => ({
    title: resource.title.trim(),
    url: resource.url,
    lastModified: resource.last_modified ?? '',
    bytes: resource.filesize ?? null,
  }));
}

/**
 * @param index a page of links to folders named by quarter
 * @returns the names as they are written, `2026_T2`, the oldest first
 */
export async function listQuarterFolders(downloader: Downloader, index: string): Promise<string[]> {
  const page = await downloader.download(index, { expects: 'page' });
  const text = await readFile(page.path, 'utf8');
  const names = [...text.matchAll(/href\s*=\s*["']?[^"'\s>]*?(\d{4}_[Tt][1-4])\/?["'\s>]/g)].map(
    ([, name]) => name ?? '',
  );
  const distinct = [...new Set(names)].sort((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1));
  if (distinct.length === 0)
    throw new ReadingError(
      `${index} : aucun lien vers un trimestre (2026_T2) sur cette page. Elle a changé ? Donnez les fichiers avec --from.`,
    );
  return distinct;
}
