/** What the schema of an exchange table cannot know: what a row says against the others, and against the territory. */
import type { RawRecord } from '../../data/catalogue/raw-record.ts';
import type { Queryable } from '../../data/database/port.ts';
import { shown } from '../../data/tables/cells.ts';
import type { Cog } from '../membership.ts';
import type { NumberedRecord } from '../read/records.ts';
import { communesOfEpcis, listed } from './belonging.ts';

export interface Objection {
  readonly column: string;
  readonly message: string;
}

/** null: nothing against it. */
export type Objector = (record: RawRecord) => Objection | null;

const tidy = (cell: string | undefined) => (cell ?? '').trim();

/** Territories that do not exist, communes outside the EPCI that are named, parents that are absent or turn in a circle. */
export function objectToProjects(records: readonly NumberedRecord[], cog: Cog): Objector {
  const parents = new Map(records.map(({ record }) => [tidy(record.id), tidy(record.parent) || null]));
  const communesOf = communesOfEpcis(cog);
  const epciOf = new Map([...communesOf].flatMap(([epci, communes]) => communes.map((code) => [code, epci] as const)));
  return (record) => {
    const communes = listed(record.communes);
    const named = listed(record.epci);
    const stranger = communes.find((code) => !cog.communes.has(code));
    if (stranger !== undefined) return { column: 'communes', message: whyNoCommune(stranger, cog) };
    const unknown = named.find((code) => !communesOf.has(code));
    if (unknown !== undefined) return { column: 'epci', message: whyNoEpci(unknown) };
    const outside = named.length === 0 ? undefined : communes.find((code) => !named.includes(epciOf.get(code) ?? ''));
    if (outside !== undefined)
      return {
        column: 'communes',
        message: `la commune « ${outside} » est de l’EPCI ${epciOf.get(outside) ?? 'aucun'}, qui n’est pas dans la colonne epci`,
      };
    return objectToParent(tidy(record.id), tidy(record.parent), parents);
  };
}

function whyNoCommune(code: string, { communes, former }: Cog): string {
  if (/^\d{4}$/.test(code))
    return `la commune « ${code} » a 4 caractères, il en faut 5 (zéro initial perdu par le tableur ?)`;
  const present = former.get(code);
  return present === undefined
    ? `la commune « ${shown(code)} » n’existe pas au COG 2026`
    : `la commune « ${code} » n’existe plus : écrire ${present} (${communes.get(present)?.nom ?? ''}), où elle est désormais`;
}

function whyNoEpci(code: string): string {
  return /^\d{9}$/.test(code)
    ? `l’EPCI « ${code} » n’existe pas au COG 2026`
    : `l’EPCI « ${shown(code)} » n’est pas un SIREN (neuf chiffres)`;
}

/** A circle is told as far as this many projects: then a reader has understood. */
const mostTold = 6;

function objectToParent(id: string, parent: string, parents: ReadonlyMap<string, string | null>): Objection | null {
  if (parent === '' || parent === id) return null;
  if (!parents.has(parent))
    return { column: 'parent', message: `le projet « ${shown(parent)} » n’existe pas dans le fichier` };
  const path = [id];
  for (let next = parents.get(id); next; next = parents.get(next) ?? null) {
    path.push(next);
    if (next === id) {
      const told = path.length > mostTold ? [...path.slice(0, mostTold - 1), '…', id] : path;
      return { column: 'parent', message: `« ${told.join(' → ')} » : la suite des parents tourne en rond` };
    }
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
    return unknown === undefined
      ? null
      : { column: 'exemples', message: `le projet recensé « ${shown(unknown)} » n’existe pas` };
  };
}

/** A decision is on a sheet of the catalogue in force. */
export async function objectToDecisions(database: Queryable): Promise<Objector> {
  const rows = await database.query<{ id: string; status: string }>(
    `select s.id, s.status from catalogue_sheet s join current_load c on c.load_id = s.load_id where c.source = 'fiches-catalogue'`,
  );
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  return (record) => {
    const sheet = tidy(record.fiche);
    const status = statuses.get(sheet);
    if (status === undefined)
      return { column: 'fiche', message: `la fiche « ${shown(sheet)} » n’est pas au catalogue en vigueur` };
    return status === 'exemple'
      ? { column: 'fiche', message: `la fiche « ${sheet} » est un exemple : rien ne s’y décide` }
      : null;
  };
}

export function objectToCensus(cog: Cog): Objector {
  const epcis = communesOfEpcis(cog);
  return (record) => (epcis.has(tidy(record.epci)) ? null : { column: 'epci', message: whyNoEpci(tidy(record.epci)) });
}
