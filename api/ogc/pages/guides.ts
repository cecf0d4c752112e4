/** Pages that explain: how QGIS opens the data, and what the parameters are. */
import { html } from 'hono/html';
import { systems } from '../crs.ts';
import type { Site } from '../links.ts';
import { defaultLimit, largestLimit } from '../parameters.ts';
import { each, type Html, pageOf, tableOf } from './layout.ts';

const code = (text: string) => html`<code>${text}</code>`;
const home = (site: Site) => [{ label: 'Données géographiques', href: site.address('') }];

export function qgisPage(site: Site): Html {
  return pageOf(site, {
    title: 'Ouvrir ces données dans QGIS',
    lead: 'Une connexion suffit pour toutes les couches ; les contours existent aussi en tuiles vectorielles, plus légères pour un fond.',
    trail: home(site),
    body: html`
<h2>Les couches, avec leurs attributs</h2>
<ol>
<li>Menu Couche, Ajouter une couche, « Ajouter une couche WFS / OGC API – Features… ».</li>
<li>Nouvelle connexion. Nom : Présence numérique. URL : <code class="address">${site.address('')}</code></li>
<li>Version : OGC API – Features. Laisser vide l’authentification.</li>
<li>OK, Connexion : les couches paraissent. Choisir par exemple « Couverture FttH (communes) », puis Ajouter.</li>
<li>Pour une carte : Propriétés de la couche, Symbologie, Gradué, valeur ${code('valeur')}. Les territoires sans valeur ont ${code('etat')} autre que « valeur » : leur donner un style à part, jamais celui de zéro.</li>
</ol>
<p>Une couche d’indicateur montre la dernière période. Pour une autre : Ajouter une couche vecteur, type de source « Protocole : HTTP(S)… », type GeoJSON, et l’adresse des éléments avec ${code('datetime')}, par exemple <code class="address">${site.address('/collections/couverture-ftth/items', { limit: String(largestLimit), datetime: '2025-06-30' })}</code></p>
<h2>Les tuiles vectorielles</h2>
<ol>
<li>Menu Couche, Ajouter une couche, « Ajouter une couche de tuiles vectorielles… ».</li>
<li>Nouvelle connexion générique. Nom : Communes. URL : <code class="address">${`${site.origin}/tiles/communes/{z}/{x}/{y}.mvt`}</code></li>
<li>Niveaux de zoom : de 5 à 12. OK, Ajouter.</li>
<li>Les EPCI et le département sont dans <code class="address">${`${site.origin}/tiles/epci/{z}/{x}/{y}.mvt`}</code></li>
</ol>
<p>Un style prêt à l’emploi pour MapLibre, que QGIS lit aussi comme « URL du style » : <code class="address">${`${site.origin}/tiles/style.json`}</code></p>
<h2>En ligne de commande</h2>
<p>GDAL lit les mêmes adresses :</p>
<pre tabindex="0"><code>ogr2ogr -f GPKG ftth.gpkg "OAPIF:${site.address('/collections/couverture-ftth')}"</code></pre>`,
  });
}

export function parametersPage(site: Site): Html {
  return pageOf(site, {
    title: 'Paramètres du service',
    lead: 'Ce que l’adresse des éléments d’une couche accepte. Un paramètre inconnu, répété ou mal écrit est refusé, avec ce qui est accepté.',
    trail: home(site),
    json: site.address('/api', { f: 'json' }),
    body: html`${tableOf(
      'Paramètres de /collections/{couche}/items',
      ['Nom', 'Ce qu’il fait', 'Exemple'],
      [
        [
          code('limit'),
          `Éléments par page : ${defaultLimit} sans lui, ${largestLimit} au plus ; au-dessus, ${largestLimit}.`,
          code('limit=200'),
        ],
        [
          code('bbox'),
          'Garde ce qui touche un rectangle : ouest, sud, est, nord. Ce qui n’a pas de géométrie n’y est pas.',
          code('bbox=2.3,48.5,2.5,48.7'),
        ],
        [
          code('bbox-crs'),
          'Système de coordonnées de bbox, dans l’ordre de ses axes.',
          code(`bbox-crs=${systems[2]?.uri}`),
        ],
        [code('datetime'), 'Garde ce qui a lieu ce jour-là ou dans cet intervalle.', code('datetime=2025-01-01/..')],
        [
          code('crs'),
          'Système de coordonnées de la réponse, rappelé dans l’en-tête Content-Crs.',
          code(`crs=${systems[2]?.uri}`),
        ],
        [
          html`<em>propriété</em>`,
          'Garde les éléments qui ont exactement cette valeur. La liste est sous « Propriétés à interroger ».',
          code('epci=200056232'),
        ],
        [code('f'), 'json ou html ; sans lui, ce que demande l’en-tête Accept.', code('f=json')],
        [
          code('offset'),
          'Éléments à passer depuis le début, pour les logiciels qui comptent. Le lien « next » est plus sûr.',
          code('offset=100'),
        ],
        [code('suite'), 'Place dans la couche. Se lit dans le lien « next », ne s’écrit pas.', ''],
      ],
    )}
<h2>Systèmes de coordonnées</h2>
<ul>${each(systems, ({ uri, label }) => html`<li>${label} : <code class="address">${uri}</code></li>`)}</ul>
<h2>Tourner les pages</h2>
<p>Chaque page donne l’adresse de la suivante dans le lien « next ». Elle reprend après le dernier élément lu : ce qui s’ajoute ou se retire entre deux pages ne répète ni ne cache les autres. La période d’un indicateur reste celle de la première page.</p>`,
  });
}
