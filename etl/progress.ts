/** What a person sees while sources load: a bar a source on a terminal, plain lines otherwise. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { SourceResult } from './report.ts';

export interface Progress {
  begin(source: string, vintage: string): void;
  /** One of the stages of a source is reached. */
  advance(stage: string): void;
  end(result: SourceResult): void;
  close(): void;
}

const stages = 3;
const statusWords = { loaded: 'chargé', unchanged: 'inchangé', failed: 'ÉCHEC' } as const;

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
    begin: (source, vintage) => {
      label = `${source} ${vintage}`.padEnd(40);
      bar = bars.create(stages, 0, { label, note: 'fichier' });
    },
    advance: (note) => bar?.increment(1, { label, note }),
    end: (result) => bar?.update(stages, { label, note: describe(result) }),
    close: () => bars.stop(),
  };
}

function lineProgress(log: (line: string) => void): Progress {
  return {
    begin: () => {},
    advance: () => {},
    end: (result) => log(`${result.source} ${result.vintage} : ${describe(result)}`),
    close: () => {},
  };
}

function describe({ status, taken, read }: SourceResult): string {
  return status === 'failed' ? statusWords.failed : `${statusWords[status]}, ${taken} lignes retenues sur ${read}`;
}
