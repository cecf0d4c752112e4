import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function DistributionScreen() {
  return <SectionPage title={sections.titles.distribution}>{null}</SectionPage>;
}
