/** Referenced projects of a state of the data, searched in French, and what became of a sheet from load to load. */
import { z } from 'zod';
import { carrierTypeOf } from '../../data/analysis/project-carrier.ts';
import type { Queryable } from '../../data/database/port.ts';
import { type Project, projectSchema } from '../contract-projects.ts';
import { type Parameters, startParameters } from './parameters.ts';
import { currentState, pointersSql, type State } from './state.ts';

export interface ProjectQuery {
  readonly id?: string | undefined;
  readonly commune?: string | undefined;
  readonly departement?: string | undefined;
  readonly q?: string | undefined;
  readonly state?: State | undefined;
}

export interface FoundProjects {
  /** By relevance when words are searched, else in the order of identifiers. */
  readonly projects: Project[];
  /** `approchee`: no sheet has the words, those are that have words alike. */
  readonly search: 'exacte' | 'approchee' | null;
}

export async function readProjects(database: Queryable, query: ProjectQuery): Promise<FoundProjects> {
  const words = query.q?.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (query.q === undefined) return { projects: await select(database, query, null), search: null };
  // Signs alone, as « % », are looked for as they are.
  if (words.length === 0)
    return { projects: await select(database, query, { words: [query.q], kind: 'signs' }), search: 'exacte' };
  const exact = await select(database, query, { words, kind: 'words' });
  if (exact.length > 0 || !(await hasSimilarity(database))) return { projects: exact, search: 'exacte' };
  return { projects: await select(database, query, { words, kind: 'alike' }), search: 'approchee' };
}

/** Words alike share at least this part of their groups of three letters: « mediateque » finds « médiathèque » (0.57). */
const leastSimilarity = 0.45;

interface Search {
  readonly words: readonly string[];
  readonly kind: 'words' | 'alike' | 'signs';
}

async function select(database: Queryable, query: ProjectQuery, search: Search | null): Promise<Project[]> {
  const parameters = startParameters();
  const pointers = pointersSql(query.state ?? currentState, parameters);
  const conditions = ['true'];
  if (query.id !== undefined) conditions.push(`p.id = ${parameters.add(query.id)}`);
  const within = query.departement === undefined ? '' : `and c.departement = ${parameters.add(query.departement)}`;
  if (query.commune !== undefined)
    conditions.push(`exists (select 1 from project_territory t where t.load_id = p.load_id and t.project_id = p.id
      and t.level = 'commune' and t.code = ${parameters.add(query.commune)})`);
  const order = search ? searchSql(search, parameters, conditions) : '';
  const territories = (level: string) =>
    `array(select t.code from project_territory t where t.load_id = p.load_id and t.project_id = p.id and t.level = '${level}'
       order by t.code collate "C")`;
  const rows = await database.query<Record<string, unknown> & { porteur: string; porteurSiren: string | null }>(
    `select p.id, p.parent, p.title as titre, p.summary as resume, p.objectives as objectifs, p.theme, p.sub_theme as "sousTheme",
       p.carrier as porteur, p.carrier_siren as "porteurSiren", p.carrier_siret as "porteurSiret", p.carrier_type as "porteurType",
       p.level as niveau, ${territories('commune')} as communes, ${territories('epci')} as epci, p.site as lieu,
       case when p.location_4326 is not null then array[st_x(p.location_4326), st_y(p.location_4326)] end as position,
       p.audiences as publics, p.phase, p.state as etat, p.planned_start as "dateDebutPrevue", p.planned_end as "dateFinPrevue",
       p.starts_on as "dateDebut", p.ends_on as "dateFin", p.budget_euros as "budgetEuros", p.funders as financeurs,
       coalesce((select json_agg(json_build_object('financeur', f.funder, 'annee', f.year, 'montantEuros', f.amount_euros) order by f.rank)
         from project_funding f where f.load_id = p.load_id and f.project_id = p.id), '[]') as financements,
       p.partners as partenaires, p.is_open as ouvert, p.expected_effects as "effetsAttendus", p.links as liens, p.needs as besoins,
       p.source_url as "sourceUrl", p.source_on as "sourceDate", p.confidence as confiance, p.updated_on as "dateMaj"
     from (${projectsOnceSql(`(${pointers})`, `c.source = 'projets-recenses' ${within}`)}) p
     where ${conditions.join(' and ')} order by ${order} p.id collate "C"`,
    parameters.values,
  );
  const epcis = await readEpcis(database);
  return z.array(projectSchema).parse(
    rows.map((row) => ({
      ...row,
      porteurType: carrierTypeOf(row.porteurType as Project['porteurType'], row.porteurSiren, row.porteur, epcis),
    })),
  );
}

/**
 * A project of several départements is in the load of each: it is read once, from the newest.
 * @param pointers a table or a query in parentheses: source, departement, load_id
 * @param within which of them, named `c`, are looked at
 */
export function projectsOnceSql(pointers: string, within: string, columns = 'p.*'): string {
  return `select distinct on (p.id) ${columns} from project p
    join ${pointers} c on c.load_id = p.load_id where ${within} order by p.id, p.load_id desc`;
}

