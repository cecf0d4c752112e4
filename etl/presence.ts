/** The digital presence of communes and EPCI (DPNT): the published criteria, read and never computed again. */
import { z } from 'zod';
import type { CsvFormat, RawRecord } from '../data/catalogue/raw-record.ts';
import { rpntConformLevel, rpntCriteria, rpntLevels } from '../data/catalogue/rpnt-criteria.ts';
import type { Queryable } from '../data/database/port.ts';
import type { Fact } from '../data/sources/declare.ts';
import type { FetchedFile } from './fetched-file.ts';
import { type FormerPlace, type PlaceOfRow, type PresenceGround, placeOf } from './presence-ground.ts';
import { readTable } from './read/table.ts';
import { type Numbered, type Remark, toRemark } from './validate.ts';

export const presenceFormat: CsvFormat = {
  delimiter: ';',
  wrapping: 'gzip',
  headerColumn: 'siret',
  columns: ['type', 'siren', 'libelle', 'population', 'code_insee', 'adresse_messagerie', 'site_internet', 'rpnt'],
};

/** What is known of one commune or EPCI. */
export interface PresenceSheet {
  readonly level: 'commune' | 'epci';
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly website: string | null;
  /** Domain of the declared address; the address itself, which can be a person's, is not kept. */
  readonly mailDomain: string | null;
  /** Criteria and levels that are met, as published. */
  readonly criteria: readonly string[];
}

const known = new Set<string>([...rpntCriteria.map(({ id }) => id), ...rpntLevels]);

const rowSchema = z
  .object({
    libelle: z.string(),
    population: z.string(),
    adresse_messagerie: z.string(),
    site_internet: z.string(),
    rpnt: z.string(),
  })
  .transform((row, context) => {
    const population = row.population.trim();
    if (!/^\d*$/.test(population))
      context.issues.push({
        code: 'custom',
        input: row,
        path: ['population'],
        message: `« ${population} » n’est pas un nombre d’habitants`,
      });
    return {
      name: row.libelle.trim(),
      population: population === '' ? null : Number(population),
      website: findWebsite(row.site_internet),
      mailDomain: /@([\w.-]+)\s*$/.exec(row.adresse_messagerie)?.[1]?.toLowerCase() ?? null,
      criteria: row.rpnt
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    };
  });

