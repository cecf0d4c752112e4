/** The exchange tables, at addresses that do not change: Table Schema, XLSX template to fill, and an example in CSV. */
import { Hono } from 'hono';
import { templateSheet } from '../../data/catalogue/template-sheet.ts';
import { toTableSchema } from '../../data/tables/declare.ts';
import { type PublishedTable, publishedTables } from '../../data/tables/registry.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { csvResponse } from '../downloads/csv.ts';
import { workbookResponse } from '../downloads/workbook.ts';
import { publicOrigin } from '../public-address.ts';

const immutableNote = { 'cache-control': 'public, max-age=3600' };

function schemaOf(table: PublishedTable, origin: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    name: table.id,
    title: table.title,
    description: table.description,
    path: `${origin}/schemas/${table.id}.json`,
    examples: [{ title: 'Exemple inventé', path: `${origin}/schemas/${table.id}-exemple.csv` }],
    ...toTableSchema(table.fields, table.key),
  };
}

const exampleTable = ({ fields, example }: PublishedTable) => ({
  columns: fields.map(({ name }) => name),
  rows: [fields.map(({ name }) => example[name] || null)],
});

function template(table: PublishedTable): Promise<Response> {
  const { columns } = exampleTable(table);
  return workbookResponse(
    [
      { name: templateSheet, columns, rows: [] },
      {
        name: 'Colonnes',
        columns: ['colonne', 'titre', 'à savoir', 'obligatoire', 'exemple inventé'],
        rows: table.fields.map(({ name, title, description, required }) => [
          name,
          title,
          description,
          required ? 'oui' : 'non',
          table.example[name] || null,
        ]),
        widths: [22, 26, 70, 12, 40],
      },
    ],
    `modele-${table.id}`,
  );
}

export function schemaRoutes({ publicUrl }: Pick<ApiDependencies, 'publicUrl'>) {
  const routes = new Hono();
  routes.get('/schemas', (c) => {
    const origin = publicOrigin(c.req.url, publicUrl);
    return c.json(
      {
        tables: publishedTables.map(({ id, title, description }) => ({
          id,
          titre: title,
          description,
          schema: `${origin}/schemas/${id}.json`,
          modele: `${origin}/schemas/${id}.xlsx`,
          exemple: `${origin}/schemas/${id}-exemple.csv`,
        })),
      },
      200,
      immutableNote,
    );
  });
  for (const table of publishedTables) {
    routes.get(`/schemas/${table.id}.json`, (c) =>
      c.json(schemaOf(table, publicOrigin(c.req.url, publicUrl)), 200, immutableNote),
    );
    routes.get(`/schemas/${table.id}.xlsx`, () => template(table));
    routes.get(`/schemas/${table.id}-exemple.csv`, () =>
      csvResponse(exampleTable(table), 'csv', `${table.id}-exemple`),
    );
  }
  return routes;
}
