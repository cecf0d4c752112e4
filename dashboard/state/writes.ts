/** What the dashboard sends to the API: who may write is the API's to say, and a code is asked for only when it asks. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '../../api/contract.ts';
import { failure } from '../text/reading.ts';
import { ApiError, UnreachableError } from './queries.ts';

/** The code of this visit: given once, it serves every form until the page is closed. */
let visitCode = '';

/** @throws ApiError with the sentence of the API, UnreachableError */
async function send<T>(method: 'POST' | 'PUT', address: string, body: unknown, code: string): Promise<T> {
  const response = await fetch(address, {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      // A header carries no accents: a code that has some is refused by the API, not by the browser.
      ...(code === '' ? {} : { 'x-code-participation': code.replaceAll(/[^\x20-\x7e]/g, '?') }),
    },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new UnreachableError(failure.unreachable, { cause: error });
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ApiError(problem?.detail ?? failure.status(response.status), problem);
}

/** Whether the refusal can be lifted by a code, rather than being without remedy. */
export function isCodeWanted(error: unknown): boolean {
  return (
    error instanceof ApiError && error.problem?.status === 403 && /code de participation/i.test(error.problem.detail)
  );
}

export interface Sending<T> {
  readonly send: (body: unknown) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** What the API answered to the last sending that succeeded. */
  readonly answer: T | undefined;
  readonly reset: () => void;
  /** null until the API asked for a code. */
  readonly code: { readonly value: string; readonly change: (value: string) => void } | null;
}

/**
 * Sends to one address.
 * @param affects starts of the addresses whose answers change, and are asked for again
 */
export function useSending<T>(
  { method, address, affects }: { method: 'POST' | 'PUT'; address: string; affects: readonly string[] },
  onAnswer: (answer: T) => void = () => {},
): Sending<T> {
  const client = useQueryClient();
  const [code, setCode] = useState(visitCode);
  const [wasAsked, setAsked] = useState(false);
  const mutation = useMutation({
    mutationFn: (body: unknown) => send<T>(method, address, body, code.trim()),
    onSuccess: async (answer) => {
      visitCode = code.trim();
      onAnswer(answer);
      await client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => typeof key === 'string' && affects.some((start) => key.startsWith(start)),
      });
    },
    onError: (error) => {
      if (isCodeWanted(error)) setAsked(true);
    },
  });
  return {
    send: mutation.mutate,
    isPending: mutation.isPending,
    error: mutation.error,
    answer: mutation.data,
    reset: mutation.reset,
    code: wasAsked ? { value: code, change: setCode } : null,
  };
}
