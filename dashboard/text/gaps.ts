/** Words of the screen of gaps: the three sentences, what comes first, the matrix. A silence is never an absence. */
import type { Exceeding, FirstStep, NeedCell } from '../../data/analysis/first-steps.ts';
import type { CellClass } from '../../data/analysis/gap-matrix.ts';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { needsOf, themeNeeds } from '../../data/catalogue/needs.ts';
import { themeIds, themes } from '../../data/catalogue/themes.ts';
import { type DepartementName, inDepartement, withArticle } from './departement-name.ts';
import { formatCount, formatCountOf, formatDate, formatFigure, formatPartialDate, plural } from './numbers.ts';

export const gaps = {
  waiting: 'Les besoins et les projets arrivent…',
  failed: (message: string) => `Les écarts n’ont pas pu être lus. ${message}`,
  first: 'À faire d’abord',
  firstNone:
    'Rien ne passe devant le reste\u00a0: aucun besoin mesuré ne dépasse le seuil, et les fiches sont à jour. Ce qui n’est pas mesuré reste à regarder.',
  firstRule:
    'Dans l’ordre\u00a0: les locaux sans fibre, les autres besoins mesurés, la réponse au recensement, les fiches puis les lieux à mettre à jour.',
  matrix: (isInside: boolean) => (isInside ? 'Commune par commune, thème par thème' : 'EPCI par EPCI, thème par thème'),
  caption: 'Besoin et projets, par territoire et par thème',
  territory: (isInside: boolean) => (isInside ? 'Commune' : 'EPCI'),
  keys: 'Flèches pour passer d’une case à l’autre, Entrée pour ouvrir le détail.',
  inside:
    'Une commune ne compte que les projets qui la nomment\u00a0: ceux que l’EPCI mène pour toutes n’y sont pas répétés.',
  key: 'Lire les cases',
  threshold: 'Un besoin commence quand une valeur est pire que la référence de plus de',
  rule: 'Comment une case est classée',
  ruleCoverage:
    'Pour un taux de couverture, c’est ce qui manque qui est comparé\u00a0: 94\u202f% contre 97\u202f%, c’est deux fois plus de locaux sans fibre, un écart de 100\u202f%. À moins d’un demi-point du département, aucun besoin n’est lu, si peu qu’il manque à celui-ci.',
  ruleReference:
    'La référence est la valeur du département\u00a0; quand elle ne s’additionne pas, comme un revenu médian, celle du territoire qui tient le milieu de la liste.',
  ruleSilence:
    'L’absence de projet n’est dite que là où l’EPCI a répondu au recensement. Les autres thèmes n’ont pas d’indicateur\u00a0: leur besoin est «\u00a0non mesuré\u00a0», ce qui ne veut pas dire nul.',
  close: 'Fermer',
  need: 'Indicateur',
  value: 'Valeur',
  reference: 'Référence',
  noNeed: 'Aucun indicateur ne mesure le besoin de ce thème.',
  noValue: 'non connu',
  supply: 'Offre connue',
  projects: 'Projets recensés',
  noProject: (hasAnswered: boolean) =>
    hasAnswered
      ? 'Aucun projet\u00a0: l’EPCI a répondu au recensement.'
      : 'Aucune fiche\u00a0: le recensement est à compléter.',
  others: (count: number) => `et ${formatCountOf(count, 'autre', 'autres')}`,
  noDate: 'sans date',
  lastNews: (date: string) => `dernière nouvelle ${date}`,
  seeProjects: 'Voir les projets',
  seeMap: 'Voir les locaux sur la carte',
  seeCensus: 'Télécharger le modèle du recensement',
  seePanel: 'Ouvrir le territoire sur la carte',
  seePlaces: 'Voir les lieux sur la carte',
  silent: (count: number) =>
    `Besoin non mesuré et aucune fiche dans ${formatCountOf(count, 'autre thème', 'autres thèmes')}.`,
} as const;