/** Every word must be there: by its stem, or as the beginning of a word; or one alike, where that is asked. */
function searchSql({ words, kind }: Search, parameters: Parameters, conditions: string[]): string {
  const folded = words.map((word) => `folded(${parameters.add(word)}::text)`);
  if (kind === 'signs') {
    conditions.push(`strpos(p.folded_text, ${folded.join()}) > 0`);
    return '';
  }
  if (kind === 'alike') {
    const similarities = folded.map((word) => `word_similarity(${word}, p.folded_text)`);
    for (const similarity of similarities) conditions.push(`${similarity} >= ${leastSimilarity}`);
    return `round((${similarities.join(' + ')})::numeric, 3) desc,`;
  }
  for (const word of folded) {
    const stem = `plainto_tsquery('french', ${word})`;
    // A word too common to be indexed (« les ») forbids nothing.
    conditions.push(`(numnode(${stem}) = 0 or p.stems @@ ${stem} or p.folded_text ~ ('\\m' || ${word}))`);
  }
  const all = `plainto_tsquery('french', ${folded.join(` || ' ' || `)})`;
  return `round(ts_rank(p.stems, ${all})::numeric, 3) desc,`;
}

async function hasSimilarity(database: Queryable): Promise<boolean> {
  const found = await database.query(`select 1 from pg_extension where extname = 'pg_trgm'`);
  return found.length > 0;
}

/** SIREN of every grouping that is known, EPT included. */
async function readEpcis(database: Queryable): Promise<Set<string>> {
  const rows = await database.query<{ code: string }>(
    'select epci as code from membership where epci is not null union select ept from membership where ept is not null',
  );
  return new Set(rows.map(({ code }) => code));
}

export interface ProjectEvent {
  readonly at: string;
  readonly kind: 'ajout' | 'modification';
  /** Columns of the exchange table that changed; none for an addition. */
  readonly columns: readonly string[];
}

/** Column of the table → name in the exchange table, for what people may change. */
const columnNames: Readonly<Record<string, string>> = {
  parent: 'parent',
  title: 'titre',
  summary: 'resume',
  objectives: 'objectifs',
  theme: 'theme',
  sub_theme: 'sous_theme',
  carrier: 'porteur',
  carrier_siren: 'porteur_siren',
  carrier_siret: 'porteur_siret',
  carrier_type: 'porteur_type',
  level: 'niveau',
  site: 'lieu',
  audiences: 'publics',
  phase: 'phase',
  state: 'etat',
  planned_start: 'date_debut_prevue',
  planned_end: 'date_fin_prevue',
  starts_on: 'date_debut',
  ends_on: 'date_fin',
  budget_euros: 'budget_eur',
  funders: 'financeurs',
  partners: 'partenaires',
  is_open: 'ouvert',
  expected_effects: 'effets_attendus',
  links: 'liens',
  needs: 'besoins',
  source_url: 'source_url',
  source_on: 'source_date',
  confidence: 'confiance',
  updated_on: 'date_maj',
  communes: 'communes',
  epcis: 'epci',
  funding: 'financements',
};

/** Identifier → what happened to the sheet, load after load, the oldest first. */
export async function readProjectEvents(database: Queryable, id?: string): Promise<Map<string, ProjectEvent[]>> {
  const parameters = startParameters();
  const codes = (level: string) =>
    `coalesce((select json_agg(t.code order by t.code collate "C") from project_territory t
       where t.load_id = p.load_id and t.project_id = p.id and t.level = '${level}'), '[]')`;
  const rows = await database.query<{ id: string; at: string; sheet: Record<string, unknown> }>(
    `select p.id, l.loaded_at as at,
       (to_jsonb(p) - array['load_id', 'id', 'location_4326', 'folded_text', 'stems']) || jsonb_build_object(
         'communes', ${codes('commune')}, 'epcis', ${codes('epci')},
         'funding', coalesce((select json_agg(json_build_array(f.funder, f.year, f.amount_euros) order by f.rank)
           from project_funding f where f.load_id = p.load_id and f.project_id = p.id), '[]')) as sheet
     from project p join load l on l.id = p.load_id
     ${id === undefined ? '' : `where p.id = ${parameters.add(id)}`}
     order by p.id collate "C", l.loaded_at, l.id`,
    parameters.values,
  );
  const events = new Map<string, ProjectEvent[]>();
  const last = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    const before = last.get(row.id);
    const columns = before
      ? Object.keys(columnNames).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(row.sheet[name]))
      : [];
    last.set(row.id, row.sheet);
    if (before && columns.length === 0) continue;
    const event: ProjectEvent = {
      at: row.at,
      kind: before ? 'modification' : 'ajout',
      columns: columns.map((name) => columnNames[name] ?? name),
    };
    events.set(row.id, [...(events.get(row.id) ?? []), event]);
  }
  return events;
}
