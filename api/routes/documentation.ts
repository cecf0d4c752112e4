/** The page that shows the OpenAPI document: Swagger UI from our own origin, without inline script. */
import { Hono } from 'hono';
import { absolutePath } from 'swagger-ui-dist';
import { openStaticFiles } from '../static-files.ts';

const page = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Observatoire de la présence numérique</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="documentation"></div>
<noscript>La description de l’API se lit aussi dans <a href="/api/v1/openapi.json">openapi.json</a>.</noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const script = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#documentation', deepLinking: true, validatorUrl: null });\n`;
const served = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

export function documentationRoutes() {
  const files = openStaticFiles(absolutePath());
  return new Hono()
    .get('/api/docs', (c) => c.html(page))
    .get('/api/docs/start.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/api/docs/:name', async (c) => {
      const name = c.req.param('name');
      return (
        (served.has(name) &&
          (await files({ name, cacheControl: 'no-cache', encodings: c.req.header('accept-encoding') }))) ||
        c.notFound()
      );
    });
}
