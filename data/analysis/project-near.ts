/** Projects that are near another: of its theme, of its communes or EPCI, of its carrier. */
import type { ProjectFacts } from './project-facts.ts';

/** What is shared, from what weighs most. */
const reasons = ['theme', 'commune', 'epci', 'porteur'] as const;
export type NearReason = (typeof reasons)[number];

/** Theme and ground together come first; one of them alone is still near; a carrier alone hardly. A commune says its EPCI. */
const weights: Readonly<Record<NearReason, number>> = { theme: 3, commune: 3, epci: 2, porteur: 1 };

function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((code) => other.includes(code));
}

function reasonsOf(project: ProjectFacts, other: ProjectFacts): NearReason[] {
  const isShared: Readonly<Record<NearReason, boolean>> = {
    theme: project.theme === other.theme,
    commune: share(project.communes, other.communes),
    epci: share(project.epci, other.epci),
    porteur: project.porteur === other.porteur,
  };
  return reasons.filter((reason) => isShared[reason]);
}

function weightOf(shared: readonly NearReason[]): number {
  return shared
    .filter((reason) => reason !== 'epci' || !shared.includes('commune'))
    .reduce((sum, reason) => sum + weights[reason], 0);
}

/** At the most `most` others, the nearest first; none that shares nothing. Equal ones keep the order given. */
export function findNear<Project extends ProjectFacts>(
  project: Project,
  others: readonly Project[],
  most = 6,
): { project: Project; reasons: readonly NearReason[] }[] {
  return others
    .filter(({ id }) => id !== project.id)
    .map((other) => {
      const shared = reasonsOf(project, other);
      return { project: other, reasons: shared, weight: weightOf(shared) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ project: near, reasons: shared }) => ({ project: near, reasons: shared }));
}
