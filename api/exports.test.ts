import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HeldExport, openExports } from './exports.ts';
import { ProblemError } from './problem.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'exports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const limits = { mostBytes: 1000, mostWriting: 2, mostWaiting: 2 };
const read = (file: HeldExport) => text(file.stream());

/** A writing that lasts until it is let go, and counts how many are under way. */
function heldBack(content: string) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const state = { started: 0, letGo };
  return {
    state,
    prepare: async () => ({
      fileName: `${content}.txt`,
      write: async (file: string) => {
        state.started++;
        await gate;
        await writeFile(file, content);
      },
    }),
  };
}
const ready = (content: string) => async () => ({
  fileName: 'a.txt',
  write: (file: string) => writeFile(file, content),
});
const untilStarted = async (...all: { started: number }[]) => {
  while (all.some(({ started }) => started === 0)) await new Promise((resolve) => setTimeout(resolve, 5));
};
/** Files of the store, whatever the folder of the process is called. */
const files = async () => {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};
const settled = async (count: number) => {
  for (let i = 0; i < 100 && (await files()).length !== count; i++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return (await files()).length;
};

describe('a file of a download', () => {
  it('is written once for all who ask for it at the same time, and read again later', async () => {
    const store = openExports(folder, limits);
    const { state, prepare } = heldBack('once');
    const asked = [store.hold('key', prepare), store.hold('key', prepare), store.hold('key', prepare)];
    await untilStarted(state);
    state.letGo();
    for (const file of await Promise.all(asked)) expect(await read(file)).toBe('once');
    expect(await read(await store.hold('key', prepare))).toBe('once');
    expect(state.started).toBe(1);
    expect(await files()).toHaveLength(1);
  });

  it('says its size, its sha256 and its name', async () => {
    const file = await openExports(folder, limits).hold('key', ready('abc'));
    expect(file).toMatchObject({ bytes: 3, fileName: 'a.txt' });
    expect(file.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await text(file.stream({ start: 1, end: 1 }))).toBe('b');
  });

  it('leaves nothing behind when it fails, and is tried again', async () => {
    const store = openExports(folder, limits);
    const broken = async () => ({
      fileName: 'a.txt',
      write: async (file: string) => {
        await writeFile(file, 'half');
        throw new Error('disk full');
      },
    });
    await expect(store.hold('key', broken)).rejects.toThrow('disk full');
    expect(await files()).toEqual([]);
    expect(await read(await store.hold('key', ready('whole')))).toBe('whole');
  });

  it('is made anew when something else removed it', async () => {
    const store = openExports(folder, limits);
    (await store.hold('key', ready('first'))).release();
    for (const file of await files()) await rm(path.dirname(file), { recursive: true });
    expect(await read(await store.hold('key', ready('second')))).toBe('second');
  });
});

describe('the store', () => {
  it('writes few at a time, keeps others waiting, and sends away those who are too many', async () => {
    const store = openExports(folder, limits);
    const all = ['a', 'b', 'c', 'd'].map(heldBack);
    const asked = all.map(({ prepare }, i) => store.hold(String(i), prepare));
    await untilStarted(...all.slice(0, 2).map(({ state }) => state));
    expect(all.map(({ state }) => state.started)).toEqual([1, 1, 0, 0]);
    const refusal = await store.hold('one too many', ready('e')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect((refusal as ProblemError).problem.status).toBe(503);
    all[0]?.state.letGo();
    await untilStarted(...all.slice(2, 3).map(({ state }) => state));
    expect(all.map(({ state }) => state.started)).toEqual([1, 1, 1, 0]);
    for (const { state } of all) state.letGo();
    expect(await Promise.all((await Promise.all(asked)).map(read))).toEqual(['a', 'b', 'c', 'd']);
    expect(await read(await store.hold('one too many', ready('e')))).toBe('e');
  });

  it('makes room by removing what was read the longest ago, never what is being read', async () => {
    const store = openExports(folder, limits);
    const big = 'x'.repeat(400);
    (await store.hold('old', ready(big))).release();
    const held = await store.hold('held', ready(big));
    (await store.hold('old', ready('not written again'))).release();
    // 1 200 bytes: « held » is the oldest but is being read, so « old » leaves.
    (await store.hold('new', ready(big))).release();
    expect(await settled(2)).toBe(2);
    expect(await read(held)).toBe(big);
    expect(await read(await store.hold('held', ready('again')))).toBe(big);
    expect(await read(await store.hold('old', ready('again')))).toBe('again');
  });

  it('removes a file larger than all the room once it is read', async () => {
    const store = openExports(folder, limits);
    const file = await store.hold('key', ready('x'.repeat(5000)));
    expect(await files()).toHaveLength(1);
    expect(await read(file)).toHaveLength(5000);
    expect(await settled(0)).toBe(0);
  });

  it('uses nothing of a former run, and removes what an ended process left', async () => {
    const left = path.join(folder, '999999999-left');
    await mkdir(left);
    await writeFile(path.join(left, 'file'), 'former');
    await writeFile(path.join(folder, 'note.txt'), 'not ours');
    expect(await read(await openExports(folder, limits).hold('key', ready('new')))).toBe('new');
    expect(existsSync(left)).toBe(false);
    expect(await readFile(path.join(folder, 'note.txt'), 'utf8')).toBe('not ours');
  });
});
