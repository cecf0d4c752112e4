/**
 * Which départements the rows of a file of ours belong to. The file is that of one collectivité and names few of them:
 * loaded for several, a row goes to those that it is about, never to all.
 */
import { rollup } from 'd3-array';
import type { RawRecord } from '../../data/catalogue/raw-record.ts';
import type { Cog } from '../membership.ts';
import type { NumberedRecord } from '../read/records.ts';

/** The départements of a record; null: of each that the file is loaded for. */
export type Belonging = (record: RawRecord) => ReadonlySet<string> | null;

export const belongsToEach: Belonging = () => null;

export const listed = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** EPCI → its communes, of the whole country. */
export const communesOfEpcis = ({ epcis }: Cog): ReadonlyMap<string, readonly string[]> =>
  new Map(epcis.map(({ code, membres }) => [code, membres.map((member) => member.code)]));

/**
 * A project is of the départements of its communes, and of all those that an EPCI reaches when it is named without any
 * of its communes. One that names no territory (of level `departement` or `autre`) is of the file's own département.
 */
export function belongingOfProjects(cog: Cog, records: readonly NumberedRecord[]): Belonging {
  const communesOf = communesOfEpcis(cog);
  const named = ({ communes, epci }: RawRecord) => {
    const own = listed(communes);
    const wholes = listed(epci).map((code) => communesOf.get(code) ?? []);
    return departementsOf(cog, [...own, ...wholes.filter((whole) => !whole.some((code) => own.includes(code))).flat()]);
  };
  return orOfTheFile(records, named);
}

/** The answer of an EPCI is of each département that it reaches. */
export function belongingOfCensus(cog: Cog, records: readonly NumberedRecord[]): Belonging {
  const communesOf = communesOfEpcis(cog);
  return orOfTheFile(records, ({ epci = '' }) => departementsOf(cog, communesOf.get(epci.trim()) ?? []));
}

function departementsOf({ communes }: Cog, codes: readonly string[]): Set<string> {
  return new Set(codes.flatMap((code) => communes.get(code)?.departement ?? []));
}

/**
 * The file's own département is the one that most of its rows name: it takes those that name none, and those that name
 * what does not exist. A file that names no territory at all is of whoever loads it.
 */
function orOfTheFile(records: readonly NumberedRecord[], named: (record: RawRecord) => ReadonlySet<string>): Belonging {
  const counts = rollup(
    records.flatMap(({ record }) => [...named(record)]),
    (rows) => rows.length,
    (departement) => departement,
  );
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const own = most ? new Set([most[0]]) : null;
  return (record) => {
    const departements = named(record);
    return departements.size > 0 ? departements : own;
  };
}
