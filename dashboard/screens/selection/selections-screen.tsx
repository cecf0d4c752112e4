import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function SelectionsScreen() {
  return <SectionPage title={sections.titles.selections}>{null}</SectionPage>;
}
