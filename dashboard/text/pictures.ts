/** What pictures of maps and charts say, and the menu that gives them. */
import type { CitedSource } from '../state/use-frame.ts';
import { formatCount, formatDate, formatPartialDate } from './numbers.ts';

export const picture = {
  menu: 'Image',
  formats: { png: 'Image PNG, pour un document', svg: 'Dessin SVG, à retoucher' },
  waiting: 'Image en cours…',
  failed: 'L’image n’a pas pu se faire',
  kilometers: (km: number) => (km < 1 ? `${formatCount(km * 1000)}\u00a0m` : `${formatCount(km)}\u00a0km`),
  north: 'N',
  matrix: 'Projets recensés, par EPCI et par thème',
  source: ({ titre, producteur, dateDonnees, licence }: CitedSource) =>
    `Source\u00a0: ${producteur}, ${titre}, données au ${formatPartialDate(dateDonnees)}, ${licence}.`,
  /** @param on ISO day of the making */
  made: (site: string, place: string, on: string) =>
    `${[site, place].filter(Boolean).join(' · ')} · image faite le ${formatDate(on)}`,
  edition: (title: string) => `État des lieux figé «\u00a0${title}\u00a0».`,
} as const;
