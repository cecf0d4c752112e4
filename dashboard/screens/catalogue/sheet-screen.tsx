import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function SheetScreen() {
  return <SectionPage title={sections.titles.sheet}>{null}</SectionPage>;
}
