/** Blocks that appear only when they have something; each opens its list, and the screen that holds it. */
import { Button } from '../../controls/button.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { GapFacts } from '../../state/use-gap-facts.ts';
import { useView } from '../../state/use-view.ts';
import type { View } from '../../state/view.ts';
import { type VigilanceKind, vigilanceBlocks, vigilance as words } from '../../text/vigilance.ts';
import { projectsOf } from './first-steps.tsx';
import styles from './vigilance-blocks.module.css';
import { VigilanceList } from './vigilance-list.tsx';

export function VigilanceBlocks({ facts }: { facts: GapFacts }) {
  const { view, choose } = useView();
  const { departement, epci, nameOf } = facts;
  const blocks = vigilanceBlocks(facts.vigilance, { departement, isInside: epci !== null, nameOf });
  const { watched } = view.gaps;
  return (
    <section aria-labelledby="vigilance-title" className={styles.section}>
      <h2 id="vigilance-title" className={styles.heading}>
        {words.title}
      </h2>
      {blocks.length === 0 && <p>{words.none}</p>}
      <ul className={styles.blocks}>
        {blocks.map((block) => {
          const { kind, figure, title, detail } = block;
          const isOpen = watched === kind;
          return (
            <li key={kind} className={styles.block} data-block={kind} data-open={isOpen || undefined}>
              <h3 className={styles.title}>
                <span className={styles.figure}>{figure}</span> {title}
              </h3>
              {detail !== '' && !isOpen && <p className={styles.detail}>{detail}</p>}
              {isOpen && <VigilanceList id={`vigilance-${kind}`} block={block} facts={facts} />}
              <p className={styles.links}>
                <Button
                  isQuiet
                  aria-expanded={isOpen}
                  {...(isOpen ? { 'aria-controls': `vigilance-${kind}` } : {})}
                  aria-label={`${isOpen ? words.closeList : words.list}\u00a0: ${title}`}
                  onPress={() => choose({ gaps: { ...view.gaps, watched: isOpen ? null : kind } })}
                >
                  {isOpen ? words.closeList : words.list}
                </Button>
                <ScreenLink
                  change={listOf(kind, view, epci?.code ?? null)}
                  label={`${words.see[kind]}\u00a0: ${title}`}
                >
                  {words.see[kind]}
                </ScreenLink>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function listOf(kind: VigilanceKind, view: View, epci: string | null): Partial<View> {
  const table = { screen: 'map', tab: 'tableau', level: 'commune', camera: null } as const;
  const panel = epci === null ? null : ({ level: 'epci', code: epci } as const);
  const lists: Readonly<Record<VigilanceKind, Partial<View>>> = {
    below: { ...table, indicator: 'couverture-ftth' },
    copper: { ...table, indicator: 'fermeture-cuivre' },
    zones: { screen: 'map', indicator: 'zone-reglementaire', level: 'commune', territory: panel, camera: null },
    places: { screen: 'map', hasPlaces: true, territory: panel, camera: null },
    sheets: projectsOf(view, epci, null),
    census: { screen: 'distribution' },
  };
  return lists[kind];
}
