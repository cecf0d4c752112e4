/** The digital presence of communes and EPCI: figures of the communes, and the checklist of each. */
import type { OtherSource } from '../../data/sources/declare.ts';
import { warnOfAbsence } from '../checks.ts';
import { countOf } from '../french.ts';
import { insertFacts } from '../load.ts';
import { insertPresence, readPresence } from '../presence.ts';
import { type Ground, type Obtained, type Prepared, Refusal, staysAsWritten } from './declare.ts';

export async function preparePresence(
  source: OtherSource,
  { vintage, files }: Obtained,
  { membership, scopes, where }: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  const [file] = files;
  if (!file) throw new Error('the digital presence is one file');
  const results = new Map<string, Prepared | Refusal>();
  for (const { departement, own, around } of scopes) {
    const epcis = membership.members.flatMap(({ commune, epci }) => (own.has(commune) && epci ? [epci] : []));
    const { facts, sheets, read, refused, warnings } = await readPresence(file, vintage, {
      // The file is of the whole country: an EPCI that straddles is read whole.
      communes: new Set([...own, ...around]),
      epcis: new Set(epcis),
    });
    const answered = new Set(facts.map(({ commune }) => commune));
    const absent = [...own].filter((commune) => !answered.has(commune));
    if (absent.length > source.refusalTolerance * own.size) {
      const sample = absent.slice(0, 8).join(', ');
      results.set(
        departement,
        new Refusal(
          `contrôle non passé : ${countOf(absent.length, 'commune attendue est absente', 'communes attendues sont absentes')} : ${sample}.`,
          refused,
        ),
      );
      continue;
    }
    results.set(departement, {
      read,
      taken: sheets.length,
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
