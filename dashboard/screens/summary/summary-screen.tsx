import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function SummaryScreen() {
  return <SectionPage title={sections.titles.summary}>{null}</SectionPage>;
}
