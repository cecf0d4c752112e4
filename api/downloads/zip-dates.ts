/** The same contents give the same archive: the hour at which each file was added to a ZIP is replaced by one given day. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Dates every entry of an archive at midnight of a day, in place.
 * @param day ISO day; days before 1980 cannot be written, and read as 1 January 1980
 * @throws Error for what is not a ZIP archive (of less than 4 GB)
 */
export function dateZipEntries(archive: Uint8Array, day: string): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const dosDate = year < 1980 ? (1 << 5) | 1 : ((year - 1980) << 9) | (month << 5) | date;
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < 0) throw new Error('not a ZIP archive: it has no central directory');
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(entry, true) !== directoryEntry)
      throw new Error('not a ZIP archive: an entry is not where it is said');
    const local = view.getUint32(entry + 42, true);
    for (const place of [entry + 12, local + 10]) {
      view.setUint16(place, 0, true);
      view.setUint16(place + 2, dosDate, true);
    }
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
}