/** An address that a page may link to: `www.exemple.fr` is one without its scheme. */
function findWebsite(cell: string): string | null {
  const text = cell.trim();
  const isBare = /^[\w-]+(\.[\w-]+)+(\/[^\s<>"]*)?$/.test(text);
  const address = isBare ? `http://${text}` : text;
  return /^https?:\/\/[^\s<>"]+$/i.test(address) && URL.canParse(address) ? address : null;
}

export interface PresenceReading {
  readonly facts: Fact[];
  readonly sheets: PresenceSheet[];
  readonly read: number;
  readonly refused: Remark[];
  /** Criteria that we have no label for, kept; former communes, vanished EPCI, websites without an address, EPCI not told. */
  readonly warnings: Remark[];
}

/**
 * Reads the file once, for all the départements.
 * @returns by département
 * @throws ReadingError when the file is not the table of the DPNT
 */
export async function readPresence(
  file: FetchedFile,
  period: string,
  ground: PresenceGround,
  onRows: (read: number) => void = () => {},
): Promise<Map<string, PresenceReading>> {
  const readings = new Map(
    ground.departements.map((departement) => [
      departement,
      { sheets: [] as PresenceSheet[], refused: [] as Remark[], warnings: [] as Remark[] },
    ]),
  );
  /** Rows of former communes, for today's of which the file says nothing. */
  const formers: (FormerPlace & Numbered)[] = [];
  const lineOf = new Map<string, number>();
  let read = 0;
  for await (const { line, record } of readTable(file, presenceFormat)) {
    read++;
    if (read % 5000 === 0) onRows(read);
    const place = placeOf(record, ground);
    if (!place) continue;
    if ('remark' in place) {
      for (const departement of place.departements) {
        const reading = readings.get(departement);
        if (place.isKept) reading?.warnings.push(toWarning(file.name, line, place.remark));
        else reading?.refused.push(toRemark(file.name, line, place.remark));
      }
    } else if ('present' in place) formers.push({ ...place, line, record });
    else take(place, line, record);
  }
  for (const former of formers) {
    const { code, present, departements, line, record } = former;
    const isAlone = !lineOf.has(`commune ${present}`);
    const fate = isAlone
      ? `elle lui est attribuée, sans ses habitants, qui ne sont qu’une partie`
      : `elle est laissée, la sienne est à la ligne ${lineOf.get(`commune ${present}`)}`;
    const message = `« ${code} » est une ancienne commune, tenue par ${present} au COG 2026 : ${fate}`;
    for (const departement of departements)
      readings.get(departement)?.warnings.push(toWarning(file.name, line, { column: 'code_insee', message }));
    const place = { level: 'commune', code: present, column: 'code_insee', departements } as const;
    if (isAlone) take(place, line, { ...record, population: '' });
  }
  return new Map(
    [...readings].map(([departement, { sheets, refused, warnings }]) => {
      const absent = ground.epcisOf(departement).filter((siren) => !lineOf.has(`epci ${siren}`));
      const remarks = [...warnings, ...absent.map((siren) => warnOfAbsentEpci(file.name, siren))];
      const facts = sheets.flatMap((sheet) => toFacts(sheet, period));
      return [departement, { facts, sheets, read, refused, warnings: remarks }];
    }),
  );

  function take({ level, code, column, departements }: PlaceOfRow, line: number, record: RawRecord): void {
    const own = departements.flatMap((departement) => readings.get(departement) ?? []);
    const refuse = (of: string, message: string) => {
      for (const { refused } of own) refused.push(toRemark(file.name, line, { column: of, message }));
    };
    const first = lineOf.get(`${level} ${code}`);
    lineOf.set(`${level} ${code}`, first ?? line);
    if (first !== undefined) {
      refuse(column, `« ${code} » est déjà à la ligne ${first}`);
      return;
    }
    const result = rowSchema.safeParse(record);
    if (!result.success) {
      const [issue] = result.error.issues;
      refuse(String(issue?.path[0] ?? column), issue?.message ?? 'ligne refusée');
      return;
    }
    const strangers = result.data.criteria.filter((criterion) => !known.has(criterion));
    const site = record.site_internet?.trim() ?? '';
    for (const { sheets, warnings } of own) {
      sheets.push({ level, code, ...result.data });
      if (site !== '' && result.data.website === null) warnings.push(warnOfWebsite(file.name, line, site));
      warnings.push(...strangers.map((criterion) => warnOfStranger(file.name, line, criterion)));
    }
  }
}

function toWarning(file: string, line: number, { column, message }: { column: string; message: string }): Remark {
  const { reason } = toRemark(file, line, { column, message });
  return { reason, message: `${file}, ligne ${line}, colonne ${column} : ${message}. Signalé.` };
}

function warnOfStranger(file: string, line: number, criterion: string): Remark {
  return {
    reason: 'critère inconnu',
    message: `${file}, ligne ${line}, colonne rpnt : « ${criterion} » n’est pas un critère connu du RPNT (1.1 à 2.8, 1.a, 2.a, a, aa…) : le référentiel a changé ? Conservé et signalé.`,
  };
}

function warnOfWebsite(file: string, line: number, cell: string): Remark {
  return {
    reason: 'adresse de site illisible',
    message: `${file}, ligne ${line}, colonne site_internet : « ${cell.slice(0, 80)} » n’est pas une adresse de site. La fiche est conservée sans lien.`,
  };
}

function warnOfAbsentEpci(file: string, siren: string): Remark {
  return {
    reason: 'EPCI absent du fichier',
    message: `${file} : l’EPCI ${siren} du COG 2026 n’y est pas (créé depuis, ou connu sous un ancien SIREN ?). Sa fiche sera « non communiqué ».`,
  };
}

function toFacts({ level, code, population, criteria }: PresenceSheet, period: string): Fact[] {
  if (level !== 'commune') return [];
  const isConform = criteria.includes(rpntConformLevel);
  const fact = { commune: code, period };
  const counted: Fact[] = [
    { ...fact, measure: 'rpnt_communes', value: 1 },
    { ...fact, measure: 'rpnt_conforme', value: isConform ? 1 : 0 },
  ];
  if (population === null) return counted;
  return [
    ...counted,
    { ...fact, measure: 'rpnt_population', value: population },
    { ...fact, measure: 'rpnt_population_conforme', value: isConform ? population : 0 },
  ];
}

export const presenceColumns = ['level', 'code', 'name', 'website', 'mail_domain', 'criteria'];

export async function insertPresence(tx: Queryable, loadId: number, sheets: readonly PresenceSheet[]): Promise<void> {
  await tx.copyRows(
    'digital_presence',
    ['load_id', ...presenceColumns],
    sheets.map(({ level, code, name, website, mailDomain, criteria }) => [
      loadId,
      level,
      code,
      name,
      website,
      mailDomain,
      criteria,
    ]),
  );
}
