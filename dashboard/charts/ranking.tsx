/**
 * The territories of the view, the most striking first. The list of buttons says everything and is what assistive
 * technology reads; recharts draws the bars under it, row by row.
 */
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { Bar, BarChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Value } from '../../api/contract.ts';
import { ChartImage } from '../controls/chart-image.tsx';
import { strongLine } from '../pictures/words.ts';
import { valuesFileName } from '../state/file-name.ts';
import { useFacts } from '../state/use-facts.ts';
import { useScale } from '../state/use-scale.ts';
import { useView } from '../state/use-view.ts';
import { formatPeriod } from '../text/numbers.ts';
import { ranking, seeTable } from '../text/reading.ts';
import styles from './ranking.module.css';
import { type RankingRow, rankingOf } from './ranking-rows.ts';

const rowHeight = 44;
const shortLength = 8;

export function Ranking() {
  const { view, choose } = useView();
  const facts = useFacts();
  const { scale, values, answer } = useScale();
  const [isWhole, setIsWhole] = useState(false);
  const data = useMemo(() => (facts ? rankingOf(facts) : null), [facts]);
  const byCode = useMemo(() => new Map(values.map((value) => [value.code, value])), [values]);
  if (!facts || !data || data.rows.length === 0) return null;

  const { indicator } = facts;
  const level = facts.epci === null ? view.level : 'commune';
  const title =
    data.kind === 'parts' ? ranking.parts[view.indicator] : ranking.title(view.indicator, indicator.direction, level);
  const shown = isWhole ? data.rows : data.rows.slice(0, shortLength);
  const bars = shown.map((row) => ({
    name: row.key,
    length: row.length,
    fill: row.color ?? barColor(byCode.get(row.key), scale.colorOf),
  }));
  const lengths = shown.map((row) => row.length);
  const reach = Math.max(...lengths, data.reference?.length ?? 0, indicator.unit === 'ratio' ? 1 : 0);
  const start = Math.min(0, ...lengths);

  return (
    <section className={styles.ranking} aria-labelledby="ranking-title">
      <h2 id="ranking-title" className={styles.title}>
        {title}
      </h2>
      {data.reference && (
        <p className={styles.reference}>{ranking.reference(data.reference.name, data.reference.figure)}</p>
      )}
      <div className={styles.chart}>
        <div className={styles.bars} aria-hidden="true">
          <BarChart
            responsive
            layout="vertical"
            data={bars}
            style={{ width: '100%', height: shown.length * rowHeight }}
            margin={{ top: 0, right: 1, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" domain={[start, reach]} hide />
            <YAxis type="category" dataKey="name" hide interval={0} />
            <Bar
              dataKey="length"
              barSize={7}
              isAnimationActive={false}
              stroke="var(--line-strong)"
              strokeWidth={0.75}
            />
            {data.reference && <ReferenceLine x={data.reference.length} stroke="var(--ink)" strokeWidth={1} />}
          </BarChart>
        </div>
        <ol className={styles.list}>
          {shown.map((row) => (
            <li key={row.key} className={styles.item}>
              <Row row={row} onOpen={(code) => choose({ territory: { level, code } })} />
            </li>
          ))}
        </ol>
      </div>
      {data.unranked > 0 && <p className={styles.note}>{ranking.unranked(data.unranked)}</p>}
      <p className={styles.actions}>
        {data.rows.length > shortLength && (
          <Button className={styles.action ?? ''} onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? ranking.fewer : data.kind === 'parts' ? ranking.allParts : ranking.all(data.rows.length, level)}
          </Button>
        )}
        <Button className={styles.action ?? ''} onPress={() => choose({ tab: 'tableau' })}>
          {seeTable}
        </Button>
        {answer && (
          <ChartImage
            fileName={`classement_${valuesFileName(answer, view.epci ?? view.departement)}`}
            title={title ?? indicator.label}
            about={[`${indicator.label}, ${formatPeriod(answer.periode)}.`]}
            sources={answer.sources}
            load={async () => {
              const { drawBars } = await import('../pictures/bars-picture.ts');
              const rows = shown.map((row) => ({
                name: row.name,
                length: row.length,
                figure: row.figure,
                color: row.color ?? barColor(byCode.get(row.key), scale.colorOf, strongLine),
              }));
              const { reference: whole } = data;
              const reference = whole && { length: whole.length, label: ranking.reference(whole.name, whole.figure) };
              return (width) => drawBars({ rows, reference, key: null, reach }, width);
            }}
          />
        )}
      </p>
    </section>
  );
}

function Row({ row, onOpen }: { row: RankingRow; onOpen: (code: string) => void }) {
  const { code } = row;
  const content = (
    <>
      <span className={styles.name}>{row.name}</span>
      <span className={styles.figure}>{row.figure}</span>
    </>
  );
  if (code === null) return <span className={styles.row}>{content}</span>;
  return (
    <Button className={styles.row ?? ''} onPress={() => onOpen(code)} data-code={code}>
      {content}
    </Button>
  );
}

/** A territory that the map does not show at this level has no colour of its own. */
function barColor(value: Value | undefined, colorOf: (value: Value) => string, none = 'var(--line-strong)'): string {
  return value ? colorOf(value) : none;
}
