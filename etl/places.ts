/** Published lists of places, each in its own columns → places of one kind, by the département of their commune. */
import type { SourceId } from '../data/catalogue/source-ids.ts';
import { places as dataInclusion } from '../data/sources/data-inclusion.ts';
import type { OtherSource } from '../data/sources/declare.ts';
import { places as franceServices } from '../data/sources/france-services.ts';
import { places as mediationLieux } from '../data/sources/mediation-lieux.ts';
import {
  type PlaceList,
  type PlaceRecord,
  placeTable,
  type ServiceDraft,
  toPlaceRecord,
} from '../data/tables/lieux.ts';
import type { FetchedFile } from './fetched-file.ts';
import type { Cog } from './membership.ts';
import { type FoundCommune, makeCommuneFinder } from './place-commune.ts';
import { readTable } from './read/table.ts';
import type { Scope } from './scope.ts';
import { type Numbered, type Remark, toRemark } from './validate.ts';

const lists: Readonly<Partial<Record<SourceId, PlaceList>>> = {
  'mediation-lieux': mediationLieux,
  'france-services': franceServices,
  'data-inclusion': dataInclusion,
  'lieux-recenses': {
    format: placeTable.format,
    idColumn: 'id',
    communeColumns: { code: 'code_insee', postcode: 'code_postal', name: 'commune' },
    row: placeTable.row.transform(toPlaceRecord),
  },
};

/** A SIRET that stands in as many communes is that of a network, not of a place. */
const communesOfNetwork = 3;

interface Entry {
  readonly found: FoundCommune;
  /** As written, to tell a row that is refused to the département it begins like. */
  readonly codes: readonly string[];
  readonly place: Omit<PlaceRecord, 'code_insee'> | null;
  readonly refusal: Remark | null;
  readonly warnings: readonly Remark[];
}

/** A list that was read once, of the whole country. */
export interface PlaceFile {
  readonly read: number;
  readonly entries: readonly Entry[];
  /** Whether a place of which nothing tells the commune is that of the file: our own list is of one département. */
  readonly isLocal: boolean;
}

export interface PlaceReading {
  readonly rows: PlaceRecord[];
  /** Records of the file, whatever their commune. */
  readonly read: number;
  /** Those of other communes, and those that are no places of digital help. */
  readonly outside: number;
  readonly refused: Remark[];
  readonly warnings: Remark[];
}

/**
 * @param files of a form of the source, in its order: the list is the last
 * @throws ReadingError when a file is not the table that was declared
 */
export async function readPlaceFile(source: OtherSource, files: readonly FetchedFile[], cog: Cog): Promise<PlaceFile> {
  const list = lists[source.id];
  const file = files.at(-1);
  if (!list || !file) throw new Error(`${source.id} is not a list of places in a file`);
  const services = list.services && files[0] !== file ? await readServices(list.services, files[0]) : null;
  const find = makeCommuneFinder(cog);
  const lineOfId = new Map<string, number>();
  const entries: Entry[] = [];
  let read = 0;
  for await (const { line, record } of readTable(file, list.format)) {
    read++;
    const id = record[list.idColumn] ?? '';
    const offered = services?.get(id);
    if (services && !offered) continue;
    const { code, postcode, name } = list.communeColumns;
    const written = { code: record[code] ?? '', postcode: record[postcode] ?? '', name: record[name] ?? '' };
    const entry = toEntry(file.name, { line, record }, list, find(written), lineOfId.get(id));
    lineOfId.set(id, lineOfId.get(id) ?? line);
    const place = entry.place && offered ? withServices(entry.place, offered) : entry.place;
    if (place && list.services && !services && !isOfDigitalNetwork(place)) continue;
    const codes = [written.code, written.postcode, record[list.communeColumns.departement ?? ''] ?? ''];
    entries.push({ ...entry, place, codes: codes.map((cell) => cell.trim()) });
  }
  return { read, entries: withoutNetworkSirets(file.name, entries), isLocal: source.id === 'lieux-recenses' };
}

