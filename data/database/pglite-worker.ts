/** The worker side of `pglite.ts`: owns the PGlite instance and answers one message at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import type { WorkerReply, WorkerRequest, WorkerStart } from './pglite.ts';

const port = parentPort;
if (!port) throw new Error('pglite-worker.ts runs only as a worker');
const start = workerData as WorkerStart;

const toIsoInstant = (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
const toHex = (text: string) => text.slice(2);

const ready = (async () => {
  const engine = await PGlite.create({
    ...(start.folder === null ? {} : { dataDir: start.folder }),
    ...(start.dump === null ? {} : { loadDataDir: new Blob([start.dump as Uint8Array<ArrayBuffer>]) }),
    extensions: { postgis, pg_trgm },
    parsers: {
      [types.INT8]: Number,
      [types.NUMERIC]: Number,
      [types.DATE]: (text: string) => text,
      [types.TIMESTAMPTZ]: toIsoInstant,
      // PGlite's own reads bytes one by one; nothing here needs more than the hexadecimal text.
      [types.BYTEA]: toHex,
    },
  });
  await engine.exec(`set timezone to 'UTC'; create extension if not exists postgis;`);
  return engine;
})();

async function answer(request: WorkerRequest): Promise<unknown> {
  const engine = await ready;
  switch (request.kind) {
    case 'query': {
      const result = await engine.query(request.sql, request.parameters as unknown[]);
      // A GEOS or PROJ failure inside C++ returns no rows, no error and no command tag (electric-sql/pglite#916).
      if (result.command === undefined)
        throw new Error('the statement ended without an answer: a geometry function failed');
      return result.rows;
    }
    case 'run':
      await engine.exec(request.sql);
      return null;
    case 'copy':
      await engine.query(request.sql, [], { blob: new Blob([request.text]) });
      return null;
    case 'dump':
      return new Uint8Array(await (await engine.dumpDataDir('gzip')).arrayBuffer());
    case 'close':
      await engine.close();
      return null;
  }
}

port.on('message', async (message: WorkerRequest & { id: number }) => {
  let reply: WorkerReply;
  try {
    reply = { id: message.id, value: await answer(message) };
  } catch (cause) {
    const error = cause as Error & { code?: string; detail?: string };
    reply = {
      id: message.id,
      error: {
        message: error.message,
        ...(error.code && { code: error.code }),
        ...(error.detail && { detail: error.detail }),
      },
    };
  }
  port.postMessage(reply);
});
