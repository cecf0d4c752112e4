/** Numbers the parameters of a statement as it is written: values never enter the text. */
import type { SqlValue } from '../../data/database/port.ts';

export interface Parameters {
  readonly values: SqlValue[];
  /** @returns `$n`, the place of this value. */
  add(value: SqlValue): string;
}

export function startParameters(): Parameters {
  const values: SqlValue[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}
