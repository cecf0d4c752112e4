/** A file that cannot be read at all. The message is a French sentence that names the file and says what to do. */
export class ReadingError extends Error {
  override name = 'ReadingError';
}
