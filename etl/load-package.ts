/** Restores the data package into a database: the same loads, with their own dates and hashes, in one transaction. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { type MeasureId, measures } from '../data/catalogue/measures.ts';
import type { CsvFormat, RawRecord } from '../data/catalogue/raw-record.ts';
import type { SourceId } from '../data/catalogue/source-ids.ts';
import type { Database, Queryable } from '../data/database/port.ts';
import type { Fact } from '../data/sources/declare.ts';
import type { TableField } from '../data/tables/declare.ts';
import { hashOf } from './fetched-file.ts';
import { countOf } from './french.ts';
import { findLoad, insertFacts, insertLoad, isInForce, putInForce, startRun } from './load.ts';
import { type Member, type Membership, writeMembership } from './membership.ts';
import { type Outline, type Outlines, toTerritories, writeTerritories } from './outlines.ts';
import { figureFields, membershipFields, packageFiles, territoryFields } from './package-format.ts';
import type { PackagedLoad } from './package-loads.ts';
import { readCsv } from './read/csv.ts';
import { readJson } from './read/json.ts';
import type { NumberedRecord } from './read/records.ts';
import { ReadingError } from './reading-error.ts';
import { registers } from './registers.ts';

const remark = z.object({ reason: z.string(), count: z.number(), samples: z.array(z.string()) });
const descriptorSchema = z.object({
  departement: z.string(),
  resources: z.array(z.object({ path: z.string(), hash: z.string() })),
  chargements: z.array(
    z.object({
      source: z.string(),
      departement: z.string(),
      sha256: z.string(),
      revision: z.number(),
      vintage: z.string(),
      dataOn: z.string(),
      files: z.array(
        z.object({
          name: z.string(),
          url: z.string().nullable(),
          sha256: z.string(),
          bytes: z.number(),
          retrievedAt: z.string().nullable(),
        }),
      ),
      retrievedAt: z.string(),
      loadedAt: z.string(),
      rowsRead: z.number(),
      rowsTaken: z.number(),
      rowsOutside: z.number(),
      rowsRefused: z.number(),
      refusals: z.array(remark),
      warnings: z.array(remark),
      durationMs: z.number(),
      periods: z.array(z.string()),
      communesExpected: z.number().nullable(),
      communesAbsent: z.array(z.string()),
      periodsInForce: z.array(z.string()),
    }),
  ),
});

export interface PackageSummary {
  /** Loads that were put in force; 0 when they all were already. */
  readonly loads: number;
  readonly vintages: { source: SourceId; vintage: string; dataOn: string }[];
}

/** @throws ReadingError when a file of the package is absent or is not the one its descriptor names */
export async function loadPackage(
  database: Database,
  folder: string,
  log: (line: string) => void,
): Promise<PackageSummary> {
  const descriptor = readJson(
    'datapackage.json',
    await readFile(path.join(folder, 'datapackage.json')),
    descriptorSchema,
  );
  const files: PackageFiles = new Map();
  for (const { path: name, hash } of descriptor.resources) {
    const bytes = await readFile(path.join(folder, name));
    const sha256 = hashOf(bytes);
    if (hash !== `sha256:${sha256}`)
      throw new ReadingError(
        `${name} : ce n’est pas le fichier décrit par datapackage.json (empreinte ${sha256.slice(0, 12)}…). Reprenez le paquet entier.`,
      );
    files.set(name, bytes);
  }
  const loads: PackagedLoad[] = descriptor.chargements;
  const vintages = loads.map(({ source, vintage, dataOn }) => ({ source: source as SourceId, vintage, dataOn }));
  const known = await Promise.all(loads.map((load) => findLoad(database, load)));
  if (loads.every((load, i) => isInForce(known[i], load.periodsInForce))) return { loads: 0, vintages };

  const membership = readMembers(files, descriptor.departement);
  const territories = toTerritories(readOutlineFile(files), membership);
  const departements = new Map(membership.members.map(({ commune, departement }) => [commune, departement]));
  const departementOf = (commune: string) => departements.get(commune) ?? descriptor.departement;
  const figures = readFigures(files);
  const lists = new Map(
    registers.flatMap(({ source, file, format }) =>
      files.has(file) ? [[source as string, tableOf(files, file, format).map(({ record }) => record)] as const] : [],
    ),
  );
  await database.transaction(async (tx) => {
    await startRun(tx, new Date());
    for (const [i, load] of loads.entries()) {
      const loadId = known[i]?.id ?? (await insertLoad(tx, load));
      if (load.source === 'cog') await writeMembership(tx, membership.members);
      else if (load.source === 'contours-communes') await writeTerritories(tx, territories, load.vintage);
      else if (!known[i]) await insertRows(tx, loadId, load, { figures, lists, departementOf });
      await putInForce(tx, load, loadId, load.periodsInForce);
    }
  });
  log(
    `${countOf(loads.length, 'chargement restauré', 'chargements restaurés')} : ${[
      countOf(figures.length, 'chiffre', 'chiffres'),
      countOf(lists.get('projets-recenses')?.length ?? 0, 'projet', 'projets'),
      countOf(lists.get('lieux-recenses')?.length ?? 0, 'lieu', 'lieux'),
    ].join(', ')}.`,
  );
  return { loads: loads.length, vintages };
}

