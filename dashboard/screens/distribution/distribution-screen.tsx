/** How referenced projects are spread over EPCI and themes, and how little a silence of the census says. */
import { Failure } from '../../controls/failure.tsx';
import { Part } from '../../controls/part.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { Segments } from '../../controls/segments.tsx';
import { cellKinds } from '../../state/project-filters.ts';
import { useDistribution } from '../../state/project-queries.ts';
import { narrowScreen, useMedia } from '../../state/use-media.ts';
import { useView } from '../../state/use-view.ts';
import { summariseCensus, summariseDistribution, distribution as words } from '../../text/distribution.ts';
import { sections } from '../../text/sections.ts';
import { readRows } from './cells.ts';
import { DistributionBlocks } from './distribution-blocks.tsx';
import { MatrixImage } from './distribution-image.tsx';
import { DistributionMatrix } from './distribution-matrix.tsx';
import styles from './distribution-screen.module.css';
import { ThemeBars } from './theme-bars.tsx';

export function DistributionScreen() {
  const { view, choose } = useView();
  const { data: answer, error } = useDistribution();
  const isNarrow = useMedia(narrowScreen);
  const { cell } = view.projects;
  if (!answer)
    return (
      <SectionPage isWide title={sections.titles.distribution}>
        {error ? <Failure message={words.failed(error.message)} /> : <p className={styles.muted}>{words.waiting}</p>}
      </SectionPage>
    );
  const rows = readRows(answer);
  return (
    <SectionPage isWide isShared title={sections.titles.distribution} lead={summariseDistribution(answer)}>
      <p className={styles.census}>{summariseCensus(answer)}</p>
      <Part id="matrice">
        <section aria-labelledby="matrix-title">
          <div className={styles.bar}>
            <h2 id="matrix-title" className={styles.heading}>
              {words.matrix}
            </h2>
            <Segments
              label={words.show}
              items={cellKinds.map((id) => ({ id, label: words.cells[id] }))}
              chosen={cell}
              onChoose={(id) =>
                choose({ projects: { ...view.projects, cell: cellKinds.find((kind) => kind === id) ?? cell } })
              }
            />
          </div>
          {isNarrow ? <DistributionBlocks rows={rows} kind={cell} /> : <DistributionMatrix rows={rows} kind={cell} />}
          <p className={styles.note}>{words.reading[cell]}</p>
          <p className={styles.note}>{words.twice[cell]}</p>
          <p className={styles.note}>{words.sharedNote}</p>
          <MatrixImage rows={rows} kind={cell} />
        </section>
      </Part>
      <Part id="themes">
        <ThemeBars answer={answer} />
      </Part>
    </SectionPage>
  );
}
