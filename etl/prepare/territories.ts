/** Memberships and outlines: written for every département of the database at once, for EPCI reach across them. */
import type { OtherSource } from '../../data/sources/declare.ts';
import { countOf } from '../french.ts';
import { type Cog, holdsMembership, writeMembership } from '../membership.ts';
import { holdsTerritories, type Outlines, readHeldOutlines, toTerritories, writeTerritories } from '../outlines.ts';
import { type OutlineRemark, readOutlines } from '../read/outlines.ts';
import type { Scope } from '../scope.ts';
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
  { database, cog, membership, scopes, where }: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  const members = new Set(membership.members.map(({ commune }) => commune));
  const groupings = new Set([...cog.epcis, ...cog.epts].map(({ code }) => code));
  const read = await readOutlines(files, {
    isKnown: (code) => groupings.has(code) || where.isKnown(code),
    isWanted: (commune) => members.has(commune),
    presentOf: where.presentOf,
  });
  const held = await readHeldOutlines(database);
  const outlines: Outlines = {
    communes: new Map([...held.communes, ...read.communes]),
    whole: new Map([...held.whole, ...read.whole]),
  };
  const territories = toTerritories(outlines, membership);
  const names = files.map(({ name }) => name).join(' et ');
  const taken = read.communes.size + read.whole.size;
  const result = ({ departement, own }: Scope): Prepared | Refusal => {
    const isToldHere = ({ code }: OutlineRemark) => isToldTo(departement, where.presentOf(code), cog);
    const refused = read.refused.filter(isToldHere);
    const absent = [...own].filter((commune) => !read.communes.has(commune));
    const first = refused[0]
      ? ` ${refused.length} sont refusés. Premier : ${refused[0].message} Reprenez le fichier officiel, en degrés WGS 84.`
      : ' Reprenez le fichier officiel, complet.';
    if (absent.length > source.refusalTolerance * own.size)
      return new Refusal(
        `${names} : ${countOf(absent.length, 'contour de commune manque', 'contours de communes manquent')} : ${absent.slice(0, 8).join(', ')}.${first}`,
        refused,
      );
    if (refused.length > source.refusalTolerance * (taken + refused.length))
      return new Refusal(`${names} : trop de contours ne se dessinent pas :${first}`, refused);
    const isRefused = new Set(refused.map(({ code }) => where.presentOf(code)));
    return {
      read: taken + refused.length,
      taken,
      takenByAny: taken,
      refused,
      warnings: [
        ...read.unknown.filter(isToldHere),
        ...absent
          .filter((commune) => !isRefused.has(commune))
          .map((commune) => ({
            reason: 'contours absents',
            message: `${names} : le contour de la commune ${commune} est absent. Elle ne sera pas sur la carte.`,
          })),
      ],
      periods: [vintage],
      communesExpected: own.size,
      communesAbsent: absent,
      write: (tx) => writeTerritories(tx, territories, vintage),
      // Territories hold names, populations and EPCI of the COG: a new COG rewrites them, even after a load cut short.
      isUpToDate: (queryable) => holdsTerritories(queryable, territories),
    };
  };
  return new Map(scopes.map((scope) => [scope.departement, result(scope)]));
}

/** A commune is told to the département that it begins like; an EPCI, and what is no code at all, to each. */
function isToldTo(departement: string, code: string, { departements }: Cog): boolean {
  const isCommune = code.length === 5 && [...departements.keys()].some((each) => code.startsWith(each));
  return !isCommune || code.startsWith(departement);
}
