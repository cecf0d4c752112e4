/** The sites that the person drops, and what they change; everything that the map does is done here with the keyboard. */
import { useState } from 'react';
import type { Territory } from '../../../api/contract.ts';
import { Button } from '../../controls/button.tsx';
import { CopyLink } from '../../controls/copy-link.tsx';
import { TerritoryBox } from '../../controls/territory-box.tsx';
import { mostSites, type SitePosition } from '../../state/gap-choices.ts';
import { formatCount } from '../../text/numbers.ts';
import { sites as siteWords, scenario as words } from '../../text/reach.ts';
import { ProposeProject } from './propose-project.tsx';
import styles from './reach-sites.module.css';
import { letterOf } from './site-letters.ts';
import { nearestCommune, type Scenario } from './use-scenario.ts';

interface WhatIfProps {
  readonly scenario: Scenario;
  readonly phrase: string;
  readonly limitKm: number;
  readonly onChange: (dropped: readonly SitePosition[]) => void;
}

export function WhatIf({ scenario, phrase, limitKm, onChange }: WhatIfProps) {
  const { dropped, communes, reach, sites, gini } = scenario;
  const [moving, setMoving] = useState<number | null>(null);
  const all = [...communes.values()];
  const positions = dropped.map(({ at }) => at);
  const gained = dropped.reduce((sum, site) => sum + site.gained, 0);
  const best = sites.slice(0, dropped.length).reduce((sum, site) => sum + site.gained, 0);
  const nameOf = (code: string) => communes.get(code)?.nom ?? code;
  const left = reach.beyond - gained;
  const search = { placeholder: words.placeholder, empty: words.empty, among: all };
  return (
    <section className={styles.block} aria-labelledby="what-if-title">
      <h2 id="what-if-title" className={styles.title}>
        {words.title}
      </h2>
      <p className={styles.note}>{words.lead}</p>
      {dropped.length < mostSites ? (
        <TerritoryBox
          {...search}
          label={words.add}
          onPick={(commune) => commune && onChange([...positions, commune.centre])}
        />
      ) : (
        <p className={styles.note}>{words.full}</p>
      )}
      {dropped.length > 0 && (
        <>
          <div aria-live="polite">
            <p className={styles.figure}>
              <strong data-covered={gained}>{formatCount(gained)}</strong> {words.covered(gained)}
            </p>
            <p>{words.left(left, reach.inhabitants === 0 ? 0 : left / reach.inhabitants)}</p>
            {best > gained && (
              <p className={styles.note}>{words.against(Math.min(dropped.length, sites.length), best)}</p>
            )}
            <p className={styles.note}>{words.balance(gini.before, gini.after)}</p>
          </div>
          <ol className={styles.list}>
            {dropped.map((site, rank) => {
              const place = placeOf(all, site.at);
              const name = words.site(letterOf(rank)) + place;
              return (
                <li key={letterOf(rank)} className={styles.item}>
                  <span className={styles.letter} aria-hidden="true">
                    {letterOf(rank)}
                  </span>
                  <span className={styles.name}>
                    <span className="visually-hidden">{words.site(letterOf(rank))}</span>
                    {place}
                  </span>
                  <span className={styles.gained}>{siteWords.gained(site.gained)}</span>
                  <span className={styles.won}>{siteWords.won(site.won.map(nameOf))}</span>
                  <span className={styles.acts}>
                    <Button
                      isQuiet
                      aria-label={words.moveSite(name)}
                      aria-expanded={moving === rank}
                      onPress={() => setMoving(moving === rank ? null : rank)}
                    >
                      {moving === rank ? words.cancel : words.move}
                    </Button>
                    <Button
                      isQuiet
                      aria-label={words.removeOf(name)}
                      onPress={() => {
                        setMoving(null);
                        onChange(positions.filter((_, each) => each !== rank));
                      }}
                    >
                      {words.remove}
                    </Button>
                  </span>
                  {moving === rank && (
                    <div className={styles.move}>
                      <TerritoryBox
                        {...search}
                        label={words.moveOf(letterOf(rank))}
                        onPick={(commune) => {
                          if (!commune) return;
                          setMoving(null);
                          onChange(positions.map((at, each) => (each === rank ? commune.centre : at)));
                        }}
                      />
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
          <div className={styles.quiet}>
            <Button isQuiet onPress={() => onChange([])}>
              {words.clear}
            </Button>
            <CopyLink />
          </div>
          <ProposeProject scenario={scenario} phrase={phrase} limitKm={limitKm} />
        </>
      )}
    </section>
  );
}

function placeOf(communes: readonly Territory[], at: SitePosition): string {
  const found = nearestCommune(communes, at);
  return found ? words.place(found.commune.nom, found.isCentre) : '';
}
