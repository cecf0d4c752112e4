/**
 * Rows of the file of buildings → lines of COPY, as the text comes. Twenty-five million lines pass here: one that holds
 * no quote is cut at its commas, the others are left to csv-parse; see DECISIONS.md.
 */
import { parse } from 'csv-parse/sync';
import type { CsvFormat } from '../../data/catalogue/raw-record.ts';
import { whyNotInFrance } from '../../data/tables/france.ts';
import { makeRecords } from '../read/records.ts';
import { ReadingError } from '../reading-error.ts';
import type { Whereabouts } from '../scope.ts';
import { type Remark, toRemark } from '../validate.ts';

export const buildingFormat: CsvFormat = {
  delimiter: ',',
  headerColumn: 'imb_id',
  columns: ['x', 'y', 'imb_id', 'code_insee', 'catg_loc_imb', 'imb_etat', 'code_l331', 'type_imb', 'date_completude'],
};

/** Columns of table `building`, in the order of the lines of COPY. */
export const buildingColumns = [
  'load_id',
  'departement',
  'commune',
  'id',
  'state',
  'operator',
  'kind',
  'premises_class',
  'completed_on',
  'connection_point_on',
  'location_4326',
] as const;

const states: Readonly<Record<string, string>> = {
  deploye: 'deploye',
  'en cours de deploiement': 'en-cours',
  'raccordable demande': 'sur-demande',
  cible: 'cible',
  signe: 'signe',
  abandonne: 'abandonne',
};

/** What became of the rows of a département. */
export interface BuildingAccount {
  taken: number;
  readonly refused: Remark[];
}

export interface BuildingParser {
  /** Lines of COPY for the records that a piece of text completes. */
  take(text: string): string;
  /** @throws ReadingError when the file is cut, or holds no row */
  end(): string;
  readonly read: () => number;
  readonly accounts: ReadonlyMap<string, BuildingAccount>;
}

/** @param loadIdOf département → the load that its rows are written under */
export function parseBuildings(
  name: string,
  where: Whereabouts,
  loadIdOf: ReadonlyMap<string, number>,
): BuildingParser {
  const accounts = new Map(where.departements.map((code) => [code, { taken: 0, refused: [] as Remark[] }]));
  const header = makeRecords(name, buildingFormat);
  const point = makePointWriter();
  const isDayOrNone = makeDayCheck();
  let columns: ReturnType<typeof indexColumns> | null = null;
  let width = 0;
  let rest = '';
  let line = 0;
  let read = 0;

  function takeLine(text: string): string {
    line++;
    if (text === '' || text === '\r') return '';
    const clean = text.endsWith('\r') ? text.slice(0, -1) : text;
    const cells = clean.includes('"') ? cutQuoted(name, line, clean) : clean.split(',');
    if (!columns) {
      const found = cells.map((cell) => cell.replace(/^\ufeff/, ''));
      header.take({ line, cells: found });
      // No title lines in this file: what is no header says what is wrong with it.
      if (!found.includes(buildingFormat.headerColumn)) header.end();
      columns = indexColumns(found);
      width = found.length;
      return '';
    }
    read++;
    if (cells.length < width)
      throw new ReadingError(
        `${name}, ligne ${line} : ${cells.length} cellules au lieu de ${width}, fichier tronqué ? Téléchargez-le de nouveau.`,
      );
    const commune = cells[columns.code_insee] ?? '';
    const takers = where.takersOf(commune);
    if (takers.length === 0) {
      for (const [departement, account] of accounts)
        if (!where.isKnown(commune) && commune.startsWith(departement))
          refuse(account, 'code_insee', `la commune « ${commune} » n’existe pas au COG 2026`);
      return '';
    }
    const departement = where.departementOf(commune);
    const account = accounts.get(departement);
    const loadId = loadIdOf.get(departement);
    // A straddling EPCI shows its figures whole, not its buildings.
    if (!account || loadId === undefined) return '';
    const state = states[cells[columns.imb_etat] ?? ''];
    if (!state) return refuse(account, 'imb_etat', `« ${cells[columns.imb_etat]} » n’est pas un état connu`);
    const location = point(Number(cells[columns.x]), Number(cells[columns.y]));
    if (typeof location !== 'string')
      return refuse(account, 'x', `« ${cells[columns.x]} ; ${cells[columns.y]} » : ${location.why}`);
    const completed = cells[columns.date_completude] ?? '';
    const available = columns.pm_date_mad < 0 ? '' : (cells[columns.pm_date_mad] ?? '');
    if (!isDayOrNone(completed))
      return refuse(account, 'date_completude', `« ${completed} » n’est pas une date AAAA-MM-JJ`);
    if (!isDayOrNone(available))
      return refuse(account, 'pm_date_mad', `« ${available} » n’est pas une date AAAA-MM-JJ`);
    account.taken++;
    const told = [
      loadId,
      departement,
      where.presentOf(commune),
      quoted(cells[columns.imb_id]),
      state,
      quoted(cells[columns.code_l331]),
      quoted(cells[columns.type_imb]),
      quoted(cells[columns.catg_loc_imb]),
      completed,
      available,
      location,
    ];
    return `${told.join(',')}\n`;
  }

  function refuse(account: BuildingAccount, column: string, message: string): string {
    account.refused.push(toRemark(name, line, { column, message }));
    return '';
  }

  function take(text: string): string {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    let written = '';
    for (const one of lines) written += takeLine(one);
    return written;
  }

  return {
    take,
    end: () => {
      if (rest !== '')
        throw new ReadingError(
          `${name}, ligne ${line + 1} : la dernière ligne n’a pas de fin, fichier tronqué ? Téléchargez-le de nouveau ; s’il est complet, ajoutez un retour à la ligne.`,
        );
      if (!columns) header.end();
      if (read === 0) throw new ReadingError(`${name} : un en-tête et aucune ligne. Téléchargez-le de nouveau.`);
      return '';
    },
    read: () => read,
    accounts,
  };
}

