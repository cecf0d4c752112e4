import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function RankingScreen() {
  return <SectionPage title={sections.titles.ranking}>{null}</SectionPage>;
}
