/** What the census of projects says. An empty census is a census to complete, never an absence of projects. */
import type { Project } from '../../../api/contract-projects.ts';
import { themes } from '../../../data/catalogue/themes.ts';
import { formatCount, formatCountOf, formatEuros, plural } from '../numbers.ts';
import { type Facts, inScope, largestFirst, lead, type Summary } from './facts.ts';

export function summariseProjects(facts: Facts): Summary {
  const ofTheme = facts.projects.filter((project) => facts.theme === null || project.theme === facts.theme);
  const { epci, theme } = facts;
  const here = epci === null ? ofTheme : ofTheme.filter((project) => project.epci.includes(epci.code));
  const count = here.length;
  const about = theme === null ? '' : ` sur le thème «\u00a0${themeLabel(theme)}\u00a0»`;
  const sentences: string[] = [];
  if (count === 0)
    sentences.push(
      lead(
        facts,
        `${epci === null ? 'A' : 'a'}ucun projet n’est recensé${inScope(facts)}${about}\u00a0; le recensement est à compléter.`,
      ),
    );
  else
    sentences.push(
      lead(
        facts,
        `${formatCountOf(count, 'projet numérique est recensé', 'projets numériques sont recensés')}${inScope(facts)}${about}.`,
      ),
    );
  const wide = ofTheme.filter((project) => project.epci.length === 0).length;
  if (epci === null && count > 0) {
    if (wide > 0)
      sentences.push(
        `${formatCount(wide)} ${plural(wide, 'vaut', 'valent')} pour tout le département, sans EPCI désigné.`,
      );
    const [top] = theme === null ? largestFirst(facts.epcis) : [];
    if (top && top.valeur > 0)
      sentences.push(`${top.nom} en compte ${formatCount(top.valeur)}, plus que tout autre EPCI.`);
  }
  if (epci !== null && wide > 0)
    sentences.push(
      `S’y ${plural(wide, 'ajoute', 'ajoutent')} ${formatCountOf(wide, 'projet', 'projets')} à l’échelle du département.`,
    );
  if (theme === null && count > 1) sentences.push(...themeSentence(here));
  sentences.push(...budgetSentence(here));
  return {
    figure: { value: formatCount(count), unit: plural(count, 'projet recensé', 'projets recensés') },
    sentences,
  };
}

function themeSentence(projects: readonly Project[]): string[] {
  const counts = themes
    .map((theme) => ({ label: theme.label, count: projects.filter((project) => project.theme === theme.id).length }))
    .sort((a, b) => b.count - a.count);
  const [top] = counts;
  if (!top || top.count === counts[1]?.count) return [];
  return [`Premier thème\u00a0: ${top.label.charAt(0).toLowerCase()}${top.label.slice(1)} (${top.count}).`];
}

/** A sum of budgets is never given without the number of sheets that have one. */
export function budgetSentence(projects: readonly Project[]): string[] {
  const known = projects.flatMap((project) => (project.budgetEuros === null ? [] : [project.budgetEuros]));
  if (known.length === 0) return [];
  const sum = known.reduce((total, budget) => total + budget, 0);
  return [
    `${formatCountOf(known.length, 'fiche indique son budget', 'fiches indiquent leur budget')}, ${formatEuros(sum)}${known.length > 1 ? ' en tout' : ''}.`,
  ];
}

export function themeLabel(id: string): string {
  return themes.find((theme) => theme.id === id)?.label ?? id;
}
