/** One process per database folder: two that open the same one diverge without a word. */
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
  constructor(folder: string, pid: number) {
    super(`La base ${folder} est déjà ouverte par le processus ${pid}. Arrêtez-le, puis recommencez.`);
  }
}

/**
 * Takes `<folder>.lock`, which holds the process id; a lock left by a dead process is taken over.
 * @returns a function that gives the lock back
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = `${path.resolve(folder)}.lock`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(await readFile(file, 'utf8').catch(() => ''));
      if (pid > 0 && isAlive(pid)) throw new FolderInUseError(folder, pid);
      await rm(file, { force: true });
    }
  }
  throw new Error(`cannot take the lock ${file}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
