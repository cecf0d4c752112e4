import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function ProjectScreen() {
  return <SectionPage title={sections.titles.project}>{null}</SectionPage>;
}
