/** The sites that the person drops, and what they change; everything that the map does is done here with the keyboard. */
import { useEffect, useMemo, useRef, useState } from 'react';
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
  readonly onChange: (dropped: readonly SitePosition[]) => void;
}

export function WhatIf({ scenario, phrase, onChange }: WhatIfProps) {
  const { dropped, communes, reach, sites, gini, isPartial, limit } = scenario;
  const block = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The site that was removed takes its button with it: the keyboard goes on from the next one, or the heading.
  const removed = useRef<number | null>(null);
  useEffect(() => {
    if (removed.current === null) return;
    const next = Math.min(removed.current, dropped.length - 1);
    removed.current = null;
    const button = block.current?.querySelector<HTMLElement>(`[data-remove="${next}"]`);
    (button ?? heading.current)?.focus();
  }, [dropped.length]);
  const [moving, setMoving] = useState<number | null>(null);
  const all = useMemo(() => [...communes.values()], [communes]);
  const positions = dropped.map(({ at }) => at);
  const gained = dropped.reduce((sum, site) => sum + site.gained, 0);
  const best = sites.slice(0, dropped.length).reduce((sum, site) => sum + site.gained, 0);
  const nameOf = (code: string) => communes.get(code)?.nom ?? code;
  const left = reach.beyond - gained;
  const search = { placeholder: words.placeholder, empty: words.empty, among: all };
  return (
    <section ref={block} className={styles.block} aria-labelledby="what-if-title">
      <h2 ref={heading} id="what-if-title" className={styles.title} tabIndex={-1}>
        {words.title}
      </h2>
      <p className={styles.note}>{limit.km === null ? words.leadInMinutes : words.lead}</p>
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
                  <span className={styles.won}>
                    {siteWords.won(
                      site.won.map(({ code }) => nameOf(code)),
                      isPartial,
                    )}
                  </span>
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
                      data-remove={rank}
                      aria-label={words.removeOf(name)}
                      onPress={() => {
                        setMoving(null);
                        removed.current = rank;
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
            <Button
              isQuiet
              onPress={() => {
                removed.current = 0;
                onChange([]);
              }}
            >
              {words.clear}
            </Button>
            <CopyLink />
          </div>
          <ProposeProject scenario={scenario} phrase={phrase} />
        </>
      )}
    </section>
  );
}

function placeOf(communes: readonly Territory[], at: SitePosition): string {
  const found = nearestCommune(communes, at);
  return found ? words.place(found.commune.nom, found.isCentre) : '';
}
