import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function GapsScreen() {
  return <SectionPage title={sections.titles.gaps}>{null}</SectionPage>;
}
