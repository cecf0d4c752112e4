/** Ma connexion internet as Arcep serves it: national tables, a folder a quarter, copper counted otherwise from T2 2026 on. */
import { toText } from './testing-files.ts';
import type { Play } from './testing-server.ts';

export type Figures = ReadonlyMap<string, ReadonlyMap<string, string>>;

const mci = '/arcep/fixe/maconnexioninternet/statistiques';

/** Invented figures of a commune outside the département, in the layout of both tables. */
export const inventedSpeeds = { ter_locaux: '10', ter_elig_thd30: '9', ter_elig_thd1g: '7' } as const;
const inventedBest = { mt_locaux: '10', mt_ftth: '8', mt_cuivre: '2' } as const;

/**
 * @param outside communes of straddling EPCI that are of other départements: the file is national
 * @returns the two last quarters; the first is that of the second, one premises a commune being on copper instead of fibre
 */
export function playMci(speeds: Figures, best: Figures, outside: readonly string[]): Map<string, Play> {
  const invented = (figures: Readonly<Record<string, string>>) =>
    outside.map((code) => [code, new Map(Object.entries(figures))] as const);
  const allSpeeds = [...speeds, ...invented(inventedSpeeds)];
  const allBest = [...best, ...invented(inventedBest)];
  const routes = new Map<string, Play>([
    [
      `${mci}/`,
      {
        headers: { 'content-type': 'text/html' },
        // The oldest has no file of these.
        body: ['2026_T2', '2026_T1', '2025_T4'].map((quarter) => `<a href="${quarter}/">${quarter}/</a>`).join(' '),
      },
    ],
  ]);
  for (const [quarter, day, moved] of [
    ['2026_T1', '2026-03-31', 1],
    ['2026_T2', '2026-06-30', 0],
  ] as const) {
    const serve = (file: string, header: string, lines: readonly (readonly (string | number)[])[]) =>
      routes.set(`${mci}/${quarter}/commune/${file}`, {
        body: toText([header.split(';'), ...lines.map((line) => [...line, day].map(String))], ';'),
      });
    const speedLines = allSpeeds.map(([code, of]) => {
      const value = (measure: string) => of.get(measure) ?? '';
      return [code, value('ter_locaux'), 'all', value('ter_elig_thd30'), value('ter_elig_thd1g')];
    });
    serve('commune_debit_terrestre.csv', 'code_insee;nbr;type;elig_thd30;elig_thd1g;date', speedLines);
    serve(
      'commune_debit_filaire.csv',
      'code_insee;nbr;type;elig_thd30;elig_thd1g;elig_thd100;date',
      speedLines.map((line) => [...line, line[4] ?? '']),
    );
    const counted = allBest.map(([code, of]) => {
      const value = (measure: string) => Number(of.get(measure) ?? 0);
      const shift = Math.min(moved, value('mt_ftth'));
      return { code, value, fibre: value('mt_ftth') - shift, copper: value('mt_cuivre') + shift };
    });
    const radios = ['mt_coax', 'mt_thd_radio', 'mt_4g_fixe', 'mt_hd_radio', 'mt_satellite'];
    serve(
      'commune_meilleure_techno_thd.csv',
      'code_insee;type;nbr_elig_8;elig_ftth;elig_cu_30;elig_cu_8;elig_coax;elig_thdr;elig_4gf;elig_hdr;elig_sat;date',
      counted.map(({ code, value, fibre, copper }) => [
        code,
        'all',
        value('mt_locaux'),
        fibre,
        0,
        copper,
        ...radios.map(value),
      ]),
    );
    // Each premises may have copper and satellite besides: these columns overlap.
    serve(
      'commune_techno.csv',
      'code_insee;type;nbr;elig_ftth;elig_coax;elig_cu;elig_thdr;elig_4gf;elig_hdr;elig_sat;date',
      counted.map(({ code, value, fibre }) => {
        const all = value('mt_locaux');
        return [code, 'all', all, fibre, value('mt_coax'), all, 0, 0, 0, all];
      }),
    );
  }
  return routes;
}
