/** One page at a time in a file of tests: the former is closed, and no page may have complained of anything. */
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { type Visit, type VisitOptions, visit } from './browser.ts';

/** Called once by a file; @returns opens an address as someone who never came before */
export function openVisits(origin: string): (address: string, options?: VisitOptions) => Promise<Page> {
  let current: Visit | null = null;
  let complaints: string[] = [];
  async function leave() {
    if (current === null) return;
    complaints.push(...current.complaints);
    await current.close();
    current = null;
  }
  afterEach(async () => {
    await leave();
    const told = complaints;
    complaints = [];
    expect(told).toEqual([]);
  });
  return async (address, options = {}) => {
    await leave();
    current = await visit(origin, address, options);
    return current.page;
  };
}
