/** Assembles the API: tiles first and bare, then the door (limits, headers), the versioned data routes, the pages. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { indicators as declaredIndicators, type Indicator } from '../data/catalogue/catalogue.ts';
import type { Database } from '../data/database/port.ts';
import { sources as declaredSources } from '../data/sources/registry.ts';
import { versioned } from './cache.ts';
import { allowedMethods, optionsResponse, setCrossOriginHeaders } from './cross-origin.ts';
import type { ApiDependencies } from './dependencies.ts';
import { openTableWriter } from './downloads/table-writer.ts';
import { openExports } from './exports.ts';
import { type FramingPolicy, frameAncestors } from './framing.ts';
import { setSecurityHeaders } from './headers.ts';
import type { Isochrones } from './isochrones.ts';
import { checkRequest } from './limits.ts';
import { ogcRoutes } from './ogc/routes.ts';
import { ProblemError, problemResponse, refuseBadQuery } from './problem.ts';
import { limitRequests, type RateSettings } from './rate-limit.ts';
import { basketRoutes } from './routes/baskets.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { changeRoutes } from './routes/changes.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { feedRoutes } from './routes/feeds.ts';
import { framingRoutes } from './routes/framing.ts';
import { gapRoutes } from './routes/gaps.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { limitRoutes } from './routes/limits.ts';
import { outlineRoutes } from './routes/outlines.ts';
import { placeRoutes } from './routes/places.ts';
import { presenceRoutes } from './routes/presence.ts';
import { projectRoutes } from './routes/projects.ts';
import { reachRoutes } from './routes/reach.ts';
import { schemaRoutes } from './routes/schemas.ts';
import { sourceRoutes } from './routes/sources.ts';
import { tableRoutes } from './routes/tables.ts';
import { territoryRoutes } from './routes/territories.ts';
import { defaultPublisher } from './settings.ts';
import { openStateTables } from './state-tables.ts';
import { openTileArchives } from './tiles/archives.ts';
import { describedTileRoutes } from './tiles/described.ts';
import { tileRoutes } from './tiles/routes.ts';
import { guardWrites, type WriteSettings } from './writes.ts';

const programVersion: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** What a client needs to do as a refusal says. */
function headersOf(status: number, path: string): Readonly<Record<string, string>> {
  if (status === 405) return { allow: allowedMethods(path) };
  return status === 503 ? { 'retry-after': '10' } : {};
}

export interface AppOptions {
  readonly database: Database;
  readonly catalogue?: readonly Indicator[];
  readonly tilesFolder: string;
  /** Where files of downloads are kept once they are made; a temporary folder without one. */
  readonly exportsFolder?: string;
  readonly dashboardFolder?: string;
  readonly writes?: WriteSettings;
  readonly publicUrl?: string | null;
  /** Who publishes what is harvested. */
  readonly publisher?: string;
  /** Without it, requests are not counted. */
  readonly rate?: RateSettings;
  readonly isochrones?: Isochrones | null;
  readonly framing?: FramingPolicy;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

export function createApp(options: AppOptions) {
  const { database, now, log, dashboardFolder, publicUrl = null, isochrones = null, framing = 'everyone' } = options;
  const rate = options.rate ?? { requestsPerMinute: null, clientHeader: null };
  const archives = openTileArchives(database, options.tilesFolder);
  const dependencies: ApiDependencies = {
    database,
    readState: openStateTables(database),
    indicators: options.catalogue ?? declaredIndicators,
    sources: declaredSources,
    archives,
    exports: openExports(options.exportsFolder ?? null),
    writeTable: openTableWriter(),
    programVersion,
    isochrones,
    now,
    publicUrl,
  };

  const app = new OpenAPIHono({ defaultHook: refuseBadQuery });
  app.onError((error, c) => {
    if (error instanceof ProblemError) {
      const response = problemResponse(error.problem, {
        ...headersOf(error.problem.status, c.req.path),
        ...(error.retryAfterSeconds !== undefined && { 'retry-after': String(error.retryAfterSeconds) }),
      });
      setSecurityHeaders(response.headers, c.req.path);
      setCrossOriginHeaders(response.headers, c.req.method, c.req.path);
      return response;
    }
    if (error instanceof HTTPException && error.status === 400)
      return problemResponse(new ProblemError(400, 'Le contenu envoyé n’est pas du JSON lisible.').problem);
    const id = randomUUID();
    log(`${now().toISOString()} ${id} ${c.req.method} ${c.req.path} : ${error.stack ?? error.message}`);
    const detail = `Une erreur inattendue s’est produite ; elle est notée sous le numéro ${id}.`;
    return problemResponse({ type: 'about:blank', title: 'Erreur du serveur', status: 500, detail });
  });
  app.notFound((c) => {
    const response = problemResponse(
      new ProblemError(404, 'Il n’y a rien à cette adresse. L’API est décrite dans /api/docs.', {
        parametre: 'adresse',
        recu: c.req.path.slice(0, 100),
      }).problem,
    );
    setSecurityHeaders(response.headers, c.req.path);
    setCrossOriginHeaders(response.headers, c.req.method, c.req.path);
    return response;
  });

  app.route('/', tileRoutes(archives, publicUrl));
  app.use('*', async (c, next) => {
    checkRequest(c.req.method, c.req.raw.url);
    if (c.req.method === 'OPTIONS') return optionsResponse(c.req.path);
    await next();
    setSecurityHeaders(c.res.headers, c.req.path, frameAncestors(framing, c.req.url));
    return setCrossOriginHeaders(c.res.headers, c.req.method, c.req.path);
  });
  app.use('*', limitRequests(rate));
  app.use('/api/v1/*', guardWrites(options.writes ?? { code: null, isOpen: false }, publicUrl));
  app.use('*', compress());
  // A setting is not of the data: it changes without their version.
  app.route('/', framingRoutes(framing));
  // An answer also depends on who computes travel times: a browser that held it asks again when that changes.
  app.use('/api/v1/*', versioned(database, `${programVersion} ${isochrones?.address ?? ''}`));
  for (const route of describedTileRoutes) app.openAPIRegistry.registerPath(route);
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Observatoire de la présence numérique',
      version: programVersion,
      description:
        'Chiffres par commune, EPCI et département, avec leurs sources, leurs dates et leurs licences. Lecture seule, sans clé.',
    },
    servers: [{ url: '/' }],
  });

  const api = app
    .route('/', indicatorRoutes(dependencies))
    .route('/', tableRoutes(dependencies))
    .route('/', territoryRoutes(dependencies))
    .route('/', outlineRoutes(dependencies))
    .route('/', sourceRoutes(dependencies))
    .route('/', projectRoutes(dependencies))
    .route('/', catalogueRoutes(dependencies))
    .route('/', basketRoutes(dependencies))
    .route('/', placeRoutes(dependencies))
    .route('/', gapRoutes(dependencies))
    .route('/', reachRoutes(dependencies))
    .route('/', changeRoutes(dependencies))
    .route('/', presenceRoutes(dependencies))
    .route('/', healthRoutes(dependencies))
    .route('/', limitRoutes(rate));
  app.route('/', schemaRoutes(dependencies));
  app.route('/', feedRoutes(dependencies));
  const publisher = options.publisher ?? defaultPublisher;
  app.route('/', discoveryRoutes(dependencies, { publisher, ask: (address) => app.request(address) }));
  app.route('/', documentationRoutes());
  app.route('/', ogcRoutes(dependencies, programVersion));
  if (dashboardFolder !== undefined) app.route('/', dashboardRoutes(dashboardFolder, dependencies, publisher));
  return api;
}
