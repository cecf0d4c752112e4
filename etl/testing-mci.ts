/** Statistics of Ma connexion internet of which nothing is held, played from the premises of another of its files. */
import type { Queryable } from '../data/database/port.ts';
import { toText } from './testing-files.ts';
import type { Play } from './testing-server.ts';

const folder = '/arcep/fixe/maconnexioninternet/statistiques/2026_T2/commune';
const technologies = ['elig_ftth', 'elig_coax', 'elig_cu', 'elig_thdr', 'elig_4gf', 'elig_hdr', 'elig_sat'];

/** @returns routes for `playServer`: wired speeds, and eligibility by technology, every premises having all of them */
export async function playOtherSpeeds(database: Queryable): Promise<Map<string, Play>> {
  const premises = await database.query<{ commune: string; count: number }>(
    `select commune, value_number as count from current_observation
     where source = 'arcep-mci-debit-terrestre' and measure = 'ter_locaux' and departement = '91' order by 1`,
  );
  const file = (columns: readonly string[]) => ({
    body: toText(
      [
        ['code_insee', 'nbr', ...columns, 'date'],
        ...premises.map(({ commune, count }) => [
          commune,
          ...['nbr', ...columns].map(() => String(count)),
          '2026-06-30',
        ]),
      ],
      ';',
    ),
  });
  return new Map([
    [`${folder}/commune_debit_filaire.csv`, file(['elig_thd30', 'elig_thd100', 'elig_thd1g'])],
    [`${folder}/commune_techno.csv`, file(technologies)],
  ]);
}
