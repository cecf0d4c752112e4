/** What the partitions say: best technologies of the premises, missing premises by zone of deployment. */
import type { Part } from '../../../api/contract.ts';
import { formatCount, formatCountOf, formatRatio, labelOf, plural } from '../numbers.ts';
import { type Facts, lead, ofScope, partSentences, type Summary } from './facts.ts';

const technologyNames: Readonly<Record<string, string>> = {
  coax: 'le câble coaxial',
  cuivre: 'le cuivre',
  'thd-radio': 'le THD radio',
  '4g-fixe': 'la 4G fixe',
  'hd-radio': 'le HD radio',
  satellite: 'le satellite',
};

export function summariseTechnology(facts: Facts): Summary {
  const parts = facts.total.parts ?? [];
  const all = sum(parts);
  const fibre = parts.find((part) => part.cle === 'ftth');
  if (!fibre || all === 0) return { figure: null, sentences: partSentences(facts) };
  const others = largestParts(parts.filter((part) => part.cle !== 'ftth'));
  const [first, second] = others;
  const rest = all - fibre.valeur;
  const name = (part: Part) => technologyNames[part.cle] ?? labelOf(part.cle, facts.indicator);
  const sentences = [
    lead(
      facts,
      facts.epci === null
        ? `Pour ${formatRatio(fibre.valeur / all)} des locaux${ofScope(facts)}, la meilleure technologie fixe est la fibre.`
        : `la fibre est la meilleure technologie fixe de ${formatRatio(fibre.valeur / all)} des locaux.`,
    ),
  ];
  if (first && rest > 0) {
    const then = second && second.valeur > 0 ? `, devant ${name(second)} (${formatCount(second.valeur)})` : '';
    sentences.push(
      `${plural(rest, 'Pour le seul autre', `Pour les ${formatCount(rest)} autres`)}, c’est d’abord ${name(first)} (${formatCountOf(first.valeur, 'local', 'locaux')})${then}.`,
    );
  }
  return {
    figure: { value: formatRatio(fibre.valeur / all), unit: 'des locaux ont la fibre pour meilleure technologie' },
    sentences: [...sentences, ...partSentences(facts)],
  };
}

const zoneNames: Readonly<Record<string, string>> = {
  'initiative-privee': 'en zone d’initiative privée',
  'initiative-publique': 'en zone d’initiative publique',
  'tres-dense': 'en zone très dense',
};

export function summariseZones(facts: Facts): Summary {
  const parts = facts.total.parts ?? [];
  const all = sum(parts);
  const [first, ...rest] = largestParts(parts);
  if (!first || all === 0) return { figure: null, sentences: partSentences(facts) };
  const name = (part: Part) => zoneNames[part.cle] ?? labelOf(part.cle, facts.indicator);
  const others = rest.map((part) => `${formatCount(part.valeur)} ${name(part)}`);
  const opening =
    rest.length === 0
      ? `${plural(all, 'le seul local non encore raccordable', `les ${formatCount(all)} locaux non encore raccordables`)} à la fibre${ofScope(facts)} ${plural(all, 'est', 'sont')} ${name(first)}`
      : `${formatCount(first.valeur)} des ${formatCount(all)} locaux non encore raccordables à la fibre${ofScope(facts)} ${plural(first.valeur, 'est', 'sont')} ${name(first)}`;
  const sentence = `${[opening, listed(others)].filter((text) => text !== '').join(', ')}.`;
  return {
    figure: {
      value: formatCount(first.valeur),
      unit: `${plural(first.valeur, 'local non encore raccordable', 'locaux non encore raccordables')} ${name(first)}`,
    },
    sentences: [
      lead(facts, facts.epci === null ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence),
      'Le zonage est celui du T1\u00a02018, le plus récent au dossier.',
      ...partSentences(facts),
    ],
  };
}

/** Parts that are not empty, the largest first. */
function largestParts(parts: readonly Part[]): Part[] {
  return parts.filter((part) => part.valeur > 0).sort((a, b) => b.valeur - a.valeur);
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, part) => total + part.valeur, 0);
}

/** a, b, c → a, b et c. */
function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}
