/** The formats of a download, as the contract says them. */
import { z } from '@hono/zod-openapi';
import { descriptorFormat, downloadFormatIds, downloadFormats } from '../../data/catalogue/download-formats.ts';
import { problemSchema } from '../contract.ts';

export const formatParameter = z
  .enum(['json', ...downloadFormatIds, descriptorFormat.id])
  .default('json')
  .openapi({
    description: `json, ou un fichier : ${[...downloadFormats, descriptorFormat].map(({ id, label }) => `${id} (${label})`).join(', ')}. Un fichier contient toutes les lignes, et se demande aussi par parties (Range).`,
  });

/** Media type → what is sent, for the responses of a route that answers files. */
export const fileContent = Object.fromEntries(
  downloadFormats.map(({ mediaType }) => [mediaType, { schema: z.string().openapi({ format: 'binary' }) }]),
);

export const rangeAnswers = {
  206: { description: 'La partie du fichier qui est demandée (Range)' },
  304: { description: 'Le client a déjà cette version (If-None-Match)' },
  416: {
    description: 'La partie demandée est hors du fichier',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  503: {
    description: 'Trop de fichiers sont en préparation : réessayer après le délai de l’en-tête Retry-After',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
};

/** `lieux_epci-200056232_service-acces-wifi`: a list is named after the filters that narrow it, in ASCII. */
export function listFileName(name: string, filters: Readonly<Record<string, unknown>>): string {
  const narrowed = Object.entries(filters).flatMap(([filter, value]) => {
    const text = Array.isArray(value) ? value.join('-') : typeof value === 'string' ? value : '';
    const plain = text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\w-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .toLowerCase();
    return plain === '' ? [] : [`${filter}-${plain.slice(0, 40)}`];
  });
  return [name, ...narrowed].join('_').slice(0, 150);
}
