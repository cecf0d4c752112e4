import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function RoadmapScreen() {
  return <SectionPage title={sections.titles.roadmap}>{null}</SectionPage>;
}
