/** The digital presence of communes and EPCI: figures of the communes, and the checklist of each. */
import type { OtherSource } from '../../data/sources/declare.ts';
import { warnOfAbsence } from '../checks.ts';
import { countOf } from '../french.ts';
import { insertFacts } from '../load.ts';
import { insertPresence, readPresence } from '../presence.ts';
import { toPresenceGround } from '../presence-ground.ts';
import { type Ground, type Obtained, type Prepared, Refusal, staysAsWritten } from './declare.ts';

export async function preparePresence(
  source: OtherSource,
  { vintage, files }: Obtained,
  { cog, scopes, where, onRows }: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  const [file] = files;
  if (!file) throw new Error('the digital presence is one file');
  const readings = await readPresence(file, vintage, toPresenceGround(cog, scopes), onRows);
  // An EPCI that straddles is in the list of each département that it touches.
  const takenByAny = new Set(
    [...readings.values()].flatMap(({ sheets }) => sheets.map(({ level, code }) => `${level} ${code}`)),
  ).size;
  const results = new Map<string, Prepared | Refusal>();
  for (const { departement, own } of scopes) {
    const reading = readings.get(departement);
    if (!reading) continue;
    const { facts, sheets, read, refused, warnings } = reading;
    const answered = new Set(facts.map(({ commune }) => commune));
    const absent = [...own].filter((commune) => !answered.has(commune));
    if (absent.length > source.refusalTolerance * own.size) {
      const sample = absent.slice(0, 8).join(', ');
      const failure = `contrôle non passé : ${countOf(absent.length, 'commune attendue est absente', 'communes attendues sont absentes')} : ${sample}.`;
      results.set(departement, new Refusal(failure, refused));
      continue;
    }
    results.set(departement, {
      read,
      taken: sheets.length,
      takenByAny,
      refused,
      warnings: [...warnings, ...warnOfAbsence(facts, [...own], [file.name])],
      periods: [vintage],
      communesExpected: own.size,
      communesAbsent: absent,
      write: async (tx, loadId) => {
        await insertFacts(tx, loadId, where.departementOf, facts);
        await insertPresence(
          tx,
          loadId,
          sheets.filter(({ level, code }) => level === 'epci' || own.has(code)),
        );
      },
      isUpToDate: staysAsWritten,
    });
  }
  return results;
}
