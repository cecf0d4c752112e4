/** What the calendar of the closure of copper says. A closure is foreseen, never certain; no date is not safety. */
import { formatCount, formatCountOf, formatDate, formatPeriod, plural } from './numbers.ts';

export const copper = {
  waiting: 'Le calendrier arrive…',
  failed: (message: string) => `Le calendrier n’a pas pu être lu. ${message}`,
  empty: 'Aucun calendrier de fermeture n’est disponible pour ce territoire.',
  choices: 'Choisir un territoire et une échéance',
  calendar: (on: string, period: string) =>
    `Calendrier du ${formatDate(on)}, prévisionnel\u00a0; locaux au ${formatPeriod(period)}.`,
  commercialNone:
    'La fermeture technique est le jour où téléphone et ADSL cessent. La fermeture commerciale, qui la précède, n’est publiée pour aucune de ces communes.',
  commercialAt: (on: string, communes: number) =>
    `${formatDate(on)} (${formatCountOf(communes, 'commune', 'communes')})`,
  commercial: 'Fermeture commerciale, plus aucun abonnement nouveau\u00a0: ',
  magnitude: 'locaux non encore raccordables',
  inCommunes: (communes: number, on: string) =>
    `dans ${formatCountOf(communes, 'commune', 'communes')}, d’ici au ${formatDate(on)}`,
  timelineAxis: 'Locaux non encore raccordables, au total des communes où la fermeture est prévue à chaque date',
  communes: (count: number) => formatCountOf(count, 'commune', 'communes'),
  undated: 'Sans date\nannoncée',
  /** On two lines: 31/05, 2028. */
  dateOnTwoLines: (on: string) => formatDate(on).replace(/\/(\d{4})$/, '\n$1'),
  table: 'Voir le tableau',
  columns: {
    date: 'Fermeture prévue',
    communes: 'Communes',
    lacking: 'Locaux à raccorder',
    cumulativeCommunes: 'Communes, au total',
    cumulativeLacking: 'Locaux, au total',
    commune: 'Commune',
    epci: 'EPCI',
  },
  undatedRow: 'Sans date annoncée',
  map: {
    label: 'Carte des fermetures prévues à l’échéance choisie',
    help: 'Flèches pour déplacer la carte, + et − pour zoomer, Entrée pour ouvrir la commune sous la croix.',
    closed: (on: string) => `Fermeture prévue d’ici au ${formatDate(on)}`,
    later: 'Plus tard',
    undated: 'Sans date annoncée',
    circles: (largest: number) =>
      `Locaux non encore raccordables (le plus grand cercle\u00a0: ${formatCount(largest)})`,
    none: 'Sans date annoncée',
    on: (date: string) => `Fermeture prévue le ${formatDate(date)}`,
    lacking: (count: number) => formatCountOf(count, 'local à raccorder', 'locaux à raccorder'),
    unknown: 'locaux non connus',
  },
  urgent: (on: string) => `Par urgence, jusqu’au ${formatDate(on)}`,
  urgentNote: 'Les fermetures les plus proches d’abord, puis les communes qui ont le plus de locaux à raccorder.',
  urgentNone: 'Dans ces communes, tous les locaux sont raccordables.',
  all: (count: number) => `Voir les ${formatCount(count)} communes`,
  fewer: 'Voir moins de communes',
  byEpci: (on: string) => `Par EPCI, au ${formatDate(on)}`,
  undatedTitle: (communes: number, lacking: number) =>
    `${formatCountOf(communes, 'commune', 'communes')} sans date annoncée, ${formatCountOf(lacking, 'local', 'locaux')} à raccorder`,
  undatedNote: 'Sans date annoncée ne veut pas dire à l’abri\u00a0: la date reste à fixer.',
  pace: 'Au rythme actuel',
  source: 'Source\u00a0:',
} as const;

/** Up to the chosen date. */
export interface CopperReading {
  readonly on: string;
  readonly communes: number;
  readonly lacking: number;
  /** The commune that has most of them. */
  readonly first: { readonly name: string; readonly lacking: number } | null;
  readonly undated: { readonly communes: number; readonly lacking: number };
}