export const classWords: Readonly<Record<CellClass, { sign: string; label: string }>> = {
  'besoin-sans-projet': { sign: 'B', label: 'Besoin, aucun projet' },
  'recensement-a-completer': { sign: 'B\u00a0?', label: 'Besoin, recensement à compléter' },
  'besoin-avec-projet': { sign: 'B', label: 'Besoin et projet' },
  'projet-sans-besoin-mesure': { sign: 'P', label: 'Projet, besoin non mesuré' },
  'offre-seule': { sign: 'O', label: 'Offre seule, besoin non mesuré' },
  'besoin-faible': { sign: '=', label: 'Pas de besoin au-delà du seuil' },
  'non-mesure': { sign: '·', label: 'Besoin non mesuré' },
};

export function explainClass(kind: CellClass, needRatio: number): string {
  const worse = `Une valeur au moins est pire que la référence de plus de ${percentOf(needRatio)}`;
  const sentences: Readonly<Record<CellClass, string>> = {
    'besoin-sans-projet': `${worse}\u00a0; l’EPCI a répondu au recensement et n’a cité aucun projet.`,
    'recensement-a-completer': `${worse}. Aucune fiche ne cite de projet, mais l’EPCI n’a pas répondu au recensement\u00a0: on ne sait pas si un projet existe.`,
    'besoin-avec-projet': `${worse}, et un projet au moins est recensé sur ce thème. Rien ne dit qu’il suffise.`,
    'projet-sans-besoin-mesure':
      'Un projet au moins est recensé, mais aucun chiffre ne mesure ici le besoin auquel il répond.',
    'offre-seule': 'Des lieux ou des services existent\u00a0; ni besoin mesuré, ni projet cité au recensement.',
    'besoin-faible': `Aucune valeur connue n’est pire que la référence de plus de ${percentOf(needRatio)}. Ce n’est pas l’absence de tout besoin.`,
    'non-mesure':
      'Aucun chiffre ne mesure ici le besoin, et aucune fiche ne cite de projet\u00a0: ni l’un ni l’autre n’est nul pour autant.',
  };
  return sentences[kind];
}

/** → 14 lieux. */
export function saySupply(places: number): string {
  return places === 0 ? 'aucun lieu recensé' : formatCountOf(places, 'lieu', 'lieux');
}

export function percentOf(ratio: number): string {
  return `${formatCount(Math.round(ratio * 100))}\u202f%`;
}

const themeLabels = new Map<string, string>(themes.map(({ id, label }) => [id, label]));
export function labelOfTheme(id: string): string {
  return themeLabels.get(id) ?? id;
}

/** → part des locaux raccordables à la fibre. */
export function labelOfNeed(theme: string, indicator: string): string {
  const declared = needsOf(theme)?.needs.find((need) => need.indicator === indicator);
  return declared?.label ?? requireIndicator(indicator).label;
}

export function figureOf(indicator: string, value: number): string {
  return formatFigure(value, requireIndicator(indicator).unit);
}

/** The declared rule, a line by theme whose need has an indicator. */
export function ruleLines(): readonly { readonly theme: string; readonly text: string }[] {
  const sides = { below: 'sous la référence', above: 'au-dessus de la référence' };
  return themeNeeds
    .filter(({ needs }) => needs.length > 0)
    .map(({ theme, needs }) => ({
      theme,
      text: needs.map(({ label, isNeedWhen }) => `${label}, ${sides[isNeedWhen]}`).join('\u00a0; '),
    }));
}

export interface SummaryFacts {
  readonly departement: DepartementName;
  /** Name of the chosen EPCI; null: the whole département. */
  readonly epci: string | null;
  readonly needRatio: number;
  /** Themes whose need is measured somewhere in what is looked at. */
  readonly measuredThemes: number;
  readonly needs: readonly NeedCell[];
  readonly answered: number;
  readonly asked: number;
  readonly nameOf: (code: string) => string;
}

/** Three sentences: where need is measured and worst, whether anyone works on it, what is not known. */
export function summariseGaps(facts: SummaryFacts): readonly [string, string, string] {
  return [sayNeed(facts), sayProjects(facts), sayUnknown(facts)];
}

