/** A file that cannot be read at all. The message is a French sentence that names the file and says what to do. */
export class ReadingError extends Error {
  override name = 'ReadingError';
  /** Whether the publisher answers that there is no such file. */
  readonly isAbsent: boolean;
  constructor(message: string, options: ErrorOptions & { readonly isAbsent?: boolean } = {}) {
    super(message, options);
    this.isAbsent = options.isAbsent ?? false;
  }
}
