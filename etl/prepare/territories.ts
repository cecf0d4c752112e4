/** Memberships and outlines: written for every département of the database at once, for EPCI reach across them. */
import type { OtherSource } from '../../data/sources/declare.ts';
import { holdsMembership, writeMembership } from '../membership.ts';
import { holdsTerritories, type Outlines, readHeldOutlines, toTerritories, writeTerritories } from '../outlines.ts';
import { readOutlines } from '../read/outlines.ts';
import { type Ground, type Obtained, type Prepared, Refusal } from './declare.ts';

export function prepareMembership({ vintage }: Obtained, { membership, cog, scopes }: Ground): Map<string, Prepared> {
  return new Map(
    scopes.map(({ departement, own, around }): [string, Prepared] => [
      departement,
      {
        read: cog.read,
        taken: own.size + around.size,
        takenByAny: membership.members.length,
        refused: [],
        warnings: [],
        periods: [vintage],
        communesExpected: null,
        communesAbsent: [],
        write: (tx) => writeMembership(tx, membership.members),
        isUpToDate: (database) => holdsMembership(database, membership.members),
      },
    ]),
  );
}

export async function prepareOutlines(
  source: OtherSource,
  { vintage, files }: Obtained,
  { database, membership, scopes, where }: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  const members = new Set(membership.members.map(({ commune }) => commune));
  const read = await readOutlines(files, (commune) => members.has(commune), where.presentOf);
  const held = await readHeldOutlines(database);
  const outlines: Outlines = {
    communes: new Map([...held.communes, ...read.communes]),
    whole: new Map([...held.whole, ...read.whole]),
  };
  const territories = toTerritories(outlines, membership);
  const names = files.map(({ name }) => name).join(' et ');
  const result = (absent: readonly string[], own: ReadonlySet<string>): Prepared | Refusal => {
    if (absent.length > source.refusalTolerance * own.size)
      return new Refusal(
        `${names} : ${absent.length} contours de communes manquent : ${absent.slice(0, 8).join(', ')}.`,
        [],
      );
    return {
      read: read.communes.size + read.whole.size,
      taken: read.communes.size + read.whole.size,
      takenByAny: read.communes.size + read.whole.size,
      refused: [],
      warnings: absent.map((commune) => ({
        reason: 'contours absents',
        message: `${names} : le contour de la commune ${commune} est absent. Elle ne sera pas sur la carte.`,
      })),
      periods: [vintage],
      communesExpected: own.size,
      communesAbsent: absent,
      write: (tx) => writeTerritories(tx, territories, vintage),
      // Territories hold names, populations and EPCI of the COG: a new COG rewrites them, even after a load cut short.
      isUpToDate: (queryable) => holdsTerritories(queryable, territories),
    };
  };
  return new Map(
    scopes.map(({ departement, own }) => [
      departement,
      result(
        [...own].filter((commune) => !read.communes.has(commune)),
        own,
      ),
    ]),
  );
}