function indexColumns(header: readonly string[]) {
  const at = (column: string) => header.indexOf(column);
  return {
    x: at('x'),
    y: at('y'),
    imb_id: at('imb_id'),
    code_insee: at('code_insee'),
    catg_loc_imb: at('catg_loc_imb'),
    imb_etat: at('imb_etat'),
    code_l331: at('code_l331'),
    type_imb: at('type_imb'),
    date_completude: at('date_completude'),
    // Absent of the editions before 2026.
    pm_date_mad: at('pm_date_mad'),
  };
}

function cutQuoted(name: string, line: number, text: string): string[] {
  try {
    const [cells] = parse(text, { delimiter: ',', relax_column_count: true }) as string[][];
    return cells ?? [];
  } catch (cause) {
    throw new ReadingError(
      `${name}, ligne ${line} : guillemets mal fermés, fichier tronqué ? Téléchargez-le de nouveau.`,
      { cause },
    );
  }
}

/** A day of the calendar, as PostgreSQL knows it: year 0 is none. */
function makeDayCheck() {
  // Buildings share few days: each is worked out once.
  const known = new Set(['']);
  return (cell: string): boolean => {
    if (known.has(cell)) return true;
    const instant = new Date(`${cell}T00:00:00Z`);
    const isDay =
      /^\d{4}-\d\d-\d\d$/.test(cell) &&
      !cell.startsWith('0000') &&
      !Number.isNaN(instant.getTime()) &&
      instant.toISOString().startsWith(cell);
    // A column of anything but days must not fill the memory.
    if (isDay) known.add(cell);
    return isDay;
  };
}

/** A cell of COPY: quoted only when it must be; an empty one is a null. */
function quoted(cell = ''): string {
  return /[",\\\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const misplaced = {
  inverted: 'longitude et latitude interverties',
  meters: 'des mètres, il faut des degrés WGS 84',
  elsewhere: 'hors de France',
} as const;

/** @returns a point as EWKB in hexadecimal (SRID 4326), or why it cannot stand in France */
function makePointWriter() {
  const bytes = Buffer.alloc(25);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(0x20000001, 1);
  bytes.writeUInt32LE(4326, 5);
  return (x: number, y: number): string | { readonly why: string } => {
    const why = whyNotInFrance(x, y);
    if (why !== null) return { why: misplaced[why] };
    bytes.writeDoubleLE(x, 9);
    bytes.writeDoubleLE(y, 17);
    return bytes.toString('hex');
  };
}
