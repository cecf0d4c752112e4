/** New and changed sheets as an Atom feed (RFC 4287). */
import { Feed } from 'feed';
import { themes } from '../../data/catalogue/themes.ts';
import type { Project } from '../contract-projects.ts';
import type { ProjectEvent } from '../sql/projects.ts';

const mostEntries = 100;

/** @param origin where the pages are */
export function projectFeed(
  projects: readonly Project[],
  events: ReadonlyMap<string, readonly ProjectEvent[]>,
  origin: string,
): Response {
  const dated = projects
    .flatMap((project) => {
      const all = events.get(project.id) ?? [];
      const [first] = all;
      const last = all.at(-1);
      return first && last ? [{ project, published: first.at, last }] : [];
    })
    .sort((a, b) => (a.last.at < b.last.at ? 1 : a.last.at > b.last.at ? -1 : a.project.id < b.project.id ? -1 : 1))
    .slice(0, mostEntries);
  const feed = new Feed({
    id: `${origin}/projets.atom`,
    title: 'Projets numériques recensés : fiches nouvelles et modifiées',
    language: 'fr',
    link: `${origin}/projets`,
    feedLinks: { atom: `${origin}/projets.atom` },
    copyright: 'Faits compilés à partir de pages publiques, chacun avec sa source',
    generator: 'observatoire-presence-numerique',
    updated: new Date(dated[0]?.last.at ?? 0),
    author: { name: 'Observatoire de la présence numérique' },
  });
  for (const { project, published, last } of dated) {
    const changed = last.kind === 'ajout' ? 'Fiche ajoutée.' : `Fiche modifiée : ${last.columns.join(', ')}.`;
    feed.addItem({
      id: `${origin}/projets/${project.id}`,
      link: `${origin}/projets/${project.id}`,
      title: project.titre,
      description: `${project.resume} ${changed}`,
      date: new Date(last.at),
      published: new Date(published),
      category: [{ name: themes.find(({ id }) => id === project.theme)?.label ?? project.theme }],
    });
  }
  return new Response(feed.atom1(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
