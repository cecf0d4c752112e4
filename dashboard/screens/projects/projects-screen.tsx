import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function ProjectsScreen() {
  return <SectionPage title={sections.titles.projects}>{null}</SectionPage>;
}
