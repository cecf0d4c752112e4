import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function CopperScreen() {
  return <SectionPage title={sections.titles.copper}>{null}</SectionPage>;
}
