/** What the schema of an exchange table cannot know: what a row says against the others, and against the territory. */
import type { RawRecord } from '../../data/catalogue/raw-record.ts';
import type { Queryable } from '../../data/database/port.ts';
import type { Cog } from '../membership.ts';
import type { NumberedRecord } from '../read/records.ts';
import { communesOfEpcis, listed } from './belonging.ts';

export interface Objection {
  readonly column: string;
  readonly message: string;
}

/** null: nothing against it. */
export type Objector = (record: RawRecord) => Objection | null;

/** Territories that do not exist, communes outside the EPCI that are named, parents that are absent or turn in a circle. */
export function objectToProjects(records: readonly NumberedRecord[], cog: Cog): Objector {
  const parents = new Map(records.map(({ record }) => [record.id, record.parent || null]));
  const communesOf = communesOfEpcis(cog);
  const epciOf = new Map([...communesOf].flatMap(([epci, communes]) => communes.map((code) => [code, epci] as const)));
  return (record) => {
    const communes = listed(record.communes);
    const named = listed(record.epci);
    const stranger = communes.find((code) => !cog.communes.has(code));
    if (stranger) return { column: 'communes', message: describeStranger(stranger, cog) };
    const unknown = named.find((code) => !communesOf.has(code));
    if (unknown) return { column: 'epci', message: `l’EPCI « ${unknown} » n’existe pas au COG 2026` };
    const outside = named.length === 0 ? undefined : communes.find((code) => !named.includes(epciOf.get(code) ?? ''));
    if (outside)
      return {
        column: 'communes',
        message: `la commune « ${outside} » est de l’EPCI ${epciOf.get(outside) ?? 'aucun'}, qui n’est pas dans la colonne epci`,
      };
    return objectToParent(record, parents);
  };
}

function describeStranger(code: string, { former }: Cog): string {
  const present = former.get(code);
  return `la commune « ${code} » n’existe pas au COG 2026${present ? ` : écrire ${present}, qui la contient` : ''}`;
}

function objectToParent(record: RawRecord, parents: ReadonlyMap<string | undefined, string | null>): Objection | null {
  if (!record.parent) return null;
  if (!parents.has(record.parent))
    return { column: 'parent', message: `le projet « ${record.parent} » n’existe pas dans le fichier` };
  const path = [record.id ?? ''];
  for (let parent = parents.get(record.id); parent; parent = parents.get(parent) ?? null) {
    path.push(parent);
    if (parent === record.id)
      return { column: 'parent', message: `« ${path.join(' → ')} » : la suite des parents tourne en rond` };
    if (path.length > parents.size) return null;
  }
  return null;
}

/** Examples are referenced projects. */
export async function objectToSheets(database: Queryable): Promise<Objector> {
  const rows = await database.query<{ id: string }>(
    `select p.id from project p join current_load c on c.load_id = p.load_id where c.source = 'projets-recenses'`,
  );
  const projects = new Set(rows.map(({ id }) => id));
  return (record) => {
    const unknown = listed(record.exemples).find((id) => !projects.has(id));
    return unknown ? { column: 'exemples', message: `le projet recensé « ${unknown} » n’existe pas` } : null;
  };
}

/** A decision is on a sheet of the catalogue in force. */
export async function objectToDecisions(database: Queryable): Promise<Objector> {
  const rows = await database.query<{ id: string; status: string }>(
    `select s.id, s.status from catalogue_sheet s join current_load c on c.load_id = s.load_id where c.source = 'fiches-catalogue'`,
  );
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  return (record) => {
    const status = statuses.get(record.fiche ?? '');
    if (status === undefined)
      return { column: 'fiche', message: `la fiche « ${record.fiche ?? ''} » n’est pas au catalogue en vigueur` };
    return status === 'exemple'
      ? { column: 'fiche', message: `la fiche « ${record.fiche} » est un exemple : rien ne s’y décide` }
      : null;
  };
}

export function objectToCensus(cog: Cog): Objector {
  const epcis = communesOfEpcis(cog);
  return ({ epci = '' }) =>
    epcis.has(epci.trim()) ? null : { column: 'epci', message: `l’EPCI « ${epci} » n’existe pas au COG 2026` };
}
