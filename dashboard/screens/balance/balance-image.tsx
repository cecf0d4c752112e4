/** The picture of a chart of the balance: what is measured, when, and its source. */
import type { Values } from '../../../api/contract.ts';
import { type IndicatorId, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { ChartImage } from '../../controls/chart-image.tsx';
import type { Drawing } from '../../pictures/plate.ts';
import { fileNameOf } from '../../state/file-name.ts';
import { useView } from '../../state/use-view.ts';
import { formatPeriod } from '../../text/numbers.ts';

interface BalanceImageProps {
  /** Word of the file's name. */
  readonly what: string;
  readonly title: string;
  readonly measured: IndicatorId;
  readonly answer: Values;
  readonly load: () => Promise<(width: number) => Drawing>;
}

export function BalanceImage({ what, title, measured, answer, load }: BalanceImageProps) {
  const { view } = useView();
  return (
    <ChartImage
      fileName={fileNameOf(['equilibre', what, measured, view.epci ?? view.departement, answer.periode])}
      title={title}
      about={[`${requireIndicator(measured).label}, ${formatPeriod(answer.periode)}.`]}
      sources={answer.sources}
      load={load}
    />
  );
}
