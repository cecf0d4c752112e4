/** What is measured: which places, open when, how far, for whom. */
import { memo } from 'react';
import type { Place, Territory } from '../../../api/contract.ts';
import type { ReachMeans } from '../../../api/contract-reach.ts';
import { Choice } from '../../controls/choice.tsx';
import { Segments } from '../../controls/segments.tsx';
import type { GapChoices } from '../../state/gap-choices.ts';
import { useDepartement } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { openingFilters } from '../../state/view.ts';
import { controls, territoryName } from '../../text/map.ts';
import { kindNames } from '../../text/places.ts';
import { reach as words } from '../../text/reach.ts';
import { LimitChoice } from './limit-choice.tsx';
import styles from './reach-screen.module.css';

const all = 'tous';

interface ReachChoicesProps {
  readonly places: readonly Place[];
  readonly epci: readonly Territory[];
  readonly means: ReachMeans;
  /** What the slider of the limit says while it moves; null: what the address says. */
  readonly moving: number | null;
  readonly onMove: (value: number | null) => void;
}

export const ReachChoices = memo(function ReachChoices({ places, epci, means, moving, onMove }: ReachChoicesProps) {
  const { view, choose } = useView();
  const { gaps } = view;
  const whole = useDepartement()?.nom ?? '';
  const change = (some: Partial<GapChoices>) => choose({ gaps: { ...gaps, ...some } });
  const ordered = [...epci].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
  const kinds = wordsOf(
    places.map(({ type }) => type),
    gaps.kind,
  ).map(({ id, isKnown }) => ({ id, label: isKnown ? (kindNames[id] ?? id) : words.otherWord(kindNames[id] ?? id) }));
  const services = wordsOf(
    places.flatMap((place) => place.services),
    gaps.service,
  ).map(({ id, isKnown }) => ({ id, label: isKnown ? capitalised(id) : words.otherWord(id) }));
  return (
    <section className={styles.choices} aria-label={words.choices}>
      <Choice
        label={words.kind}
        items={[{ id: all, label: words.anyKind }, ...byLabel(kinds)]}
        chosen={gaps.kind ?? all}
        onChoose={(id) => change({ kind: id === all ? null : id })}
      />
      <Choice
        label={words.service}
        items={[{ id: all, label: words.anyService }, ...byLabel(services)]}
        chosen={gaps.service ?? all}
        onChoose={(id) => change({ service: id === all ? null : id })}
      />
      <Segments
        label={words.open}
        items={[{ id: all, label: words.anytime }, ...openingFilters.map((id) => ({ id, label: words.openings[id] }))]}
        chosen={view.open ?? all}
        onChoose={(id) => choose({ open: openingFilters.find((choice) => choice === id) ?? null })}
      />
      <LimitChoice means={means} moving={moving} onMove={onMove} />
      <Choice
        label={words.territory}
        items={[
          { id: all, label: controls.wholeTerritory(whole) },
          ...ordered.map((each) => ({ id: each.code, label: territoryName(each) })),
        ]}
        chosen={view.epci ?? all}
        onChoose={(id) => choose({ epci: id === all ? null : id, camera: null })}
      />
    </section>
  );
});

/** The words of a list, each once; the one that the address asks for is there even when no place has it. */
function wordsOf(list: readonly string[], chosen: string | null): { id: string; isKnown: boolean }[] {
  const known = new Set(list);
  return [...new Set([...known, ...(chosen === null ? [] : [chosen])])].map((id) => ({ id, isKnown: known.has(id) }));
}

function byLabel<Item extends { readonly label: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
