/** Who belongs to what: communes, EPCI and EPT of the COG, kept for every EPCI that touches the départements loaded. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Queryable } from '../data/database/port.ts';
import type { FetchedFile } from './fetched-file.ts';
import { readJson } from './read/json.ts';
import { ReadingError } from './reading-error.ts';

const communeSchema = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  departement: z.string().optional(),
  arrondissement: z.string().optional(),
  population: z.number().int().optional(),
  codesPostaux: z.array(z.string()).optional(),
  anciensCodes: z.array(z.string()).optional(),
  /** Of a municipal arrondissement: the commune that holds it. */
  commune: z.string().optional(),
});
const departementSchema = z.object({ code: z.string(), nom: z.string(), zone: z.string() });
const groupingSchema = z.object({
  code: z.string(),
  nom: z.string(),
  membres: z.array(z.object({ code: z.string() })),
});

export interface Member {
  readonly commune: string;
  readonly name: string;
  readonly departement: string;
  readonly arrondissement: string | null;
  /** null for the few communes, islands, that belong to none. */
  readonly epci: string | null;
  readonly ept: string | null;
  readonly population: number | null;
}

export interface Membership {
  /** By commune: those of the départements, and the outside ones of the EPCI that touch them. */
  readonly members: readonly Member[];
  /** Official names of the EPCI and of the EPT, by SIREN. */
  readonly names: ReadonlyMap<string, string>;
  readonly postcodes: ReadonlyMap<string, readonly string[]>;
  /** The départements kept: code → name. */
  readonly departements: ReadonlyMap<string, string>;
  /** Communes read, whole country. */
  readonly read: number;
}

/** The COG of the whole country, of which a membership keeps a part. */
export interface Cog {
  readonly communes: ReadonlyMap<string, z.output<typeof communeSchema>>;
  readonly epcis: readonly z.output<typeof groupingSchema>[];
  readonly epts: readonly z.output<typeof groupingSchema>[];
  /** Code → name. */
  readonly departements: ReadonlyMap<string, string>;
  /**
   * A code that is no longer one, or that of a municipal arrondissement → the commune that holds it. Old codes are
   * followed inside a département only: those of before 1968 begin like another of today's.
   */
  readonly former: ReadonlyMap<string, string>;
  readonly read: number;
}

/** @param files communes, EPCI, EPT and départements of the COG, in this order */
export async function readCog(files: readonly FetchedFile[]): Promise<Cog> {
  const read = async <T>(index: number, schema: z.ZodType<T>): Promise<T> => {
    const file = files[index];
    if (!file) throw new Error('the COG is four files');
    return readJson(file.name, await readFile(file.path), schema);
  };
  const all = await read(0, z.array(communeSchema));
  const departements = await read(3, z.array(departementSchema));
  // Communes déléguées and associées stand in the same list, some under the code of the commune that holds them.
  const communes = new Map(
    all.filter(({ type }) => type === 'commune-actuelle').map((commune) => [commune.code, commune] as const),
  );
  const former = new Map<string, string>();
  for (const { code, departement = '', anciensCodes = [] } of communes.values())
    for (const old of anciensCodes) if (!communes.has(old) && old.startsWith(departement)) former.set(old, code);
  for (const { code, type, commune } of all)
    if (type === 'arrondissement-municipal' && commune) former.set(code, commune);
  return {
    communes,
    epcis: await read(1, z.array(groupingSchema)),
    epts: await read(2, z.array(groupingSchema)),
    // The collectivités d’outre-mer stand in the same list; they are no départements.
    departements: new Map(
      departements.filter(({ zone }) => zone !== 'com').map(({ code, nom }) => [code, nom.replaceAll("'", '’')]),
    ),
    former,
    read: all.length,
  };
}

/** @throws ReadingError when a code is that of no département */
export function toMembership(cog: Cog, departements: readonly string[]): Membership {
  for (const code of departements)
    if (!cog.departements.has(code))
      throw new ReadingError(`« ${code} » n’est pas un code de département. Exemples : 91, 2A, 974.`);
  const wanted = new Set(departements);
  const isOwn = (code: string) => wanted.has(cog.communes.get(code)?.departement ?? '');
  const eptOf = new Map(cog.epts.flatMap((ept) => ept.membres.map(({ code }) => [code, ept.code] as const)));
  const epcis = cog.epcis.filter(({ membres }) => membres.some(({ code }) => isOwn(code)));
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map(({ code }) => [code, epci.code] as const)));
  const members = [...cog.communes.values()].flatMap((commune): Member[] => {
    const { code, departement } = commune;
    if (!departement || (!epciOf.has(code) && !wanted.has(departement))) return [];
    return [
      {
        commune: code,
        name: commune.nom,
        departement,
        arrondissement: commune.arrondissement ?? null,
        epci: epciOf.get(code) ?? null,
        ept: eptOf.get(code) ?? null,
        population: commune.population ?? null,
      },
    ];
  });
  members.sort((a, b) => (a.commune < b.commune ? -1 : 1));
  return {
    members,
    names: new Map([...epcis, ...cog.epts].map(({ code, nom }) => [code, nom])),
    postcodes: new Map(members.map(({ commune }) => [commune, cog.communes.get(commune)?.codesPostaux ?? []])),
    departements: new Map(departements.map((code) => [code, cog.departements.get(code) ?? code])),
    read: cog.read,
  };
}

const columns = ['commune', 'name', 'departement', 'arrondissement', 'epci', 'ept', 'population'] as const;
const cellsOf = (member: Member) => columns.map((column) => member[column]);

/** Replaces the memberships: they follow the yearly COG as a whole. */
export async function writeMembership(tx: Queryable, members: readonly Member[]): Promise<void> {
  await tx.query('delete from membership');
  await tx.copyRows('membership', columns, members.map(cellsOf));
}

/** Whether the database holds these memberships, and no other. */
export async function holdsMembership(database: Queryable, members: readonly Member[]): Promise<boolean> {
  const rows = await database.query<Member>(`select ${columns.join(', ')} from membership`);
  const told = (member: Member) => JSON.stringify(cellsOf(member));
  const held = new Set(rows.map(told));
  return held.size === members.length && members.every((member) => held.has(told(member)));
}
