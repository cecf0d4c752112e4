/** What counted equipment and published amounts say: how many, where most, between what and what. */
import { formatFigure, formatPeriod, plural } from '../numbers.ts';
import { type Facts, inScope, largestFirst, lead, partSentences, type Summary } from './facts.ts';

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'sites-4g': ['site mobile 4G', 'sites mobiles 4G'],
  'sites-5g': ['site mobile 5G', 'sites mobiles 5G'],
};

/** A sum of things that are counted one by one. */
export function summariseSum(facts: Facts): Summary {
  const { total, indicator } = facts;
  const [one, many] = nouns[indicator.id] ?? ['élément', 'éléments'];
  if (typeof total.valeur !== 'number') return { figure: null, sentences: partSentences(facts) };
  const count = total.valeur;
  const noun = plural(count, one, many);
  const isByEpci = facts.level === 'epci' && facts.epci === null;
  const [top] = largestFirst(isByEpci ? facts.epcis : facts.communes);
  const without = facts.communes.filter(({ valeur }) => valeur === 0).length;
  const sentences = [
    lead(
      facts,
      `${formatFigure(count, indicator.unit)} ${noun.replace(/^sites? /, '')}${inScope(facts)} au ${formatPeriod(facts.period)}.`,
    ),
  ];
  if (top && top.valeur > 0 && top.valeur < count) sentences.push(`${top.nom} en compte le plus\u00a0: ${top.valeur}.`);
  if (without > 0)
    sentences.push(
      `${without} ${plural(without, 'commune n’en a', 'communes n’en ont')} aucun sur son sol\u00a0: ce n’est pas dire qu’${plural(without, 'elle n’est', 'elles ne sont')} pas ${plural(without, 'couverte', 'couvertes')}.`.replace(
        'sur son sol',
        plural(without, 'sur son sol', 'sur leur sol'),
      ),
    );
  return {
    figure: { value: formatFigure(count, indicator.unit), unit: noun.replace(/^sites? /, '') },
    sentences: [...sentences, ...partSentences(facts)],
  };
}

/** A value that is published by commune and that nothing adds up. */
export function summarisePublished(facts: Facts): Summary {
  const { indicator } = facts;
  const ranked = largestFirst(facts.communes);
  const [top] = ranked;
  const lowest = ranked.at(-1);
  if (!top || !lowest) return { figure: null, sentences: partSentences(facts) };
  const told = (value: number) => formatFigure(value, indicator.unit);
  const absent = facts.communes.filter(({ etat }) => etat === 'non-disponible').length;
  const secret = facts.communes.filter(({ etat }) => etat === 'secret').length;
  const sentences = [
    lead(
      facts,
      ranked.length === 1
        ? `une seule commune a un chiffre publié, ${top.nom}\u00a0: ${told(top.valeur)}.`
        : `de ${told(lowest.valeur)} (${lowest.nom}) à ${told(top.valeur)} (${top.nom}), selon la commune.`,
    ),
    'Une médiane ne s’additionne pas\u00a0: il n’y a pas de chiffre au-dessus de la commune.',
  ];
  if (absent > 0)
    sentences.push(
      `${absent} ${plural(absent, 'commune n’a', 'communes n’ont')} pas de chiffre publié dans ce fichier.`,
    );
  if (secret > 0)
    sentences.push(`${secret} ${plural(secret, 'est couverte', 'sont couvertes')} par le secret statistique.`);
  return {
    figure: { value: String(ranked.length), unit: `${plural(ranked.length, 'commune', 'communes')} au chiffre publié` },
    sentences: [...sentences.map(capitalised), ...partSentences(facts)],
  };
}

const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
