/**
 * The embedded engine: PGlite with PostGIS, in a worker thread so that a heavy query does not block the process.
 * One connection: statements are served in order, and a transaction holds the others back until it ends.
 */
import { mkdir } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { copyChunks, copySql, refuseOutsideTransaction } from './copy-text.ts';
import { lockFolder } from './folder-lock.ts';
import type { Database, Queryable, SqlRow, SqlValue } from './port.ts';

export type WorkerRequest =
  | { kind: 'query'; sql: string; parameters: readonly SqlValue[] }
  | { kind: 'run'; sql: string }
  | { kind: 'copy'; sql: string; text: string }
  | { kind: 'dump' }
  | { kind: 'close' };
export type WorkerReply =
  | { id: number; value: unknown }
  | { id: number; error: { message: string; code?: string; detail?: string } };
export interface WorkerStart {
  /** Folder of the database; in memory when null. */
  folder: string | null;
  /** A gzipped tar that the new database starts from, or null. */
  dump: Uint8Array | null;
}

export interface PgliteDatabase extends Database {
  /** @returns a gzipped tar of the whole database folder. */
  dump(): Promise<Uint8Array>;
}

/**
 * Opens the embedded database and creates the PostGIS extension when it is new (about twelve seconds, once).
 * @param folder where it is kept; null keeps it in memory
 * @throws FolderInUseError when another live process has the folder
 */
export async function openPglite(folder: string | null, dump: Uint8Array | null = null): Promise<PgliteDatabase> {
  let unlock = async () => {};
  if (folder !== null) {
    await mkdir(folder, { recursive: true });
    unlock = await lockFolder(folder);
  }
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { folder, dump } satisfies WorkerStart,
  });
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  let failure: Error | null = null;

  function fail(error: Error) {
    failure = error;
    for (const waiting of pending.values()) waiting.reject(error);
    pending.clear();
  }
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the embedded database stopped (exit code ${code})`)));
  worker.on('message', (reply: WorkerReply) => {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if ('error' in reply) {
      const error = new Error(reply.error.message);
      waiting?.reject(Object.assign(error, { code: reply.error.code, detail: reply.error.detail }));
    } else waiting?.resolve(reply.value);
  });

  function ask(request: WorkerRequest): Promise<unknown> {
    if (failure) return Promise.reject(failure);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, ...request });
    });
  }

  // The tail of the queue: each statement outside a transaction, and each whole transaction, waits for it.
  let tail: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => {});
    return turn;
  }

  const direct: Queryable = {
    query: async <Row = SqlRow>(sql: string, parameters: readonly SqlValue[] = []) =>
      (await ask({ kind: 'query', sql, parameters })) as Row[],
    copyRows: async (table, columns, rows) => {
      const sql = `${copySql(table, columns)} '/dev/blob' with (format csv)`;
      let written = 0;
      for (const chunk of copyChunks(rows)) {
        await ask({ kind: 'copy', sql, text: chunk.text });
        written += chunk.rows;
      }
      return written;
    },
    copyText: async (table, columns, pieces) => {
      const sql = `${copySql(table, columns)} '/dev/blob' with (format csv)`;
      for await (const text of pieces) if (text !== '') await ask({ kind: 'copy', sql, text });
    },
  };

  const database: PgliteDatabase = {
    engine: 'pglite',
    query: (sql, parameters) => inTurn(() => direct.query(sql, parameters)),
    run: (script) => inTurn(async () => void (await ask({ kind: 'run', sql: script }))),
    copyRows: (table, columns, rows) => database.transaction((tx) => tx.copyRows(table, columns, rows)),
    copyText: refuseOutsideTransaction,
    transaction: (work) =>
      inTurn(async () => {
        await direct.query('begin');
        try {
          const result = await work(direct);
          await direct.query('commit');
          return result;
        } catch (error) {
          await direct.query('rollback');
          throw error;
        }
      }),
    dump: () => inTurn(async () => (await ask({ kind: 'dump' })) as Uint8Array),
    close: () =>
      inTurn(async () => {
        if (!failure) await ask({ kind: 'close' });
        worker.removeAllListeners('exit');
        await worker.terminate();
        fail(new Error('the embedded database is closed'));
        await unlock();
      }),
  };

  try {
    await database.query('select 1');
  } catch (error) {
    await worker.terminate();
    await unlock();
    throw error;
  }
  return database;
}