function sayNeed({ departement, epci, needRatio, measuredThemes, needs, nameOf }: SummaryFacts): string {
  const where = epci ?? capital(inDepartement(departement));
  const measured = `le besoin est mesuré dans ${formatCountOf(measuredThemes, 'thème', 'thèmes')} sur ${themeIds.length}`;
  if (measuredThemes === 0) return `${where}\u00a0: aucun chiffre chargé ne mesure de besoin.`;
  const worst = worstOf(needs);
  if (!worst)
    return `${where}\u00a0: ${measured}, et aucune valeur n’y est pire que la référence de plus de ${percentOf(needRatio)}.`;
  const name = nameOf(worst.territory);
  const who = name === epci ? '' : `\u00a0; le plus grand écart est celui de ${name}`;
  const lead = who === '' ? '\u00a0; ' : `${who}, `;
  return `${where}\u00a0: ${measured}${lead}${needSaid(worst.theme, worst.reading, departement)}.`;
}

/** Of the first declared indicator that exceeds somewhere, the territory whose value is worst. */
export function worstOf(needs: readonly NeedCell[]): NeedCell | undefined {
  const rank = ({ theme, reading }: NeedCell) => {
    const i = themeNeeds.findIndex((one) => one.theme === theme);
    return i * 10 + (themeNeeds[i]?.needs.findIndex(({ indicator }) => indicator === reading.indicator) ?? 0);
  };
  return needs.toSorted((a, b) => rank(a) - rank(b) || b.reading.worse - a.reading.worse)[0];
}

/** → part des locaux raccordables à la fibre de 94,3 %, contre 96,8 % pour l’Essonne. */
export function needSaid(theme: string, reading: Exceeding, departement: DepartementName): string {
  const { indicator, value, reference } = reading;
  const isMedian = requireIndicator(indicator).measure.kind === 'published';
  const of = isMedian ? 'au milieu de la liste des communes' : `pour ${withArticle(departement)}`;
  return `${labelOfNeed(theme, indicator)} de ${figureOf(indicator, value)}, contre ${figureOf(indicator, reference)} ${of}`;
}

function sayProjects({ epci, needs, answered, asked }: SummaryFacts): string {
  if (needs.length === 0)
    return 'Aucun besoin ne dépasse le seuil choisi\u00a0: les projets recensés ne répondent à aucun écart mesuré.';
  // The projects of an EPCI stand against a theme, whichever of its communes is in need.
  const cases = epci === null ? needs : [...new Map(needs.map((need) => [need.theme, need])).values()];
  const said =
    epci === null
      ? formatCountOf(cases.length, 'besoin au-delà du seuil', 'besoins au-delà du seuil')
      : formatCountOf(cases.length, 'thème où un besoin dépasse le seuil', 'thèmes où un besoin dépasse le seuil');
  const held = cases.filter(({ projects }) => projects > 0);
  const facing = cases.length === 1 ? `Face au ${said.replace(/^1\u00a0/, '')}` : `Face aux ${said}`;
  if (held.length === 0)
    return answered === asked
      ? `${facing}, aucun projet n’est recensé.`
      : `${facing}, aucune fiche ne dit si quelqu’un y travaille.`;
  const last = held
    .flatMap(({ lastEvidence }) => lastEvidence ?? [])
    .sort()
    .at(-1);
  const news = last === undefined ? '' : `\u00a0; la nouvelle la plus récente date ${sinceDate(last)}`;
  const where =
    cases.length === 1 ? '' : held.length === cases.length ? ' chaque fois' : ` ${formatCount(held.length)}\u00a0fois`;
  return `${facing}, un projet au moins est recensé${where}${news}.`;
}

/** → de 2018, de mai 2024, d’avril 2021, du 02/02/2018. */
export function sinceDate(date: string): string {
  const said = formatPartialDate(date);
  if (date.length >= 10) return `du ${said}`;
  return /^[aeiouy]/.test(said) ? `d’${said}` : `de ${said}`;
}