/** What closes by the date, where most of it is, and what has no date. `inside` names the EPCI that is shown. */
export function summariseCopper(
  { on, communes, lacking, first, undated }: CopperReading,
  inside: string | null,
): string {
  const where = inside === null ? '' : `${inside}\u00a0: `;
  const start = inside === null ? 'D’ici' : 'd’ici';
  const closing =
    communes === 0
      ? `${where}${inside === null ? 'Aucune' : 'aucune'} fermeture du cuivre n’est prévue d’ici au ${formatDate(on)}.`
      : `${where}${start} au ${formatDate(on)}, le cuivre doit fermer dans ${formatCountOf(communes, 'commune', 'communes')}\u00a0: ${
          lacking === 0
            ? 'tous les locaux y sont raccordables à la fibre.'
            : `${formatCountOf(lacking, 'local n’y est', 'locaux n’y sont')} pas encore ${plural(lacking, 'raccordable', 'raccordables')} à la fibre.`
        }`;
  const sentences = [closing];
  if (first && communes > 1 && first.lacking < lacking)
    sentences.push(`${first.name} en compte le plus, ${formatCount(first.lacking)}.`);
  else if (first && communes > 1) sentences.push(`${plural(lacking, 'Il est', 'Tous sont')} à ${first.name}.`);
  sentences.push(
    undated.communes === 0
      ? 'Aucune commune n’est sans date annoncée.'
      : `${formatCountOf(undated.communes, 'commune', 'communes')} et ${formatCountOf(undated.lacking, 'local', 'locaux')} à raccorder sont sans date annoncée, ce qui ne veut pas dire à l’abri.`,
  );
  return sentences.join(' ');
}

/** The finding of the timeline: from the first date to the last. */
export function findingOfTimeline(
  first: { readonly on: string; readonly cumulativeLacking: number },
  last: { readonly on: string; readonly cumulativeLacking: number },
): string {
  const total = `${formatCountOf(last.cumulativeLacking, 'local', 'locaux')} à raccorder au ${formatDate(last.on)}`;
  return first.on === last.on ? total : `De ${formatCount(first.cumulativeLacking)} à ${total}`;
}

/** A period counted by a method. */
export interface CountedPeriod {
  readonly periode: string;
  readonly methode: string | null;
}

/** 2026-T2 → 8105: quarters since year 0, to count between two; null for another kind of period. */
function quarterOf(period: string): number | null {
  const [, year, quarter] = /^(\d{4})-T([1-4])$/.exec(period) ?? [];
  return year && quarter ? Number(year) * 4 + Number(quarter) - 1 : null;
}

const quarterOfDay = (day: string) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** Premises not connectable in the communes that close by the date, at two periods of one method. */
export interface Pace {
  readonly since: string;
  readonly until: string;
  readonly before: number;
  readonly now: number;
}

/** What would be left on the day at the pace of two periods of one method. */
export function summarisePace({ since, until, before, now }: Pace, on: string): string {
  const [from, to] = [quarterOf(since), quarterOf(until)];
  if (from === null || to === null || from >= to) return 'Les deux périodes ne donnent pas un rythme.';
  const perQuarter = (before - now) / (to - from);
  const told = `De ${formatPeriod(since)} à ${formatPeriod(until)}, ces communes sont passées de ${formatCount(before)} à ${formatCountOf(now, 'local', 'locaux')} à raccorder`;
  if (perQuarter <= 0) return `${told}\u00a0: à ce rythme, le nombre ne baisserait pas avant le ${formatDate(on)}.`;
  const left = Math.max(0, Math.round(now - perQuarter * Math.max(0, quarterOfDay(on) - to)));
  const rest = left === 0 ? 'il n’en resterait aucun' : `il en resterait ${formatCount(left)}`;
  return `${told}\u00a0: à ce rythme, ${rest} au ${formatDate(on)}.`;
}

/** Why no pace can be told: the last period is alone in its method. */
export function whyNoPace(periods: readonly CountedPeriod[]): string {
  const last = periods.at(-1);
  const before = periods.findLast(({ methode }) => methode !== last?.methode);
  if (!last) return 'Aucun rythme ne peut être calculé\u00a0: aucune période n’est disponible.';
  if (!before)
    return `Aucun rythme ne peut être calculé\u00a0: ${formatPeriod(last.periode)} est la seule période disponible.`;
  const named = ({ periode, methode }: CountedPeriod) =>
    `${formatPeriod(periode)}${methode === null ? '' : ` (${methode})`}`;
  return `Aucun rythme ne peut être calculé\u00a0: ${named(before)} et ${named(last)} ne comptent pas les locaux de la même façon, et leur différence mêlerait le déploiement et le changement de méthode.`;
}
