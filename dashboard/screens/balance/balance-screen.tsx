import { SectionPage } from '../../controls/section-page.tsx';
import { sections } from '../../text/sections.ts';

export function BalanceScreen() {
  return <SectionPage title={sections.titles.balance}>{null}</SectionPage>;
}