function sayUnknown({ epci, answered, asked, measuredThemes }: SummaryFacts): string {
  const rest = themeIds.length - measuredThemes;
  const blind =
    rest === 0 ? '' : `, et le besoin de ${formatCountOf(rest, 'thème', 'thèmes')} n’a pas d’indicateur chargé`;
  const caution = 'un thème sans fiche n’est pas un thème sans projet';
  if (answered === asked) return `${epci ?? 'Chaque EPCI'} a répondu au recensement des projets${blind}.`;
  if (epci !== null) return `${epci} n’a pas répondu au recensement des projets\u00a0: ${caution}${blind}.`;
  if (answered === 0) return `Aucun EPCI n’a répondu au recensement des projets\u00a0: ${caution}${blind}.`;
  const who = `${formatCount(answered)}\u00a0EPCI sur ${formatCount(asked)} ${plural(answered, 'a', 'ont')} répondu`;
  return `${who} au recensement des projets\u00a0: ailleurs, ${caution}${blind}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface SaidStep {
  readonly title: string;
  readonly reason: string;
}

/** A step and its reason, in a sentence each. */
export function sayStep(step: FirstStep, { departement, epci, nameOf }: SummaryFacts): SaidStep {
  if (step.kind === 'connect') {
    const { territory, premises, closing } = step.lacking;
    const name = nameOf(territory);
    const prefix = name === epci ? '' : `${name}\u00a0: `;
    const copper = closing
      ? `le cuivre doit fermer dans ${formatCountOf(closing.communes, 'commune', 'communes')} où ${formatCountOf(closing.premises, 'local n’est pas raccordable', 'locaux ne sont pas raccordables')}, à partir du ${formatDate(closing.firstOn)}`
      : null;
    const need = step.cell && needSaid(step.cell.theme, step.cell.reading, departement);
    return {
      title: `${prefix}${prefix === '' ? 'Raccorder' : 'raccorder'} ${formatCountOf(premises, 'local', 'locaux')} à la fibre`,
      reason: `${capital([need, copper].filter((part) => part !== null).join('\u00a0; '))}.`,
    };
  }
  if (step.kind === 'need') return sayNeedStep(step, departement, epci, nameOf);
  if (step.kind === 'census') {
    const count = step.territories.length;
    return {
      title: epci === null ? 'Compléter le recensement des projets' : 'Répondre au recensement des projets',
      reason: `${epci ?? formatCountOf(count, 'EPCI', 'EPCI')} n’${plural(count, 'a', 'ont')} pas répondu\u00a0: sans réponse, rien ne distingue l’absence de projet d’un oubli.`,
    };
  }
  if (step.kind === 'sheets')
    return {
      title: 'Prendre des nouvelles des projets',
      reason: `${formatCountOf(step.count, 'fiche', 'fiches')} de projet sans nouvelle depuis un an ou plus.`,
    };
  return {
    title: 'Mettre à jour la liste des lieux',
    reason: `${formatCountOf(step.count, 'lieu décrit', 'lieux décrits')} il y a dix-huit mois ou plus.`,
  };
}

function sayNeedStep(
  { theme, cells }: Extract<FirstStep, { kind: 'need' }>,
  departement: DepartementName,
  epci: string | null,
  nameOf: (code: string) => string,
): SaidStep {
  const [worst] = cells;
  if (!worst) return { title: labelOfTheme(theme), reason: '' };
  const verbs = {
    'besoin-sans-projet': 'ouvrir un projet',
    'recensement-a-completer': 'dire ce qui est fait',
  } as Readonly<Partial<Record<CellClass, string>>>;
  const count =
    epci === null ? formatCountOf(cells.length, 'EPCI', 'EPCI') : formatCountOf(cells.length, 'commune', 'communes');
  const first = cells.length > 1 ? ', d’abord' : '\u00a0:';
  const projects =
    worst.projects > 0
      ? formatCountOf(worst.projects, 'projet recensé', 'projets recensés')
      : worst.class === 'besoin-sans-projet'
        ? 'aucun projet'
        : 'aucune fiche de projet';
  return {
    title: `${labelOfTheme(theme)}\u00a0: ${verbs[worst.class] ?? 'suivre les projets'}`,
    reason: `${count} au-delà du seuil${first} ${nameOf(worst.territory)}, ${needSaid(theme, worst.reading, departement)}\u00a0; ${projects}.`,
  };
}
