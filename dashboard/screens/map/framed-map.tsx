/** The map in a page of others: its sentence, itself or its table, its legend. Or the ranking alone, or the history of a territory. */
import { lazy, Suspense } from 'react';
import { Part } from '../../controls/part.tsx';
import { useTerritories } from '../../state/queries.ts';
import { useCited, useFrame } from '../../state/use-frame.ts';
import { useView } from '../../state/use-view.ts';
import styles from './framed-map.module.css';
import { Headline } from './headline.tsx';
import { MapView, ProjectList, Ranking, ValuesTable } from './map-parts.ts';
import { useMapSources } from './source-line.tsx';

const History = lazy(async () => ({ default: (await import('../../charts/history.tsx')).History }));

export function FramedMap() {
  const { part } = useFrame();
  const { view } = useView();
  useCited(useMapSources());
  if (part === 'classement')
    return (
      <Part id="classement">
        <Suspense>{view.indicator === 'projets' ? <ProjectList /> : <Ranking />}</Suspense>
      </Part>
    );
  if (part === 'historique') return <FramedHistory />;
  return (
    <div className={styles.screen}>
      <div className={styles.reading}>
        <Headline />
      </div>
      <div className={styles.stage} data-tab={view.tab}>
        <Suspense fallback={<div aria-busy="true" />}>{view.tab === 'carte' ? <MapView /> : <ValuesTable />}</Suspense>
      </div>
    </div>
  );
}

function FramedHistory() {
  const { territory } = useView().view;
  const known = useTerritories(territory?.level ?? 'departement').data?.territoires;
  if (!territory) return null;
  return (
    <Part id="historique">
      <h2 className={styles.name}>{known?.find(({ code }) => code === territory.code)?.nom ?? ''}</h2>
      <Suspense>
        <History territory={territory} />
      </Suspense>
    </Part>
  );
}
