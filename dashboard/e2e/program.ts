/** Starts the program as a newcomer does, on an empty folder and a free port, and stops it after the tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { writeInOwnFolder } from '../../data/database/testing.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the program answers, `http://127.0.0.1:40123`. */
    origin: string;
  }
}

export interface Program {
  readonly origin: string;
  readonly output: () => string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** @throws Error with what the program printed, when it ends or says nothing for two minutes. */
export async function startProgram(environment: Record<string, string> = {}): Promise<Program> {
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-e2e-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], {
    env: {
      ...inherited,
      LOCAL_FOLDER: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      REQUESTS_PER_MINUTE: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the program did not start:\n${output}`);
    }
    if (
      await fetch(`${origin}/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    origin,
    output: () => output,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** The same on an empty database of its own, which goes with it. @param server a PostgreSQL where a database can be made */
export async function startProgramOn(server: string): Promise<Program> {
  const name = `observatoire_e2e_${randomBytes(6).toString('hex')}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = () => onServer(`drop database ${name} with (force)`);
  try {
    const program = await startProgram({ DATABASE_URL: url.href });
    return {
      ...program,
      stop: async () => {
        await program.stop();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** On the embedded database; with `E2E_SERVER`, on that PostgreSQL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { E2E_SERVER } = process.env;
  const clean = await writeInOwnFolder();
  const program = E2E_SERVER ? await startProgramOn(E2E_SERVER) : await startProgram();
  project.provide('origin', program.origin);
  return async () => {
    await program.stop();
    await clean();
  };
}
