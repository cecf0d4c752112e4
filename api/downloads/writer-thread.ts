/** The worker side of `table-writer.ts`: writes tables whose pages it asks for, one at a time. */
import { parentPort } from 'node:worker_threads';
import type { FromWriter, ToWriter } from './table-writer.ts';
import type { TableRow, TypedTable } from './typed-table.ts';
import { tableWriters } from './write-table.ts';

const port = parentPort;
if (!port) throw new Error('writer-thread.ts runs only as a worker');

interface Waiting {
  resolve(page: readonly TableRow[] | null): void;
  reject(error: Error): void;
}
const waiting = new Map<number, Waiting>();
const tell = (message: FromWriter) => port.postMessage(message);

async function write({ id, format, table, file }: Extract<ToWriter, { kind: 'write' }>): Promise<void> {
  const whole: TypedTable = {
    ...table,
    async *rows({ withGeometry }) {
      for (;;) {
        const page = await new Promise<readonly TableRow[] | null>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          tell({ kind: 'more', id, withGeometry });
        });
        if (page === null) return;
        yield page;
      }
    },
  };
  try {
    await tableWriters[format](whole, file);
    tell({ kind: 'done', id });
  } catch (error) {
    tell({ kind: 'failed', id, message: (error as Error).message });
  }
}

port.on('message', (message: ToWriter) => {
  if (message.kind === 'write') return void write(message);
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'page') asked?.resolve(message.page);
  else asked?.reject(new Error('the rows cannot be read'));
});
