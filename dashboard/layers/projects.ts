/** The referenced projects of the view as dots, those of its theme and of its EPCI where it has one. */
import type { Layer } from './declare.ts';
import { isInFilter } from './filter.ts';
import { projectDots } from './project-dots.ts';

export default {
  id: 'projects',
  draw(input) {
    if (input.indicator.measure.kind !== 'count') return {};
    const { theme } = input;
    const projects = input.projects.filter((project) => theme === null || project.theme === theme);
    return { circles: projectDots({ ...input, projects }).filter(({ code }) => isInFilter(code, input)) };
  },
} satisfies Layer;
