/** Finds a commune or an EPCI by name, code or postcode, and opens its panel. */
import { useMemo, useState } from 'react';
import { ComboBox, Input, type Key, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { findTerritories } from '../state/find-territories.ts';
import { useDepartements, useTerritories } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { levelNames, search } from '../text/reading.ts';
import styles from './territory-search.module.css';

const limit = 12;

export function TerritorySearch() {
  const { choose } = useView();
  const [text, setText] = useState('');
  const communes = useTerritories('commune', 'everywhere').data?.territoires;
  const loaded = useDepartements();
  const epcis = useTerritories('epci', 'everywhere').data?.territoires;
  const found = useMemo(
    () =>
      findTerritories([...(epcis ?? []), ...(communes ?? [])], text, limit).map((territory) => ({
        ...territory,
        id: `${territory.niveau}-${territory.code}`,
      })),
    [communes, epcis, text],
  );

  function open(key: Key | null) {
    const territory = found.find(({ id }) => id === key);
    if (!territory) return;
    setText('');
    choose({
      screen: 'map',
      territory: { level: territory.niveau, code: territory.code },
      camera: null,
      // A commune is shown in its own département.
      ...(loaded.length > 1 && territory.niveau === 'commune'
        ? { departement: loaded.find(({ code }) => territory.code.startsWith(code))?.code ?? null, epci: null }
        : {}),
      ...(territory.niveau === 'epci' ? { epci: territory.code } : {}),
    });
  }

  return (
    <ComboBox
      className={styles.search ?? ''}
      aria-label={search.label}
      items={found}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={open}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection={text.trim() !== ''}
    >
      <Input className={styles.input ?? ''} placeholder={search.placeholder} type="search" />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} renderEmptyState={() => <p className={styles.empty}>{search.empty}</p>}>
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
