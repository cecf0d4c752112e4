/** What the counts of missing premises say: how many, where, in which zone, before which closure of copper. */
import type { Part } from '../../../api/contract.ts';
import { formatCount, formatCountOf, formatDate, formatPeriod, formatRatio, plural } from '../numbers.ts';
import { type Facts, inScope, largestFirst, lead, ofScope, partSentences, type Summary } from './facts.ts';

export function summariseGap(facts: Facts): Summary {
  const { total, isLatest } = facts;
  if (typeof total.valeur !== 'number') return { figure: null, sentences: partSentences(facts) };
  const count = total.valeur;
  if (count === 0) return completeSummary(facts);
  const verb = isLatest
    ? plural(count, 'n’est pas encore raccordable', 'ne sont pas encore raccordables')
    : plural(count, 'n’était pas encore raccordable', 'n’étaient pas encore raccordables');
  const when = isLatest ? '' : ` au ${formatPeriod(facts.period)}`;
  const base = total.denominateur ? `, soit ${formatRatio(count / total.denominateur)} du total` : '';
  const byEpci = facts.epci === null && (facts.level === 'epci' || facts.epcis.length > 0);
  const [top] = largestFirst(byEpci ? facts.epcis : facts.communes);
  const [topCommune] = largestFirst(facts.communes);
  const sentences = [
    lead(facts, `${formatCountOf(count, 'local', 'locaux')}${ofScope(facts)} ${verb} à la fibre${when}${base}.`),
  ];
  const have = isLatest ? 'compte' : 'comptait';
  if (top && count > 0 && top.valeur < count)
    sentences.push(`${top.nom} en ${have} ${formatCount(top.valeur)}, soit ${formatRatio(top.valeur / count)}.`);
  if (byEpci && facts.level === 'commune' && topCommune && topCommune.valeur > 0)
    sentences.push(`Commune la plus concernée\u00a0: ${topCommune.nom}, ${formatCount(topCommune.valeur)}.`);
  return {
    figure: {
      value: formatCount(count),
      unit: plural(count, 'local non encore raccordable', 'locaux non encore raccordables'),
    },
    sentences: [...sentences, ...partSentences(facts)],
  };
}

function completeSummary(facts: Facts): Summary {
  const verb = facts.isLatest ? 'sont raccordables' : `étaient raccordables au ${formatPeriod(facts.period)}`;
  return {
    figure: { value: formatCount(0), unit: 'local non encore raccordable' },
    sentences: [
      lead(facts, capital(facts, `tous les locaux${ofScope(facts)} ${verb} à la fibre.`)),
      ...partSentences(facts),
    ],
  };
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

export function summariseExposed(facts: Facts): Summary {
  const { total } = facts;
  const parts = total.parts ?? [];
  if (typeof total.valeur !== 'number') return { figure: null, sentences: undatedSummary(facts, parts) };
  const count = total.valeur;
  const deadline = facts.deadline;
  const before = parts.filter((part) => datePattern.test(part.cle) && deadline && part.cle <= deadline);
  const communes = before.reduce((sum, part) => sum + (part.communes ?? 0), 0);
  const where =
    communes > 0
      ? `${plural(communes, 'la commune', `les ${communes} communes`)}${ofScope(facts)} dont`
      : `les communes${ofScope(facts)} dont`;
  const by = deadline ? ` au plus tard le ${formatDate(deadline)}` : '';
  const verb = plural(count, 'n’est pas encore raccordable', 'ne sont pas encore raccordables');
  const sentences = [
    lead(
      facts,
      count > 0
        ? `${formatCountOf(count, 'local', 'locaux')} ${verb} à la fibre dans ${where} le cuivre doit fermer${by}.`
        : capital(facts, noneExposed(communes, `${inScope(facts)}${by}`)),
    ),
  ];
  const [top] = largestFirst(facts.communes);
  if (top && top.valeur > 0 && count > 0)
    sentences.push(
      `${top.nom} en compte ${formatCount(top.valeur)}${top.valeur * 2 > count && top.valeur < count ? ' à elle seule' : ''}.`,
    );
  return {
    figure: { value: formatCount(count), unit: plural(count, 'local exposé', 'locaux exposés') },
    sentences: [...sentences, ...undatedSentences(parts), ...partSentences(facts)],
  };
}

/** No exposed premises: because no copper closes there by then, or because fibre is complete where it does. */
function noneExposed(communes: number, whereAndWhen: string): string {
  if (communes === 0) return `aucune commune ne doit perdre le cuivre${whereAndWhen}.`;
  const noun = plural(communes, 'la commune', `les ${communes} communes`);
  return `tous les locaux sont raccordables à la fibre dans ${noun} où le cuivre doit fermer${whereAndWhen}.`;
}

export function summariseClosure(facts: Facts): Summary {
  // The closure's own parts count all premises; what matters is those that fibre does not reach yet.
  const parts = facts.exposed?.parts ?? [];
  // A calendar lists every date of the département: those of other places are not this one's.
  const dated = parts
    .filter((part) => datePattern.test(part.cle) && (part.communes ?? 0) > 0)
    .sort((a, b) => (a.cle < b.cle ? -1 : 1));
  const [first] = dated;
  if (!first)
    return {
      figure: null,
      sentences: undatedSummary(facts, parts),
    };
  const communes = first.communes ?? 0;
  const all = dated.reduce((sum, part) => sum + (part.communes ?? 0), 0);
  return {
    figure: { value: formatDate(first.cle), unit: 'première fermeture prévue' },
    sentences: [
      lead(
        facts,
        capital(
          facts,
          `le cuivre doit fermer le ${formatDate(first.cle)} dans ${formatCountOf(communes, 'commune', 'communes')}${ofScope(facts)}, où ${formatCountOf(first.valeur, 'local n’est pas encore raccordable', 'locaux ne sont pas encore raccordables')} à la fibre.`,
        ),
      ),
      ...(all > communes ? [`${formatCountOf(all, 'commune a', 'communes ont')} une date en tout.`] : []),
      ...undatedSentences(parts),
      ...partSentences(facts),
    ],
  };
}

function undatedSummary(facts: Facts, parts: readonly Part[]): string[] {
  const none = lead(facts, capital(facts, `aucune fermeture du cuivre n’est encore datée${inScope(facts)}.`));
  return [...(parts.length > 0 ? [none] : []), ...undatedSentences(parts), ...partSentences(facts)];
}

/** No announced date is not safety: the communes without one are always told. */
function undatedSentences(parts: readonly Part[]): string[] {
  const undated = parts.filter((part) => !datePattern.test(part.cle));
  const communes = undated.reduce((sum, part) => sum + (part.communes ?? 0), 0);
  const premises = undated.reduce((sum, part) => sum + part.valeur, 0);
  if (communes === 0) return [];
  return [
    `${plural(communes, 'La commune', `Les ${communes} communes`)} sans date ${plural(communes, 'n’est pas à l’abri', 'ne sont pas à l’abri')}\u00a0: ${plural(communes, 'elle compte', 'elles comptent')} ${formatCountOf(premises, 'local non encore raccordable', 'locaux non encore raccordables')}.`,
  ];
}

function capital(facts: Facts, sentence: string): string {
  return facts.epci === null ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}
