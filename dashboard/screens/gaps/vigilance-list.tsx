/** Everything that a point of vigilance counts, each leading to its own page or panel. */
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { GapFacts } from '../../state/use-gap-facts.ts';
import type { View } from '../../state/view.ts';
import type { VigilanceBlock, VigilanceKind } from '../../text/vigilance.ts';
import styles from './vigilance-list.module.css';

interface VigilanceListProps {
  readonly id: string;
  readonly block: VigilanceBlock;
  readonly facts: GapFacts;
}

export function VigilanceList({ id, block, facts }: VigilanceListProps) {
  return (
    <ul id={id} className={styles.list}>
      {block.items.map(({ id: item, name, told }) => {
        const target = item === null ? null : targetOf(block.kind, item, facts);
        return (
          <li key={item ?? name} className={styles.item}>
            {target ? <ScreenLink change={target}>{name}</ScreenLink> : name}
            <span className={styles.told}>{told}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** null where nothing more is known of it. */
function targetOf(kind: VigilanceKind, id: string, { communeOf }: GapFacts): Partial<View> | null {
  const panel = (code: string, more: Partial<View>): Partial<View> => ({
    screen: 'map',
    level: 'commune',
    territory: { level: 'commune', code },
    camera: null,
    ...more,
  });
  switch (kind) {
    case 'below':
      return panel(id, { indicator: 'couverture-ftth' });
    case 'copper':
      return panel(id, { indicator: 'fermeture-cuivre' });
    case 'places': {
      const commune = communeOf(id);
      return commune === null ? null : panel(commune, { hasPlaces: true });
    }
    case 'sheets':
      return { screen: 'project', item: id };
    case 'census':
      return { screen: 'gaps', epci: id };
    case 'zones':
      return null;
  }
}
