/** What preparing a file is given, and what it gives. */
import type { Database, Queryable } from '../../data/database/port.ts';
import type { Form } from '../../data/sources/declare.ts';
import type { FetchedFile } from '../fetched-file.ts';
import type { Cog, Membership } from '../membership.ts';
import type { Scope, Whereabouts } from '../scope.ts';
import type { Remark } from '../validate.ts';

/** What a file gives once read and checked: how to write it, and the account of its rows. */
export interface Prepared {
  readonly read: number;
  readonly taken: number;
  /** Rows of the file that one of its départements or more takes, each once. */
  readonly takenByAny: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly periods: readonly string[];
  readonly communesExpected: number | null;
  readonly communesAbsent: readonly string[];
  write(tx: Queryable, loadId: number): Promise<void>;
  /** Whether what the load in force wrote still stands, its file being the same. */
  isUpToDate(database: Queryable): Promise<boolean>;
}

/** A file that was read but may not take the place of the former figures. */
export class Refusal extends Error {
  readonly refused: readonly Remark[];
  constructor(message: string, refused: readonly Remark[]) {
    super(message);
    this.refused = refused;
  }
}

/** What preparing may ask for: the territory of the run, and the database for what is in force. */
export interface Ground {
  readonly database: Database;
  readonly cog: Cog;
  /** Of every département that is loaded or wanted. */
  readonly membership: Membership;
  /** Of the départements of the file at hand. */
  readonly scopes: readonly Scope[];
  readonly where: Whereabouts;
  readonly onRows: (read: number) => void;
}

/** An edition's files, and the layout that they follow. */
export interface Obtained {
  readonly form: Form;
  readonly vintage: string;
  readonly files: readonly FetchedFile[];
}

/** Figures, projects and places belong to their load: nothing else rewrites them. */
export const staysAsWritten = async () => true;
