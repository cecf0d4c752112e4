import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function ReachScreen() {
  return <SectionPage title={sections.titles.reach}>{null}</SectionPage>;
}
