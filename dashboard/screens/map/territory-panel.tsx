/** What is known of the territory of the view, against its EPCI and its département. Prints on one page. */

import { useCallback, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { History } from '../../charts/history.tsx';
import { ShareBar } from '../../charts/share-bar.tsx';
import { Failure } from '../../controls/failure.tsx';
import { Part } from '../../controls/part.tsx';
import { useTerritories } from '../../state/queries.ts';
import { type Portrait, usePortrait } from '../../state/use-portrait.ts';
import { useView } from '../../state/use-view.ts';
import type { TerritoryReference } from '../../state/view.ts';
import { inDepartement } from '../../text/departement-name.ts';
import { formatCountOf, partsOf } from '../../text/numbers.ts';
import { portraitSentence } from '../../text/portrait.ts';
import { close, failed, identityOf, portrait as words } from '../../text/reading.ts';
import { kindOf, lacksOutside, unknownWhole } from '../../text/sentences/facts.ts';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { TerritoryCopper } from './territory-copper.tsx';
import { TerritoryFigures } from './territory-figures.tsx';
import styles from './territory-panel.module.css';
import { TerritoryPlaces } from './territory-places.tsx';
import { TerritoryPresence } from './territory-presence.tsx';
import { TerritoryProjects } from './territory-projects.tsx';
import { TerritoryZone } from './territory-zone.tsx';

export function TerritoryPanel() {
  const { view } = useView();
  return view.territory && <Panel territory={view.territory} />;
}

function Panel({ territory }: { territory: TerritoryReference }) {
  const { view, choose } = useView();
  const portrait = usePortrait(territory, view.extent);
  const { data: known, error } = useTerritories(territory.level);
  // Its name is known before its figures.
  const name = known?.territoires.find(({ code }) => code === territory.code)?.nom ?? territory.code;
  const leave = useCallback(() => choose({ territory: null }), [choose]);
  const title = useFocusOn(`${territory.level}-${territory.code} ${portrait === undefined ? 'waiting' : 'here'}`);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [leave]);

  return (
    <aside className={styles.panel} aria-labelledby="territory-title" data-territory={territory.code}>
      <div className={styles.bar}>
        {portrait ? <Path portrait={portrait} /> : <span />}
        <span className={styles.buttons}>
          <Button className={styles.button ?? ''} onPress={() => window.print()}>
            {words.print}
          </Button>
          <Button className={styles.button ?? ''} onPress={leave}>
            {close}
          </Button>
        </span>
      </div>
      <h2 id="territory-title" ref={title} tabIndex={-1} className={styles.title}>
        {portrait?.territory.nom ?? name}
      </h2>
      {portrait === undefined && (error ? <Failure message={failed(error.message)} /> : <PanelSkeleton />)}
      {portrait?.error && <Failure message={failed(portrait.error.message)} />}
      {portrait === null && <p>{words.missing}</p>}
      {portrait && <Content portrait={portrait} territory={territory} />}
    </aside>
  );
}

function Content({ portrait, territory }: { portrait: Portrait; territory: TerritoryReference }) {
  const { extent } = useView().view;
  const { territory: known, figures, columns, described } = portrait;
  const departement = columns.at(-1);
  const within = departement ? inDepartement({ code: departement.code, nom: departement.name }) : '';
  const [coverage, gap] = figures.map((figure) => figure.values);
  const own = coverage?.[0];
  const reference = territory.level === 'departement' ? null : (coverage?.at(-1) ?? null);
  const isWhole = extent === 'entier' && known.niveau === 'epci' && known.partiel;
  const sentence =
    own && isWhole && departement && lacksOutside(own)
      ? unknownWhole(known, { code: departement.code, nom: departement.name })
      : own && portraitSentence(own, reference, gap?.[0] ?? null, isWhole ? kindOf(known) : null);
  const technology = described['meilleure-technologie'];
  const colors = new Map(partsOf(requireIndicator('meilleure-technologie')).map((part) => [part.key, part]));
  return (
    <>
      <p className={styles.identity}>
        {[
          identityOf(known),
          ...(known.population === null
            ? []
            : [
                words.population(
                  formatCountOf(known.population, 'habitant', 'habitants'),
                  isWhole ? within : '',
                  known.populationMillesime,
                ),
              ]),
          ...(known.niveau === 'epci' && departement
            ? [words.communes(known.communes.length, known.communesEntier, within, extent, kindOf(known))]
            : []),
        ].join(' · ')}
      </p>
      {sentence && <p className={styles.sentence}>{sentence}</p>}
      <TerritoryFigures portrait={portrait} />
      <Part id="historique">
        <History territory={territory} />
      </Part>
      <TerritoryCopper portrait={portrait} />
      <TerritoryZone portrait={portrait} />
      {technology?.value.parts && (
        <section>
          <h3 className={styles.heading}>{words.technology}</h3>
          <ShareBar
            shares={technology.value.parts.map((part) => ({
              key: part.cle,
              label: colors.get(part.cle)?.label ?? part.libelle,
              count: part.valeur,
              color: colors.get(part.cle)?.color ?? 'var(--line-strong)',
            }))}
          />
        </section>
      )}
      <TerritoryPresence territory={territory} />
      <TerritoryProjects portrait={portrait} />
      <TerritoryPlaces portrait={portrait} />
    </>
  );
}

/** Département › EPCI › commune; each opens its own panel. */
function Path({ portrait }: { portrait: Portrait }) {
  const { choose } = useView();
  const above = portrait.columns.slice(1).reverse();
  if (above.length === 0) return <span />;
  return (
    <nav aria-label={words.path}>
      <ol className={styles.path}>
        {above.map(({ level, code, name }) => (
          <li key={code}>
            <Button className={styles.step ?? ''} onPress={() => choose({ territory: { level, code } })}>
              {name}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Moves the focus to the title when the territory changes, and back where it was when the panel closes. */
function useFocusOn(territory: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    return () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, []);
  useEffect(() => {
    // A page opened on a territory keeps its focus at the top: only a choice moves it.
    if (territory !== '' && navigator.userActivation?.hasBeenActive) title.current?.focus({ preventScroll: false });
  }, [territory]);
  return title;
}
