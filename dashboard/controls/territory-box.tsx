/** A field that finds a territory, any commune or EPCI unless said otherwise, by name, code or postcode, and hands over the one that is picked. */
import { type ReactNode, useMemo, useState } from 'react';
import { ComboBox, Input, type Key, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { Territory } from '../../api/contract.ts';
import { findTerritories } from '../state/find-territories.ts';
import { useTerritories } from '../state/queries.ts';
import { levelNames, search } from '../text/reading.ts';
import styles from './territory-box.module.css';

const limit = 12;

interface TerritoryBoxProps {
  /** What it looks for; shown above the field, unless `isBare`. */
  readonly label: string;
  readonly isBare?: boolean;
  /** What is looked among; every commune and EPCI that is loaded when it is not given. */
  readonly among?: readonly Territory[];
  readonly placeholder?: string;
  readonly empty?: string;
  readonly help?: ReactNode;
  /** Whether the name of what is picked stays in the field; typing anew then picks null. */
  readonly keepsName?: boolean;
  readonly onPick: (territory: Territory | null) => void;
}

export function TerritoryBox({
  label,
  isBare = false,
  among,
  placeholder = search.placeholder,
  empty = search.empty,
  help,
  keepsName = false,
  onPick,
}: TerritoryBoxProps) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const communes = useTerritories('commune', 'everywhere').data?.territoires;
  const epcis = useTerritories('epci', 'everywhere').data?.territoires;
  const found = useMemo(
    () =>
      findTerritories(among ?? [...(epcis ?? []), ...(communes ?? [])], text, limit).map((territory) => ({
        ...territory,
        id: `${territory.niveau}-${territory.code}`,
      })),
    [among, communes, epcis, text],
  );

  function pick(key: Key | null) {
    const territory = found.find(({ id }) => id === key);
    if (!territory) return;
    setText(keepsName ? territory.nom : '');
    if (keepsName) setPicked({ id: territory.id, name: territory.nom });
    onPick(territory);
  }

  function type(typed: string) {
    setText(typed);
    if (picked === null || typed === picked.name) return;
    setPicked(null);
    onPick(null);
  }

  return (
    <ComboBox
      className={styles.search ?? ''}
      {...(isBare ? { 'aria-label': label } : {})}
      items={found}
      inputValue={text}
      onInputChange={type}
      value={picked?.id ?? null}
      onChange={pick}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsCustomValue={keepsName}
      allowsEmptyCollection={text.trim() !== ''}
    >
      {!isBare && <Label className={styles.label ?? ''}>{label}</Label>}
      <Input className={styles.input ?? ''} placeholder={placeholder} type="search" />
      {help !== undefined && (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} renderEmptyState={() => <p className={styles.empty}>{empty}</p>}>
          {(territory: (typeof found)[number]) => (
            <ListBoxItem id={territory.id} textValue={territory.nom} className={styles.option ?? ''}>
              <Text slot="label">{territory.nom}</Text>
              <Text slot="description" className={styles.detail ?? ''}>
                {territory.niveau === 'commune'
                  ? [territory.codesPostaux[0], territory.epci?.nom].filter(Boolean).join(' · ')
                  : levelNames[territory.niveau]}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
