/** What was loaded of each source, the newest first, as an Atom feed (RFC 4287). */
import { Feed } from 'feed';
import type { SourceIdentity } from '../../data/sources/declare.ts';
import type { LoadReport } from '../sql/loads.ts';

const mostEntries = 100;

/** @param origin where the pages are */
export function updatesFeed(
  reports: readonly LoadReport[],
  sources: readonly SourceIdentity[],
  origin: string,
): string {
  const told = reports
    .flatMap((report) => {
      const source = sources.find(({ id }) => id === report.source);
      return source ? [{ report, source }] : [];
    })
    .sort((a, b) =>
      a.report.loaded_at < b.report.loaded_at
        ? 1
        : a.report.loaded_at > b.report.loaded_at
          ? -1
          : b.report.id - a.report.id,
    )
    .slice(0, mostEntries);
  const feed = new Feed({
    id: `${origin}/mises-a-jour.atom`,
    title: 'Observatoire de la présence numérique : mises à jour des données',
    language: 'fr',
    link: `${origin}/donnees/sources`,
    feedLinks: { atom: `${origin}/mises-a-jour.atom` },
    copyright: 'Chaque source a sa licence, nommée dans /donnees/sources',
    generator: 'observatoire-presence-numerique',
    updated: new Date(told[0]?.report.loaded_at ?? 0),
    author: { name: 'Observatoire de la présence numérique' },
  });
  for (const { report, source } of told) {
    const refused = report.rows_refused > 0 ? ` ${report.rows_refused} lignes refusées.` : '';
    feed.addItem({
      id: `${origin}/donnees/sources#chargement-${report.id}`,
      link: `${origin}/donnees/sources`,
      title: `${source.title}, ${report.vintage}`,
      description: `${source.publisher}, données au ${report.data_on}, ${source.licence.label}. ${report.rows_taken} lignes retenues sur ${report.rows_read} lues, département ${report.departement}.${refused}`,
      date: new Date(report.loaded_at),
      published: new Date(report.loaded_at),
    });
  }
  return feed.atom1();
}
