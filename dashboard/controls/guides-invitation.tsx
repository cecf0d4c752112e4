/** A line that leads to the four guides, for who arrives on a page and wonders where to start. */
import { guides, guideWords as words } from '../text/guides.ts';
import { sections } from '../text/sections.ts';
import styles from './guides-invitation.module.css';
import { ScreenLink } from './screen-link.tsx';

export function GuidesInvitation() {
  return (
    <nav aria-label={sections.navigation.guides} className={styles.invitation}>
      <ScreenLink change={{ screen: 'guides' }}>{words.invitation}</ScreenLink>
      <ul className={styles.list}>
        {guides.map(({ id }) => (
          <li key={id}>
            <ScreenLink change={{ screen: `guide-${id}` }}>{sections.entries[`guide-${id}`]}</ScreenLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
