import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function SelectionScreen() {
  return <SectionPage title={sections.titles.selection}>{null}</SectionPage>;
}
