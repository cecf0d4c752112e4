/** What is kept, one chip a choice, each of which can be taken away. */
import { Button as AriaButton, type Key, Tag, TagGroup, TagList } from 'react-aria-components';
import { facetIds, noFacetChoices } from '../../../data/analysis/project-facets.ts';
import { Button } from '../../controls/button.tsx';
import { toggleFacet } from '../../state/project-filters.ts';
import { useProjectFilters, useTerritoryName } from '../../state/use-project-filters.ts';
import { facetLabel, facets as words } from '../../text/projects.ts';
import styles from './chosen-facets.module.css';

export function ChosenFacets() {
  const { filters, change } = useProjectFilters();
  const nameOf = useTerritoryName();
  const chips = facetIds.flatMap((facet) =>
    filters.facets[facet].map((key) => ({ id: `${facet}:${key}`, facet, key, label: facetLabel(facet, key, nameOf) })),
  );
  if (chips.length === 0) return null;

  function remove(keys: Set<Key>) {
    const gone = chips.filter(({ id }) => keys.has(id));
    change(({ facets }) => ({ facets: gone.reduce((left, { facet, key }) => toggleFacet(left, facet, key), facets) }));
  }

  return (
    <div className={styles.row}>
      <TagGroup aria-label={words.chosen} onRemove={remove}>
        <TagList items={chips} className={styles.chips ?? ''}>
          {({ id, facet, label }) => (
            <Tag id={id} textValue={label} className={styles.chip ?? ''}>
              <span className={styles.facet}>{words.shortNames[facet]}</span>
              {label}
              <AriaButton slot="remove" className={styles.remove ?? ''} aria-label={words.remove(label)}>
                ×
              </AriaButton>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <Button isQuiet onPress={() => change(() => ({ facets: noFacetChoices, q: null }))}>
        {words.clear}
      </Button>
    </div>
  );
}
