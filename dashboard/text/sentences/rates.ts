/** What the shares of communes and of inhabitants say. */
import { formatCount, formatDate, formatPeriod, formatRatio, plural } from '../numbers.ts';
import { type Facts, inScope, largestFirst, lead, partSentences, type Summary } from './facts.ts';

interface Words {
  /** What is counted: one, several. */
  readonly base: readonly [one: string, many: string];
  /** After the count: « ont un site et une messagerie conformes ». */
  readonly verb: readonly [one: string, many: string];
  /** After the key figure. */
  readonly unit: string;
}

const words: Readonly<Record<string, Words>> = {
  'presence-numerique': {
    base: ['commune', 'communes'],
    verb: ['a un site et une messagerie conformes', 'ont un site et une messagerie conformes'],
    unit: 'des communes, site et messagerie conformes',
  },
  'presence-numerique-habitants': {
    base: ['habitant', 'habitants'],
    verb: ['vit dans une commune conforme', 'vivent dans une commune conforme'],
    unit: 'des habitants, commune conforme',
  },
  'part-75-ans-et-plus': {
    base: ['habitant', 'habitants'],
    verb: ['a 75 ans ou plus', 'ont 75 ans ou plus'],
    unit: 'des habitants ont 75 ans ou plus',
  },
};

export function summariseRate(facts: Facts): Summary {
  const { total, indicator, period } = facts;
  const { base, verb, unit } = words[indicator.id] ?? {
    base: ['unité', 'unités'],
    verb: ['', ''],
    unit: indicator.label,
  };
  if (typeof total.valeur !== 'number') return { figure: null, sentences: partSentences(facts) };
  const [counted, all] = [Math.round(total.numerateur ?? 0), Math.round(total.denominateur ?? 0)];
  const when = /^\d{4}-\d\d-\d\d$/.test(period) ? `au ${formatDate(period)}` : `(${formatPeriod(period)})`;
  const ranked = largestFirst(facts.epcis);
  const [top, lowest] = [ranked[0], ranked.at(-1)];
  const sentences = [
    lead(
      facts,
      `${formatCount(counted)} ${plural(all, base[0], base[1])} sur ${formatCount(all)}${inScope(facts)} ${plural(counted, verb[0], verb[1])} ${when}.`,
    ),
  ];
  if (top && lowest && top.valeur !== lowest.valeur)
    sentences.push(
      `De ${formatRatio(lowest.valeur)} (${lowest.nom}) à ${formatRatio(top.valeur)} (${top.nom}) selon l’EPCI.`,
    );
  return { figure: { value: formatRatio(total.valeur), unit }, sentences: [...sentences, ...partSentences(facts)] };
}
