/** The server engine: PostgreSQL with PostGIS, reached through `DATABASE_URL`. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyChunks, copySql, refuseOutsideTransaction } from './copy-text.ts';
import type { Database, Queryable, SqlRow } from './port.ts';

const typeParsers = new pg.TypeOverrides();
typeParsers.setTypeParser(pg.types.builtins.INT8, Number);
typeParsers.setTypeParser(pg.types.builtins.NUMERIC, Number);
typeParsers.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
const parseInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
typeParsers.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => parseInstant(text).toISOString());

/** Longest that a statement may take: whoever waits longer has left. */
export const statementSeconds = 60;

/**
 * Opens a pool and creates the PostGIS extension when it is missing.
 * @param url a `postgres://` address
 * @param onIdleError told of a connection lost while idle: without a listener a server restart ends the process
 */
export async function openPostgres(url: string, onIdleError: (error: Error) => void): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    types: typeParsers,
    // Statements are short: compiling them costs more than it saves, and sums of 35 000 communes sort in memory.
    options: `-c timezone=UTC -c statement_timeout=${statementSeconds * 1000} -c client_min_messages=warning -c jit=off -c work_mem=32MB`,
  });
  pool.on('error', onIdleError);

  function queryable(client: pg.Pool | pg.PoolClient): Pick<Queryable, 'query'> {
    return {
      query: async <Row = SqlRow>(sql: string, parameters: readonly unknown[] = []) =>
        (await client.query(sql, parameters as unknown[])).rows as Row[],
    };
  }

  const database: Database = {
    engine: 'postgres',
    ...queryable(pool),
    run: async (script) => void (await pool.query(script)),
    copyRows: (table, columns, rows) => database.transaction((tx) => tx.copyRows(table, columns, rows)),
    copyText: refuseOutsideTransaction,
    transaction: async (work) => {
      const client = await pool.connect();
      let isBroken = false;
      try {
        await client.query('begin');
        const result = await work({
          ...queryable(client),
          copyRows: async (table, columns, rows) => {
            const stream = client.query(copyFrom(`${copySql(table, columns)} stdin with (format csv)`));
            let written = 0;
            const text = (function* () {
              for (const chunk of copyChunks(rows)) {
                written += chunk.rows;
                yield chunk.text;
              }
            })();
            await pipeline(Readable.from(text), stream);
            return written;
          },
          copyText: (table, columns, pieces) =>
            pipeline(pieces, client.query(copyFrom(`${copySql(table, columns)} stdin with (format csv)`))),
        });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {
          isBroken = true;
        });
        throw error;
      } finally {
        client.release(isBroken);
      }
    },
    close: () => pool.end(),
  };

  try {
    await database.query('create extension if not exists postgis');
  } catch (cause) {
    await pool.end();
    throw new Error(
      `PostgreSQL ne répond pas ou n'offre pas PostGIS : ${(cause as Error).message}. Vérifiez DATABASE_URL.`,
      { cause },
    );
  }
  return database;
}
