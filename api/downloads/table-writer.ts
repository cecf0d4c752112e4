/**
 * Writes tables in a thread of its own: a workbook of a country takes seconds of computing, during which nobody else
 * would be answered, and more memory than the service should risk. The rows are read here and given page by page.
 */
import { Worker } from 'node:worker_threads';
import type { TableRow, TypedTable } from './typed-table.ts';
import type { WrittenFormat } from './write-table.ts';

export type ToWriter =
  | { kind: 'write'; id: number; format: WrittenFormat; table: Omit<TypedTable, 'rows'>; file: string }
  /** null: there are no more. */
  | { kind: 'page'; id: number; page: readonly TableRow[] | null }
  | { kind: 'stop'; id: number };
export type FromWriter =
  | { kind: 'more'; id: number; withGeometry: boolean }
  | { kind: 'done'; id: number }
  | { kind: 'failed'; id: number; message: string };

/** @throws what reading the rows throws; Error when the file cannot be written */
export type TableWriter = (format: WrittenFormat, table: TypedTable, file: string) => Promise<void>;

/** The thread ends when it needs more, and the service goes on. */
const mostMegabytes = 1024;

interface Job {
  readonly table: TypedTable;
  pages: AsyncIterator<readonly TableRow[]> | null;
  /** What reading the rows threw: it is told to the caller, once the thread has let go of the file. */
  readError: unknown;
  resolve(): void;
  reject(error: unknown): void;
}

/** The thread starts with the first table, and does not keep the process alive. */
export function openTableWriter(): TableWriter {
  const jobs = new Map<number, Job>();
  let worker: Worker | undefined;
  let nextId = 1;

  function start(): Worker {
    const started = new Worker(new URL('./writer-thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    started.on('message', (message: FromWriter) => void answer(message));
    started.on('error', end);
    started.on('exit', (code) => end(new Error(`the thread that writes tables stopped (exit code ${code})`)));
    started.unref();
    return started;

    function end(error: Error): void {
      if (worker !== started) return;
      worker = undefined;
      for (const job of jobs.values()) job.reject(error);
      jobs.clear();
    }
  }
  const tell = (message: ToWriter) => worker?.postMessage(message);

  async function answer(message: FromWriter): Promise<void> {
    const { id } = message;
    const job = jobs.get(id);
    if (!job) return;
    if (message.kind === 'more') {
      try {
        job.pages ??= job.table.rows({ withGeometry: message.withGeometry })[Symbol.asyncIterator]();
        const { done, value } = await job.pages.next();
        tell({ kind: 'page', id, page: done ? null : value });
      } catch (error) {
        job.readError = error;
        tell({ kind: 'stop', id });
      }
      return;
    }
    jobs.delete(id);
    if (message.kind === 'done') job.resolve();
    else job.reject(job.readError ?? new Error(message.message));
  }

  return (format, table, file) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      jobs.set(id, { table, pages: null, readError: undefined, resolve, reject });
      worker ??= start();
      const { rows: _, ...head } = table;
      tell({ kind: 'write', id, format, table: head, file });
    });
}
