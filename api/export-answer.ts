/** Answers a request with a file that is kept: whole, in part (RFC 9110 §14), or not at all when the client has it. */
import type { Context } from 'hono';
import type { HeldExport } from './exports.ts';
import { ProblemError, problemResponse } from './problem.ts';

export interface SentAs {
  readonly fileName: string;
  readonly contentType: string;
}

/** The file is released once it is sent, or at once when it is not. */
export function answerExport(c: Context, file: HeldExport, { fileName, contentType }: SentAs): Response {
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    etag,
    'cache-control': 'no-cache',
    'accept-ranges': 'bytes',
    // The same address is sent compressed or not.
    vary: 'accept-encoding',
  };
  if (holds(c.req.header('if-none-match'), etag)) {
    file.release();
    return new Response(null, { status: 304, headers });
  }
  const described = {
    ...headers,
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
  };
  const isHead = c.req.method === 'HEAD';
  const asked = isHead || !isCurrent(c.req.header('if-range'), etag) ? undefined : c.req.header('range');
  const range = asked === undefined ? 'whole' : parseRange(asked, file.bytes);
  if (range === 'unsatisfiable') {
    file.release();
    const detail = `La partie demandée (« ${asked?.slice(0, 60)} ») est hors du fichier, qui a ${file.bytes} octets.`;
    return problemResponse(new ProblemError(416, detail, { parametre: 'Range' }).problem, {
      'content-range': `bytes */${file.bytes}`,
    });
  }
  const [start, end] = range === 'whole' ? [0, file.bytes - 1] : [range.start, range.end];
  const length = { 'content-length': String(end - start + 1) };
  if (isHead) {
    file.release();
    return new Response(null, { headers: { ...described, ...length } });
  }
  if (range === 'whole') return new Response(file.stream(), { headers: { ...described, ...length } });
  return new Response(file.stream(range), {
    status: 206,
    headers: { ...described, ...length, 'content-range': `bytes ${start}-${end}/${file.bytes}` },
  });
}

/** `If-None-Match`: a compressed answer has the same tag, weak. */
function holds(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;
}

/** `If-Range`: a part of another file, or of a compressed one, would not fit what the client has. */
function isCurrent(header: string | undefined, etag: string): boolean {
  return header === undefined || header === etag;
}

/** What is not one well-written range of bytes is ignored, as the standard allows: the whole file is sent. */
function parseRange(header: string, bytes: number): { start: number; end: number } | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const suffix = Math.min(Number(last), bytes);
    return suffix === 0 ? 'unsatisfiable' : { start: bytes - suffix, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= bytes ? 'unsatisfiable' : { start, end };
}
