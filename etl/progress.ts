/** What a person sees while sources load: a bar an edition, with bytes and rows, on a terminal; plain lines otherwise. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { countOf } from './french.ts';
import { countOnce, type SourceResult, statusWords } from './report.ts';

export interface Progress {
  begin(source: string, vintage: string, departements: readonly string[]): void;
  /** Bytes received of the file at hand; the total is null when it is not announced. */
  bytes(received: number, total: number | null): void;
  /** Records read of the file at hand. */
  rows(read: number): void;
  end(results: readonly SourceResult[]): void;
  close(): void;
}

export const silentProgress: Progress = {
  begin: () => {},
  bytes: () => {},
  rows: () => {},
  end: () => {},
  close: () => {},
};

export function makeProgress(output: NodeJS.WriteStream, log: (line: string) => void): Progress {
  return output.isTTY ? barProgress(output) : lineProgress(log);
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  const bars = new MultiBar(
    { format: '{bar} {label} {note}', stream, clearOnComplete: false, hideCursor: true, barsize: 20 },
    Presets.shades_classic,
  );
  let bar: SingleBar | null = null;
  let label = '';
  return {
    begin: (source, vintage, departements) => {
      label = titleOf(source, vintage, departements).padEnd(48);
      bar = bars.create(1, 0, { label, note: 'fichier' });
    },
    bytes: (received, total) => {
      bar?.setTotal(total ?? Math.max(received, 1));
      bar?.update(received, { label, note: bytesText(received, total) });
    },
    rows: (read) => bar?.update({ label, note: countOf(read, 'ligne lue', 'lignes lues') }),
    end: (results) => {
      bar?.setTotal(1);
      bar?.update(1, { label, note: describe(results) });
    },
    close: () => bars.stop(),
  };
}

function lineProgress(log: (line: string) => void): Progress {
  let title = '';
  return {
    ...silentProgress,
    begin: (source, vintage, departements) => {
      title = titleOf(source, vintage, departements);
    },
    end: (results) => log(`${title} : ${describe(results)}`),
  };
}

function titleOf(source: string, vintage: string, departements: readonly string[]): string {
  const where = departements.length > 3 ? `${departements.length} départements` : departements.join(', ');
  return [source, vintage, `(${where})`].filter((part) => part !== '').join(' ');
}

function bytesText(received: number, total: number | null): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return total === null ? `${megabytes(received)} Mo` : `${megabytes(received)} sur ${megabytes(total)} Mo`;
}

function describe(results: readonly SourceResult[]): string {
  const [first] = results;
  if (!first) return 'non publié pour cette édition';
  const failed = results.filter(({ status }) => status === 'failed').length;
  const counted = countOnce(results);
  const read = counted.read.toLocaleString('fr-FR');
  if (failed === results.length) return statusWords.failed;
  const kept = `${countOf(counted.taken, 'ligne retenue', 'lignes retenues')} sur ${read}`;
  if (failed > 0) return `${statusWords.failed} pour ${countOf(failed, 'département', 'départements')}, ${kept}`;
  const isNew = results.some(({ status }) => status === 'loaded');
  return `${statusWords[isNew ? 'loaded' : 'unchanged']}, ${kept}`;
}