/** The places of the communes of one département, those that straddling EPCI have elsewhere left out. */
export function placesOf({ read, entries, isLocal }: PlaceFile, { departement, own }: Scope): PlaceReading {
  const rows: PlaceRecord[] = [];
  const refused: Remark[] = [];
  const warnings: Remark[] = [];
  const isHere = entries.some(({ found }) => found.is === 'found' && own.has(found.commune));
  for (const entry of entries) {
    const { found, place } = entry;
    if (!isOf(found, entry.codes)) continue;
    if (entry.refusal) refused.push(entry.refusal);
    if (!place) continue;
    warnings.push(...entry.warnings);
    rows.push({ ...place, code_insee: found.is === 'found' ? found.commune : null });
  }
  return { rows, read, outside: read - rows.length - refused.length, refused, warnings };

  function isOf(found: FoundCommune, codes: readonly string[]): boolean {
    switch (found.is) {
      case 'found':
        return own.has(found.commune);
      case 'ambiguous':
        return found.among.some((commune) => own.has(commune));
      case 'unknown':
        return codes.some((code) => code.startsWith(departement)) || (isLocal && isHere);
      case 'not-told':
        return codes.includes(departement) || (isLocal && isHere);
    }
  }
}

function toEntry(
  file: string,
  { line, record }: Numbered,
  { row, idColumn, communeColumns }: PlaceList,
  found: FoundCommune,
  firstLine: number | undefined,
): Omit<Entry, 'codes'> {
  const refuse = (column: string, message: string) => ({
    found,
    place: null,
    refusal: toRemark(file, line, { column, message }),
    warnings: [],
  });
  if (firstLine !== undefined) return refuse(idColumn, `« ${record[idColumn]} » est déjà à la ligne ${firstLine}`);
  if (found.is === 'unknown') return refuse(communeColumns.code, found.message);
  const result = row.safeParse(record);
  if (!result.success) {
    const [issue] = result.error.issues;
    return refuse(String(issue?.path[0] ?? idColumn), issue?.message ?? 'ligne refusée');
  }
  const warning = found.is === 'not-told' ? null : found.warning;
  return {
    found,
    place: result.data,
    refusal: null,
    warnings: warning === null ? [] : [toWarning(file, line, communeColumns.code, warning)],
  };
}

function toWarning(file: string, line: number, column: string, message: string): Remark {
  const { reason } = toRemark(file, line, { column, message });
  return { reason, message: `${file}, ligne ${line}, colonne ${column} : ${message}. Conservé et signalé.` };
}

type Offered = Pick<ServiceDraft, 'services' | 'publics' | 'acces'>;

/** Digital services by place: a place without any is not there. */
async function readServices(
  { format, row }: NonNullable<PlaceList['services']>,
  file: FetchedFile | undefined,
): Promise<Map<string, Offered>> {
  const byPlace = new Map<string, Offered>();
  if (!file) return byPlace;
  for await (const { record } of readTable(file, format)) {
    const { data } = row.safeParse(record);
    if (!data || data.services.length === 0) continue;
    const known = byPlace.get(data.place);
    byPlace.set(data.place, known ? unite(known, data) : data);
  }
  return byPlace;
}

const union = (...lists: (readonly string[])[]) => [...new Set(lists.flat())];
const unite = (a: Offered, b: Offered): Offered => ({
  services: union(a.services, b.services),
  publics: union(a.publics, b.publics),
  acces: union(a.acces, b.acces),
});

function withServices<Place extends Omit<PlaceRecord, 'code_insee'>>(place: Place, offered: Offered): Place {
  const { services, publics, acces } = unite(place, offered);
  return { ...place, services: [...services], publics, acces };
}

const isOfDigitalNetwork = ({ dispositif, type }: Omit<PlaceRecord, 'code_insee'>) =>
  dispositif.length > 0 || type === 'epn';

/** Takes away the SIRET that several communes share, which some publishers write in a column they have to fill. */
function withoutNetworkSirets(file: string, entries: readonly Entry[]): Entry[] {
  const communesOf = new Map<string, Set<string>>();
  for (const { place, found } of entries)
    if (place?.siret && found.is === 'found') {
      const communes = communesOf.get(place.siret) ?? new Set();
      communesOf.set(place.siret, communes.add(found.commune));
    }
  return entries.map((entry) => {
    const { place } = entry;
    const count = communesOf.get(place?.siret ?? '')?.size ?? 0;
    if (!place || count < communesOfNetwork) return entry;
    const warning: Remark = {
      reason: 'SIRET d’un réseau',
      message: `${file}, lieu « ${place.id} » : son SIRET ${place.siret} sert dans ${count} communes, il ne désigne pas un lieu. Conservé sans lui.`,
    };
    return { ...entry, place: { ...place, siret: null }, warnings: [...entry.warnings, warning] };
  });
}
