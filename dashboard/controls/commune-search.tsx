/** Finds one of some communes by name, code or postcode. */
import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { Territory } from '../../api/contract.ts';
import { findTerritories } from '../state/find-territories.ts';
import styles from './commune-search.module.css';

const limit = 12;

interface CommuneSearchProps {
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly communes: readonly Territory[];
  readonly onChoose: (commune: Territory) => void;
}

export function CommuneSearch({ label, placeholder, empty, communes, onChoose }: CommuneSearchProps) {
  const [text, setText] = useState('');
  const found = useMemo(
    () => findTerritories(communes, text, limit).map((commune) => ({ ...commune, id: commune.code })),
    [communes, text],
  );
  return (
    <ComboBox
      className={styles.search ?? ''}
      items={found}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        const commune = found.find(({ id }) => id === key);
        if (!commune) return;
        setText('');
        onChoose(commune);
      }}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection={text.trim() !== ''}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input className={styles.input ?? ''} placeholder={placeholder} type="search" />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} renderEmptyState={() => <p className={styles.empty}>{empty}</p>}>
          {(commune: (typeof found)[number]) => (
            <ListBoxItem id={commune.id} textValue={commune.nom} className={styles.option ?? ''}>
              <Text slot="label">{commune.nom}</Text>
              <Text slot="description" className={styles.detail ?? ''}>
                {[commune.codesPostaux[0], commune.epci?.nom].filter(Boolean).join(' · ')}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
