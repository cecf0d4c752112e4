/** Who belongs to what: communes, EPCI and EPT of the COG, kept for every EPCI that touches the départements loaded. */
import { z } from 'zod';
import type { Queryable } from '../data/database/port.ts';
import type { FetchedFile } from './fetch.ts';
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
});
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
  readonly epci: string;
  readonly ept: string | null;
  readonly population: number | null;
}

export interface Membership {
  readonly members: readonly Member[];
  /** Official names of the EPCI and of the EPT, by SIREN. */
  readonly names: ReadonlyMap<string, string>;
  readonly postcodes: ReadonlyMap<string, readonly string[]>;
  /** Name of the département loaded. */
  readonly departementName: string;
  /** Communes read, whole country. */
  readonly read: number;
}

/**
 * @param files communes, EPCI, EPT and départements of the COG, in this order
 * @throws ReadingError when the code is that of no département
 */
export function readMembership(files: readonly FetchedFile[], departement: string): Membership {
  const [communesFile, epciFile, eptFile, departementsFile] = files;
  if (!communesFile || !epciFile || !eptFile || !departementsFile) throw new Error('the COG is four files');
  const departements = readJson(
    departementsFile.name,
    departementsFile.bytes,
    z.array(z.object({ code: z.string(), nom: z.string() })),
  );
  const departementName = departements.find(({ code }) => code === departement)?.nom;
  if (!departementName)
    throw new ReadingError(`« ${departement} » n’est pas un code de département. Exemples : 91, 2A, 974.`);
  const all = readJson(communesFile.name, communesFile.bytes, z.array(communeSchema));
  // Communes déléguées and associées stand in the same list, some under the code of the commune that holds them.
  const communes = new Map(
    all.filter(({ type }) => type === 'commune-actuelle').map((commune) => [commune.code, commune]),
  );
  const epts = readJson(eptFile.name, eptFile.bytes, z.array(groupingSchema));
  const eptOf = new Map(epts.flatMap((ept) => ept.membres.map(({ code }) => [code, ept.code] as const)));
  const epcis = readJson(epciFile.name, epciFile.bytes, z.array(groupingSchema)).filter(({ membres }) =>
    membres.some(({ code }) => communes.get(code)?.departement === departement),
  );
  const members = epcis.flatMap((epci) =>
    epci.membres.flatMap(({ code }): Member[] => {
      const commune = communes.get(code);
      if (!commune) return [];
      return [
        {
          commune: code,
          name: commune.nom,
          departement: commune.departement ?? '',
          arrondissement: commune.arrondissement ?? null,
          epci: epci.code,
          ept: eptOf.get(code) ?? null,
          population: commune.population ?? null,
        },
      ];
    }),
  );
  members.sort((a, b) => (a.commune < b.commune ? -1 : 1));
  return {
    members,
    names: new Map([...epcis, ...epts].map(({ code, nom }) => [code, nom])),
    postcodes: new Map(members.map(({ commune }) => [commune, communes.get(commune)?.codesPostaux ?? []])),
    departementName: departementName.replaceAll("'", '’'),
    read: all.length,
  };
}

/** Replaces the memberships: they follow the yearly COG as a whole. */
export async function writeMembership(tx: Queryable, members: readonly Member[]): Promise<void> {
  await tx.query('delete from membership');
  await tx.copyRows(
    'membership',
    ['commune', 'name', 'departement', 'arrondissement', 'epci', 'ept', 'population'],
    members.map((member) => [
      member.commune,
      member.name,
      member.departement,
      member.arrondissement,
      member.epci,
      member.ept,
      member.population,
    ]),
  );
}
