/** Every address that the OpenAPI document describes answers as it says, and nothing that it does not say. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../data/database/port.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { freezeEdition } from '../etl/editions.ts';
import { loadPackage } from '../etl/load-package.ts';
import { buildTileArchives } from '../etl/tiles.ts';
import { createApp } from './app.ts';
import { strictAnswerSchema } from './testing-schema.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: { readonly example?: unknown; readonly enum?: readonly unknown[] };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

let database: Database;
let app: ReturnType<typeof createApp>;
let api: Record<string, unknown> & { paths: Record<string, Record<string, Operation>> };
let basket: string;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  await loadPackage(database, 'data/essonne', () => {});
  folder = await mkdtemp(path.join(tmpdir(), 'answers-'));
  await buildTileArchives(database, folder);
  await freezeEdition(database, 'T2 2026', () => new Date('2026-09-01T08:00:00Z'));
  app = createApp({
    database,
    tilesFolder: folder,
    writes: { code: null, isOpen: true },
    now: () => new Date('2026-11-26'),
    log: (line) => {
      throw new Error(line);
    },
  });
  api = await (await app.request('/api/v1/openapi.json')).json();
  const created = await app.request('/api/v1/preselections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      titre: 'Essai synthétique',
      fiches: ['F001'],
      criteres: [{ libelle: 'Utilité', poids: 1 }],
    }),
  });
  basket = ((await created.json()) as { id: string }).id;
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** The address with the examples that the document gives for what it requires. */
function exampleOf(address: string, { parameters = [] }: Operation): string {
  const exampleFor = ({ name, example, schema }: Parameter) =>
    String(
      address.includes('preselections') && name === 'id' ? basket : (example ?? schema.example ?? schema.enum?.[0]),
    );
  const filled = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.name === name && one.in === 'path');
    if (!parameter) throw new Error(`${address} does not describe {${name}}`);
    return encodeURIComponent(exampleFor(parameter));
  });
  const query = parameters.filter((one) => one.in === 'query' && (one.required || one.name === 'indicateurs'));
  const text = new URLSearchParams(query.map((one) => [one.name, exampleFor(one)])).toString();
  return text === '' ? filled : `${filled}?${text}`;
}

const readable = () =>
  Object.entries(api.paths).flatMap(([path, { get }]) =>
    get?.responses['200']?.content?.['application/json'] !== undefined && !path.startsWith('/tiles/')
      ? [{ path, get }]
      : [],
  );

describe('the answers', () => {
  it('are those that the document describes, address by address, without a field more', async () => {
    const told = readable();
    expect(told.length).toBeGreaterThanOrEqual(22);
    for (const { path, get } of told) {
      const address = exampleOf(path, get);
      const answer = await app.request(address);
      expect(answer.status, address).toBe(200);
      const parsed = strictAnswerSchema(api, path, 'application/json').safeParse(await answer.json());
      expect(parsed.error?.issues.slice(0, 3), address).toBeUndefined();
    }
  });

  it('are so for every indicator at each of its levels', async () => {
    const path = '/api/v1/indicateurs/{id}/valeurs';
    const schema = strictAnswerSchema(api, path, 'application/json');
    const { indicateurs } = (await (await app.request('/api/v1/indicateurs')).json()) as {
      indicateurs: { id: string; niveaux: string[]; periodes: unknown[] }[];
    };
    for (const { id, niveaux, periodes } of indicateurs)
      for (const level of periodes.length > 0 ? niveaux : []) {
        const address = `/api/v1/indicateurs/${id}/valeurs?niveau=${level}`;
        const parsed = schema.safeParse(await (await app.request(address)).json());
        expect(parsed.error?.issues.slice(0, 3), address).toBeUndefined();
      }
  });

  it('are problems where the address is wrong, as described', async () => {
    for (const { path, get } of readable()) {
      if (get.responses['400'] === undefined) continue;
      const address = exampleOf(path, get);
      const answer = await app.request(`${address}${address.includes('?') ? '&' : '?'}inconnu=1`);
      expect(answer.status, address).toBe(400);
      const parsed = strictAnswerSchema(api, path, 'application/problem+json', 400).safeParse(await answer.json());
      expect(parsed.error?.issues.slice(0, 3), address).toBeUndefined();
    }
  });
});
