/** The screens Données: a heading, four tabs that are addresses, and what each holds. */
import { GuidesInvitation } from '../../controls/guides-invitation.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { useView } from '../../state/use-view.ts';
import { data as words } from '../../text/data.ts';
import { ChangesTab } from './changes-tab.tsx';
import styles from './data-screen.module.css';
import { EditionsTab } from './editions-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { TablesTab } from './tables-tab.tsx';

const tabs = ['tables', 'sources', 'changes', 'editions'] as const;

export function DataScreen() {
  const { view } = useView();
  const current = tabs.find((tab) => tab === view.screen) ?? 'tables';
  return (
    <div className={styles.page}>
      <div className={styles.text} data-wide={current === 'tables' || undefined}>
        <h1>{words.title}</h1>
        <nav aria-label={words.navigation} className={styles.tabs}>
          {tabs.map((tab) => (
            <ScreenLink key={tab} change={{ screen: tab }} className={styles.tab} isCurrent={tab === current}>
              {words.tabs[tab]}
            </ScreenLink>
          ))}
        </nav>
        {current === 'tables' && <TablesTab />}
        {current === 'sources' && <SourcesTab />}
        {current === 'changes' && <ChangesTab />}
        {current === 'editions' && <EditionsTab />}
        <GuidesInvitation />
      </div>
    </div>
  );
}
