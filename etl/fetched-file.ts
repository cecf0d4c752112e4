/** A file that was obtained, named by its content. Nothing of it stands in memory until it is read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface FetchedFile {
  /** What people call it: its path inside the folder, or the last part of its address. */
  readonly name: string;
  /** Where its bytes are. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it was downloaded from; null for a file of a folder or of a package. */
  readonly url: string | null;
  /** ISO instant; null for a file of a folder or of a package. */
  readonly retrievedAt: string | null;
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hash of a file that may not fit in memory. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** The hash of one file, or of the list of hashes of several. */
export function hashOfAll(files: readonly FetchedFile[]): string {
  const [first, ...rest] = files;
  return first && rest.length === 0 ? first.sha256 : hashOf(files.map(({ sha256 }) => sha256).join('\n'));
}