interface PackagedRows {
  readonly figures: readonly { source: string; vintage: string; fact: Fact }[];
  /** Records of the registers, by source. */
  readonly lists: ReadonlyMap<string, readonly RawRecord[]>;
  readonly departementOf: (commune: string) => string;
}

type PackageFiles = Map<string, Uint8Array>;

async function insertRows(tx: Queryable, loadId: number, load: PackagedLoad, rows: PackagedRows): Promise<void> {
  const register = registers.find(({ source }) => source === load.source);
  if (register) await register.insert(tx, loadId, rows.lists.get(load.source) ?? []);
  else {
    const own = rows.figures.filter(({ source, vintage }) => source === load.source && vintage === load.vintage);
    await insertFacts(
      tx,
      loadId,
      rows.departementOf,
      own.map(({ fact }) => fact),
    );
  }
}

function tableOf(files: PackageFiles, name: string, format: CsvFormat): NumberedRecord[] {
  const bytes = files.get(name);
  if (!bytes) throw new ReadingError(`${name} : absent du paquet de données. Reprenez le paquet entier.`);
  return readCsv(name, bytes, format);
}

const formatOf = (fields: readonly TableField[]): CsvFormat => ({
  delimiter: ',',
  headerColumn: fields[0]?.name ?? '',
  columns: fields.map(({ name }) => name),
});

function readFigures(files: PackageFiles): PackagedRows['figures'] {
  return tableOf(files, packageFiles.figures, formatOf(figureFields)).map(({ line, record }) => {
    const { source = '', millesime = '', periode = '', commune = '', mesure = '', valeur = '', raison = '' } = record;
    const state = record.etat === 'secret' ? 'secret' : record.etat === 'absent' ? 'missing' : undefined;
    const measure = measures[mesure as MeasureId];
    if (!measure)
      throw new ReadingError(
        `${packageFiles.figures}, ligne ${line}, colonne mesure : « ${mesure} » n’est pas une mesure connue.`,
      );
    const isText = measure.unit === 'category' || measure.unit === 'date';
    const value = valeur === '' ? null : isText ? valeur : Number(valeur);
    const fact: Fact = {
      commune,
      period: periode,
      measure: mesure as MeasureId,
      value,
      ...(state && { state }),
      ...(raison && { reason: raison }),
    };
    return { source, vintage: millesime, fact };
  });
}

function readMembers(files: PackageFiles, departement: string): Membership {
  const rows = tableOf(files, packageFiles.membership, formatOf(membershipFields)).map(({ record }) => record);
  const groupings = tableOf(files, packageFiles.groupings, formatOf(territoryFields)).map(({ record }) => record);
  const names = new Map(groupings.map(({ code = '', nom_officiel = '' }) => [code, nom_officiel]));
  return {
    members: rows.map(
      (row): Member => ({
        commune: row.commune ?? '',
        name: row.nom ?? '',
        departement: row.departement ?? '',
        arrondissement: row.arrondissement || null,
        epci: row.epci || null,
        ept: row.ept || null,
        population: row.population ? Number(row.population) : null,
      }),
    ),
    names,
    postcodes: new Map(
      rows.map((row) => [row.commune ?? '', (row.codes_postaux ?? '').split('|').filter((code) => code !== '')]),
    ),
    departements: new Map([[departement, names.get(departement) ?? departement]]),
    read: rows.length,
  };
}

function readOutlineFile(files: PackageFiles): Outlines {
  const bytes = files.get(packageFiles.outlines);
  if (!bytes)
    throw new ReadingError(`${packageFiles.outlines} : absent du paquet de données. Reprenez le paquet entier.`);
  const shared = readJson(
    packageFiles.outlines,
    bytes,
    z.custom<Topology>((value) => (value as Topology | null)?.type === 'Topology'),
  );
  const read = (name: string) => {
    const { features } = feature(shared, shared.objects[name] as GeometryCollection<{ code: string }>);
    return new Map(features.map(({ properties, geometry }) => [properties.code, geometry as Outline]));
  };
  return { communes: read('communes'), whole: read('whole') };
}
