/** The frame of the pages of the OGC API: no script, one stylesheet, the tokens of the house. Text is escaped by `html`. */
import { html, raw } from 'hono/html';
import type { Site } from '../links.ts';

export type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead: string;
  /** Pages above this one, from the first. */
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  /** The same in JSON. */
  readonly json?: string;
  readonly links?: readonly { readonly rel: string; readonly href: string; readonly type?: string }[];
  readonly body: Html;
}

/** An inline list of nothing must be nothing, and `html` writes each of an array. */
export const each = <T>(items: readonly T[], write: (item: T) => Html): Html[] => items.map(write);

/** A sign that French sets apart keeps to its word: what is declared in plain text has plain spaces. */
function withFrenchSpaces(page: Html): Html {
  return raw(String(page).replaceAll(/ (?=[:;?!»%](?![\w/]))|(?<=«) /g, '\u202f'));
}

export function pageOf(site: Site, { title, lead, trail, json, links = [], body }: Page): Html {
  return withFrenchSpaces(html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Observatoire de la présence numérique</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/ogc/polices/wght.css">
<link rel="stylesheet" href="/ogc/theme.css">
<link rel="stylesheet" href="/ogc/page.css">
${each(
  links,
  ({ rel, href, type }) => html`<link rel="${rel}" href="${href}"${type === undefined ? '' : html` type="${type}"`}>
`,
)}</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header>
<a class="name" href="/">Présence numérique</a>
<nav aria-label="Données géographiques">
<a href="${site.address('')}">Accueil</a>
<a href="${site.address('/collections')}">Couches</a>
<a href="${site.address('/qgis')}">QGIS</a>
<a href="${site.address('/api', { f: 'html' })}">Paramètres</a>
</nav>
</header>
<main id="contenu" tabindex="-1">
${
  trail.length === 0
    ? ''
    : html`<nav class="trail" aria-label="Fil d’Ariane"><ol>${each(
        trail,
        ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
      )}<li aria-current="page">${title}</li></ol></nav>`
}
<h1>${title}</h1>
<p class="lead">${lead}</p>
${body}
</main>
<footer>
<p>${json === undefined ? '' : html`<a href="${json}">Ce document en JSON</a> · `}<a href="/api/docs">API des chiffres</a> · <a href="/methode">Méthode, sources et licences</a></p>
</footer>
</body>
</html>
`);
}

/** A table that scrolls in its own box, which the keyboard reaches. */
export function tableOf(caption: string, head: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${each(head, (cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${each(
    rows,
    ([
      first = '',
      ...cells
    ]) => html`<tr><th scope="row">${first}</th>${each(cells, (cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
