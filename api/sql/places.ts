/**
 * Places where people are helped with digital services. Several sources may list one place: they are merged as they are
 * read, so that an edition needs nothing but its loads.
 */
import { z } from 'zod';
import { type OpeningChoice, readPlaceHours } from '../../data/analysis/place-hours.ts';
import {
  kindOf,
  type MergedPlace,
  mergePlaces,
  type PlaceSource,
  placeSources,
  samePlaces,
} from '../../data/analysis/place-merge.ts';
import type { Queryable } from '../../data/database/port.ts';
import type { Place } from '../contract.ts';
import { type Parameters, startParameters } from './parameters.ts';
import { currentState, membersSql, pointersSql, type State } from './state.ts';

export interface PlaceFilters {
  readonly commune?: string | undefined;
  readonly epci?: string | undefined;
  readonly type?: string | undefined;
  readonly service?: string | undefined;
  readonly dispositif?: string | undefined;
  readonly source?: PlaceSource | undefined;
  readonly ouvert?: OpeningChoice | undefined;
  readonly q?: string | undefined;
  readonly departement?: string | undefined;
  readonly state?: State | undefined;
  readonly limite: number;
  readonly page: number;
}

export interface PlacePage {
  /** What the filters keep, whatever the page. */
  readonly total: number;
  /** Of those that every filter but `ouvert` keeps: neither open nor closed, for nothing legible is published. */
  readonly hoursNotUnderstood: number;
  readonly hoursNotGiven: number;
  readonly places: Place[];
}

const rows = z.array(
  z.object({
    source: z.enum(placeSources),
    id: z.string(),
    url: z.string(),
    updatedOn: z.string().nullable(),
    name: z.string(),
    kind: z.string(),
    programmes: z.array(z.string()),
    isItinerant: z.boolean(),
    services: z.array(z.string()),
    audiences: z.array(z.string()),
    access: z.array(z.string()),
    specialCare: z.array(z.string()),
    siret: z.string().nullable(),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    commune: z.string().nullable(),
    communeName: z.string().nullable(),
    epci: z.string().nullable(),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    hours: z.string().nullable(),
    hoursNote: z.string().nullable(),
    website: z.string().nullable(),
    confidence: z.enum(['haute', 'moyenne', 'basse']),
  }),
);

const listedSql = (state: State, parameters: Parameters) =>
  `place p join (${pointersSql(state, parameters)}) c on c.load_id = p.load_id join load l on l.id = p.load_id
   left join (${membersSql(state, parameters)}) m on m.commune = p.commune`;

/** A published list that does not date its places is as fresh as its file; our own is dated place by place. */
const identityColumns = `c.source, p.id,
  coalesce(p.updated_on, p.source_on, case when c.source <> 'lieux-recenses' then l.data_on::text end) as "updatedOn",
  p.name, p.kind, p.is_itinerant as "isItinerant", p.siret, p.address, p.commune, coalesce(m.name, p.commune) as "communeName",
  st_x(p.location_4326) as longitude, st_y(p.location_4326) as latitude`;

function toPositioned<Row extends { longitude: number | null; latitude: number | null }>({
  longitude,
  latitude,
  ...place
}: Row) {
  const position = longitude === null || latitude === null ? null : ([longitude, latitude] as const);
  return { ...place, position };
}

/** In the order of identifiers. */
export async function readPlaces(database: Queryable, filters: PlaceFilters): Promise<PlacePage> {
  const { merged, epciOf } = await readMerged(database, filters);
  const kept = merged
    .filter((place) => isKept(place, filters))
    .map((place) => ({
      place,
      hours: readPlaceHours(place.hours, place.hoursNote),
    }));
  const { ouvert, limite, page } = filters;
  const open = ouvert === undefined ? kept : kept.filter(({ hours }) => hours.isOpen(ouvert) === true);
  const notGiven = kept.filter(({ hours }) => hours.state === 'non-communiques').length;
  return {
    total: open.length,
    hoursNotUnderstood: kept.filter(({ hours }) => hours.isOpen('lundi') === null).length - notGiven,
    hoursNotGiven: notGiven,
    places: open.slice((page - 1) * limite, page * limite).map(
      ({ place, hours }): Place => ({
        id: place.id,
        nom: place.name,
        type: place.kind,
        dispositifs: [...place.programmes],
        itinerant: place.isItinerant,
        services: [...place.services],
        publics: [...place.audiences],
        acces: [...place.access],
        priseEnCharge: [...place.specialCare],
        adresse: place.address,
        codePostal: place.postcode,
        commune: place.commune,
        communeNom: place.communeName,
        epci: epciOf.get(place.commune ?? '') ?? null,
        position: place.position && [...place.position],
        horaires: place.hours,
        horairesPrecision: place.hoursNote,
        horairesLus: hours.text,
        horairesEtat: hours.state,
        site: place.website,
        confiance: place.confidence,
        sources: place.sources.map(({ source, id, url, updatedOn }) => ({ source, id, url, majOn: updatedOn })),
      }),
    ),
  };
}

