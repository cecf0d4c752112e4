import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function CatalogueScreen() {
  return <SectionPage title={sections.titles.catalogue}>{null}</SectionPage>;
}
