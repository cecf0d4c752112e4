/** The pages that search engines should know (https://www.sitemaps.org/protocol.html), and what robots may read. */

/** Screens that say something without a choice of the visitor's; those of one person's work are left out. */
export const listedScreens = [
  '/',
  '/projets',
  '/projets/repartition',
  '/projets/synthese',
  '/catalogue',
  '/feuille-de-route',
  '/ecarts',
  '/ecarts/equilibre',
  '/ecarts/cuivre',
  '/ecarts/acces',
  '/ecarts/classement',
  '/donnees',
  '/donnees/sources',
  '/donnees/changements',
  '/donnees/etats-des-lieux',
  '/methode',
  '/guides',
  '/guides/decideur',
  '/guides/epci',
  '/guides/analyste',
  '/guides/collectivite',
] as const;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** @param paths with their query, from the root; @param changedOn ISO day */
export function sitemap(origin: string, paths: readonly string[], changedOn: string): string {
  const entries = paths.map((path) => {
    const address = new URL(path, origin).href.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
    return `  <url><loc>${address}</loc><lastmod>${changedOn}</lastmod></url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
}

/** Everything may be read; files are made on demand, and robots need not make them all. */
export function robots(origin: string): string {
  return `User-agent: *
Disallow: /api/v1/
Disallow: /preselection/
Allow: /

Sitemap: ${origin}/sitemap.xml
`;
}
