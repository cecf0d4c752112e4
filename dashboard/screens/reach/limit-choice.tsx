/** How far a place may be: kilometres as the crow flies, or minutes where the server can compute them. */
import type { ReachMeans } from '../../../api/contract-reach.ts';
import { NumberSlider } from '../../controls/number-slider.tsx';
import { Segments } from '../../controls/segments.tsx';
import { type GapChoices, limitBoundsKm, limitBoundsMinutes, travelProfiles } from '../../state/gap-choices.ts';
import { useView } from '../../state/use-view.ts';
import { timeWords as words } from '../../text/reach-assumptions.ts';
import { formatKm, formatMinutes } from '../../text/reach-limit.ts';
import styles from './reach-screen.module.css';

interface LimitChoiceProps {
  readonly means: ReachMeans;
  readonly moving: number | null;
  readonly onMove: (value: number | null) => void;
}

export function LimitChoice({ means, moving, onMove }: LimitChoiceProps) {
  const { view, choose } = useView();
  const { gaps } = view;
  const change = (some: Partial<GapChoices>) => {
    onMove(null);
    choose({ gaps: { ...gaps, ...some } });
  };
  const kilometres = (
    <NumberSlider
      label={words.limit}
      value={moving ?? gaps.limitKm}
      least={limitBoundsKm.least}
      most={limitBoundsKm.most}
      step={0.5}
      format={formatKm}
      onMove={onMove}
      onChoose={(limitKm) => change({ limitKm })}
    />
  );
  if (means.temps === null)
    return (
      <>
        {gaps.limitMinutes !== null && (
          <p className={styles.notice} role="status">
            {words.asked(gaps.limitMinutes)}
          </p>
        )}
        {kilometres}
        <p className={styles.muted}>{words.unavailable}</p>
      </>
    );
  return (
    <>
      <Segments
        label={words.measure}
        items={[
          { id: 'distance', label: words.straight },
          { id: 'temps', label: words.travel },
        ]}
        chosen={gaps.limitMinutes === null ? 'distance' : 'temps'}
        onChoose={(id) => change({ limitMinutes: id === 'temps' ? limitBoundsMinutes.byDefault : null })}
      />
      {gaps.limitMinutes === null ? (
        kilometres
      ) : (
        <>
          <Segments
            label={words.profile}
            items={travelProfiles.map((id) => ({ id, label: words.profiles[id] }))}
            chosen={gaps.profile}
            onChoose={(id) => change({ profile: travelProfiles.find((profile) => profile === id) ?? 'voiture' })}
          />
          <NumberSlider
            label={words.limit}
            value={moving ?? gaps.limitMinutes}
            least={limitBoundsMinutes.least}
            most={limitBoundsMinutes.most}
            step={1}
            format={formatMinutes}
            onMove={onMove}
            onChoose={(limitMinutes) => change({ limitMinutes })}
          />
        </>
      )}
    </>
  );
}