export interface PlaceKind {
  readonly kind: string;
  readonly commune: string | null;
}

const identityRows = z.array(
  rows.element.pick({
    source: true,
    id: true,
    updatedOn: true,
    name: true,
    kind: true,
    isItinerant: true,
    siret: true,
    address: true,
    commune: true,
    communeName: true,
    longitude: true,
    latitude: true,
  }),
);

/** Kind and commune of every place of a state, for who only counts them: what else is told of them is not read. */
export async function readPlaceKinds(database: Queryable, state: State): Promise<PlaceKind[]> {
  const parameters = startParameters();
  const listed = listedSql(state, parameters);
  const told = identityRows.parse(await database.query(`select ${identityColumns} from ${listed}`, parameters.values));
  return samePlaces(told.map(toPositioned)).map((same) => ({ kind: kindOf(same), commune: same[0]?.commune ?? null }));
}

/** Merged before they are filtered, by territory aside: places of two communes are never one. */
async function readMerged(
  database: Queryable,
  {
    commune,
    epci,
    departement,
    state = currentState,
  }: Pick<PlaceFilters, 'commune' | 'epci' | 'departement' | 'state'>,
) {
  const parameters = startParameters();
  const listed = listedSql(state, parameters);
  const conditions = ['true'];
  if (commune !== undefined) conditions.push(`p.commune = ${parameters.add(commune)}`);
  if (epci !== undefined) conditions.push(`m.epci = ${parameters.add(epci)}`);
  if (departement !== undefined) conditions.push(`c.departement = ${parameters.add(departement)}`);
  const told = rows.parse(
    await database.query(
      `select ${identityColumns}, p.source_url as url, p.programmes, p.services, p.audiences, p.access,
         p.special_care as "specialCare", p.postcode, m.epci, p.opening_hours as hours, p.hours_note as "hoursNote",
         p.website, p.confidence
       from ${listed} where ${conditions.join(' and ')}`,
      parameters.values,
    ),
  );
  const merged = mergePlaces(told.map(({ epci: _, ...place }) => toPositioned(place)));
  return { merged, epciOf: new Map(told.flatMap((one) => (one.commune ? [[one.commune, one.epci] as const] : []))) };
}

function isKept(place: MergedPlace, { type, service, dispositif, source, q }: PlaceFilters): boolean {
  if (type !== undefined && place.kind !== type) return false;
  if (service !== undefined && !place.services.includes(service)) return false;
  if (dispositif !== undefined && !place.programmes.includes(dispositif)) return false;
  if (source !== undefined && !place.sources.some((mention) => mention.source === source)) return false;
  if (q === undefined) return true;
  return folded([place.name, place.address, ...place.programmes, place.communeName].join(' ')).includes(folded(q));
}

/** As the SQL function `folded` does, on text that is not in the database. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");
}

export interface PlaceWords {
  readonly type: string[];
  readonly service: string[];
  readonly dispositif: string[];
}

/** The kinds, services and programmes of the places in force: what a filter may ask for. */
export async function readPlaceWords(database: Queryable, state: State = currentState): Promise<PlaceWords> {
  const parameters = startParameters();
  const found = await database.query<{ about: keyof PlaceWords; word: string }>(
    `with listed as (select p.kind, p.services, p.programmes from ${listedSql(state, parameters)})
     select distinct about, word from (
       select 'type' as about, kind as word from listed
       union all select 'service', unnest(services) from listed
       union all select 'dispositif', unnest(programmes) from listed
     ) words order by about, word`,
    parameters.values,
  );
  const of = (about: keyof PlaceWords) => found.flatMap((row) => (row.about === about ? [row.word] : []));
  return { type: of('type'), service: of('service'), dispositif: of('dispositif') };
}
