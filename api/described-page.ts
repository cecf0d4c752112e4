/**
 * A page as search engines and link previews read it, before any script runs: its title, its description, and a
 * schema.org block. The block is data, which no policy has to let run.
 */

export interface DescribedPage {
  readonly title: string;
  readonly description: string;
  /** A schema.org node. */
  readonly node: object;
}

const siteName = 'Présence numérique';
/** What a page of results shows of a description. */
const descriptionLength = 300;

/** @param page the built `index.html`; what it says of the site is replaced by what this page is */
export function writeDescribedPage(page: string, { title, description, node }: DescribedPage): string {
  const block = `<script type="application/ld+json">${escapeJson(JSON.stringify(node))}</script>`;
  // Replacements are functions: a `$` in a title is a `$`.
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(`${title} · ${siteName}`)}</title>`)
    .replace(/<meta name="description"[^>]*>/, () => '')
    .replace(
      '</head>',
      () =>
        `<meta name="description" content="${escapeHtml(shorten(description, descriptionLength))}">\n${block}\n</head>`,
    );
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** No `</script>` nor `<!--` can end the block. */
function escapeJson(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
