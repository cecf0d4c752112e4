/** The facets: what may be kept, with the number of projects each choice would give. */
import { useState } from 'react';
import { CheckboxGroup, Label } from 'react-aria-components';
import type { ProjectsAnswer } from '../../../api/contract-projects.ts';
import { type FacetId, facetIds } from '../../../data/analysis/project-facets.ts';
import { Button } from '../../controls/button.tsx';
import { Checkbox } from '../../controls/checkbox.tsx';
import { useTerritories } from '../../state/queries.ts';
import { useProjectFilters, useTerritoryName } from '../../state/use-project-filters.ts';
import { formatCount } from '../../text/numbers.ts';
import { facetLabel, facets as words } from '../../text/projects.ts';
import { facetItems, visibleItems } from './facet-items.ts';
import styles from './facets.module.css';

export function Facets({ counted }: { readonly counted: ProjectsAnswer['facettes'] }) {
  return (
    <div className={styles.facets}>
      {facetIds.map((facet) => (
        <Facet key={facet} facet={facet} counted={counted} />
      ))}
    </div>
  );
}

function Facet({ facet, counted }: { readonly facet: FacetId; readonly counted: ProjectsAnswer['facettes'] }) {
  const { filters, change } = useProjectFilters();
  const nameOf = useTerritoryName();
  const epcis = useTerritories('epci').data?.territoires ?? [];
  const [isOpen, setOpen] = useState(false);
  const chosen = filters.facets[facet];
  const items = facetItems(
    facet,
    counted,
    epcis.map(({ code }) => code),
  );
  const before = visibleItems(facet, items, chosen);
  const shown = isOpen ? items : before;
  const most = Math.max(1, ...items.map(({ count }) => count));
  return (
    <div className={styles.facet} data-facet={facet}>
      <CheckboxGroup
        className={styles.group ?? ''}
        value={[...chosen]}
        onChange={(keys) => change(({ facets }) => ({ facets: { ...facets, [facet]: keys } }))}
      >
        <Label className={styles.name ?? ''}>{words.names[facet]}</Label>
        {shown.map(({ key, count, color }) => (
          <Checkbox key={key} value={key}>
            <span className={styles.item} data-none={count === 0 || undefined}>
              <span className={styles.label}>{facetLabel(facet, key, nameOf)}</span>
              <span className={styles.count}>
                {formatCount(count)}
                <span className="visually-hidden"> {words.noun(count)}</span>
              </span>
              <span
                aria-hidden="true"
                className={styles.bar}
                style={{ width: `${(100 * count) / most}%`, ...(color === null ? {} : { background: color }) }}
              />
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {before.length < items.length && (
        <Button isQuiet aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.fewer : words.more(items.length - before.length)}
        </Button>
      )}
    </div>
  );
}
