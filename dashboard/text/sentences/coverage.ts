/** What the rates say: fibre, very high speed, 1 Gbit/s, and their evolution. */
import type { Value } from '../../../api/contract.ts';
import { formatCount, formatCountOf, formatPeriod, formatPoints, formatRatio, plural } from '../numbers.ts';
import { type Facts, inScope, largestFirst, lead, ofScope, partSentences, type Summary } from './facts.ts';

const predicates: Readonly<Record<string, { present: string; past: string; unit: string }>> = {
  'couverture-ftth': {
    present: 'sont raccordables à la fibre',
    past: 'étaient raccordables à la fibre',
    unit: 'des locaux raccordables à la fibre',
  },
  'couverture-thd': {
    present: 'sont éligibles à 30 Mbit/s et plus par un réseau terrestre',
    past: 'étaient éligibles à 30 Mbit/s et plus par un réseau terrestre',
    unit: 'des locaux en très haut débit',
  },
  'couverture-thd-filaire': {
    present: 'sont éligibles à 30 Mbit/s et plus par un réseau filaire',
    past: 'étaient éligibles à 30 Mbit/s et plus par un réseau filaire',
    unit: 'des locaux en très haut débit filaire',
  },
  'couverture-1g': {
    present: 'sont éligibles à 1 Gbit/s et plus par un réseau terrestre',
    past: 'étaient éligibles à 1 Gbit/s et plus par un réseau terrestre',
    unit: 'des locaux à 1 Gbit/s et plus',
  },
};

export function summariseCoverage(facts: Facts): Summary {
  const { total, indicator } = facts;
  const predicate = predicates[indicator.id] ?? predicates['couverture-ftth'];
  if (!predicate || typeof total.valeur !== 'number') return { figure: null, sentences: partSentences(facts) };
  const verb = facts.isLatest ? predicate.present : `${predicate.past} au ${formatPeriod(facts.period)}`;
  const first = lead(facts, `${formatRatio(total.valeur)} des locaux${ofScope(facts)} ${verb}.`);
  return {
    figure: { value: formatRatio(total.valeur), unit: predicate.unit },
    sentences: [
      first,
      ...missingSentences(facts),
      ...lowestSentences(facts),
      ...aboveSentences(facts),
      ...partSentences(facts),
    ],
  };
}

function missingSentences(facts: Facts): string[] {
  const { gap, total, isLatest } = facts;
  const known = gap ? gap.total.valeur : (total.denominateur ?? 0) - (total.numerateur ?? 0);
  if (typeof known !== 'number') return [];
  const yet = facts.indicator.id === 'couverture-ftth' ? ' encore' : '';
  if (known <= 0) return [isLatest ? 'Il n’en manque aucun.' : 'Il n’en manquait aucun.'];
  const verb = isLatest
    ? `ne ${plural(known, 'l’est', 'le sont')} pas${yet}`
    : `ne l’${plural(known, 'était', 'étaient')} pas${yet}`;
  const [top] = gap ? largestFirst(facts.epci === null ? gap.epcis : gap.communes) : [];
  const holder =
    top && top.valeur > 0 && top.valeur !== known
      ? `\u00a0; ${top.nom} en ${isLatest ? 'compte' : 'comptait'} ${formatCount(top.valeur)}`
      : '';
  return [`${formatCount(known)} ${verb}${holder}.`];
}

function lowestSentences(facts: Facts): string[] {
  const isByEpci = facts.level === 'epci' && facts.epci === null;
  const ranked = largestFirst(isByEpci ? facts.epcis : facts.communes);
  const lowest = ranked.at(-1);
  if (!lowest || ranked.length < 2 || lowest.valeur >= 1) return [];
  const complete = ranked.filter((value) => value.valeur === 1).length;
  const full =
    complete * 2 > ranked.length ? `${complete} communes sur ${ranked.length} sont à ${formatRatio(1)}. ` : '';
  // Where several share the lowest rate, naming one of them would accuse it alone.
  const sharing = ranked.filter((value) => value.valeur === lowest.valeur).length;
  const holders = sharing === 1 ? lowest.nom : `${formatCount(sharing)} ${isByEpci ? 'EPCI' : 'communes'}`;
  return [`${facts.level === 'commune' ? full : ''}Taux le plus bas\u00a0: ${holders}, ${formatRatio(lowest.valeur)}.`];
}

function aboveSentences(facts: Facts): string[] {
  const above = facts.communes.filter((value) => value.alertes.includes('superieur-a-100')).length;
  if (above === 0) return [];
  const verb = plural(above, 'dépasse', 'dépassent');
  const reason = plural(above, 'son nombre de locaux est sous-estimé', 'leur nombre de locaux est sous-estimé');
  return [`${formatCountOf(above, 'commune', 'communes')} ${verb} ${formatRatio(1)}\u00a0: ${reason}.`];
}

export function summariseEvolution(facts: Facts): Summary {
  const { total } = facts;
  const connectable = connectableOf(total);
  const span = facts.since
    ? ` entre le ${formatPeriod(facts.since)} et le ${formatPeriod(facts.period)}`
    : ` au ${formatPeriod(facts.period)}`;
  const change = connectable ? changeSentence(connectable) : null;
  if (typeof total.valeur === 'number') {
    const highest = largestFirst(facts.level === 'epci' && facts.epci === null ? facts.epcis : facts.communes)[0];
    return {
      figure: { value: formatPoints(total.valeur), unit: 'de couverture FttH' },
      sentences: [
        lead(facts, `${formatPoints(total.valeur)} de couverture FttH${inScope(facts)}${span}.`),
        ...(change ? [change] : []),
        ...(highest && highest.valeur > 0
          ? [`Plus forte hausse\u00a0: ${highest.nom}, ${formatPoints(highest.valeur)}.`]
          : []),
        ...partSentences(facts),
      ],
    };
  }
  const difference = connectable ? connectable.to - connectable.from : null;
  return {
    figure:
      difference === null
        ? null
        : { value: `${difference > 0 ? '+' : ''}${formatCount(difference)}`, unit: 'locaux raccordables' },
    sentences: [
      lead(
        facts,
        total.raison === 'rupture-de-methode'
          ? `les taux ne se comparent pas${span}, car la méthode de comptage a changé.`
          : `l’évolution de la couverture n’est pas disponible${span}.`,
      ),
      ...(change ? [change] : []),
      ...partSentences(facts),
    ].map(capitalised),
  };
}

function changeSentence({ from, to }: { from: number; to: number }): string {
  if (to === 0 && from === 0) return 'Aucun local n’était raccordable, ni au début ni à la fin.';
  if (to === from) return `Le nombre de locaux raccordables n’a pas changé\u00a0: ${formatCount(to)}.`;
  return `Le nombre de locaux raccordables est passé de ${formatCount(from)} à ${formatCount(to)}.`;
}

/** Connectable premises at both ends, which are comparable even when rates are not. */
function connectableOf({ parts }: Value): { from: number; to: number } | null {
  const from = parts?.find((part) => part.cle === 'raccordables-depuis');
  const to = parts?.find((part) => part.cle === 'raccordables-periode');
  return from && to ? { from: from.valeur, to: to.valeur } : null;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
