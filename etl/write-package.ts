/**
 * Writes what is in force in the database as a Data Package: normalised figures in long form, outlines, projects and
 * places, with the account of each load. The same database gives the same bytes.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { measures } from '../data/catalogue/measures.ts';
import type { Database } from '../data/database/port.ts';
import { sources } from '../data/sources/registry.ts';
import { type TableField, toTableSchema } from '../data/tables/declare.ts';
import { hashOf } from './fetched-file.ts';
import { readFeatures } from './outlines.ts';
import { figureFields, membershipFields, packageFiles, territoryFields } from './package-format.ts';
import { packagedSources, readLoadsInForce } from './package-loads.ts';
import { ReadingError } from './reading-error.ts';
import { registers } from './registers.ts';

/** Degrees of one unit of the outlines: those we hold are rounded to it, so nothing is lost. */
const outlineUnitDegrees = 1e-5;

/** EPCI that touch the département. */
const epcisOf = '(select epci from membership where departement = $1 and epci is not null)';

/** @throws ReadingError when the database holds no figures of the département */
export async function writePackage(
  database: Database,
  folder: string,
  departement: string,
): Promise<{ bytes: number }> {
  const loads = await readLoadsInForce(database, departement);
  if (loads.length === 0)
    throw new ReadingError(
      `La base n’a pas de chiffres du département ${departement} : chargez-les d’abord avec npm run etl -- --departement ${departement}.`,
    );
  const files = new Map<
    string,
    { text: string; fields: readonly TableField[] | null; key: readonly string[]; title: string }
  >();
  const csv = (fields: readonly TableField[], rows: readonly (readonly (string | null)[])[]) =>
    stringify([fields.map(({ name }) => name), ...rows.map((row) => [...row])]);

  files.set(packageFiles.figures, {
    text: csv(figureFields, await readFigures(database, departement)),
    fields: figureFields,
    key: ['source', 'periode', 'commune', 'mesure'],
    title: 'Chiffres par commune, en vigueur, forme longue',
  });
  files.set(packageFiles.membership, {
    text: csv(membershipFields, await readMembers(database, departement)),
    fields: membershipFields,
    key: ['commune'],
    title: 'Appartenance des communes des EPCI qui touchent le département',
  });
  files.set(packageFiles.groupings, {
    text: csv(territoryFields, await readGroupings(database, departement)),
    fields: territoryFields,
    key: ['niveau', 'code'],
    title: 'EPCI, EPT et département',
  });
  files.set(packageFiles.outlines, {
    text: JSON.stringify(await readOutlineTopology(database, departement)),
    fields: null,
    key: [],
    title: 'Contours généralisés des communes et des EPCI entiers, TopoJSON',
  });
  const loaded = new Set<string>(loads.map(({ source }) => source));
  for (const { source, file, title, key, fields, readCells } of registers)
    if (loaded.has(source))
      files.set(file, { text: csv(fields, await readCells(database, departement)), fields, key, title });

  const [named] = await database.query<{ name: string }>(
    `select name from territory where level = 'departement' and code = $1`,
    [departement],
  );
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'observatoire-presence-numerique',
    title: `Observatoire de la présence numérique : ${named?.name ?? ''}`,
    departement,
    version: loads
      .map(({ dataOn }) => dataOn)
      .sort()
      .at(-1),
    licenses: [
      ...new Map(
        sources.map(({ licence }) => [
          licence.label,
          { title: licence.label, ...(licence.url && { path: licence.url }) },
        ]),
      ).values(),
    ],
    sources: sources.map(({ id, title, publisher, url, licence }) => ({
      name: id,
      title,
      publisher,
      path: url,
      licence: licence.label,
    })),
    mesures: measures,
    chargements: loads,
    resources: [...files].map(([file, { text, fields, key, title }]) => ({
      name: file.replace(/\..*$/, ''),
      title,
      path: file,
      ...(fields
        ? { format: 'csv', mediatype: 'text/csv', type: 'table', dialect: { delimiter: ',' } }
        : { format: 'topojson', mediatype: 'application/json' }),
      encoding: 'utf-8',
      bytes: Buffer.byteLength(text),
      hash: `sha256:${hashOf(text)}`,
      ...(fields && { schema: toTableSchema(fields, key) }),
    })),
  };
  files.set('datapackage.json', { text: `${JSON.stringify(descriptor, null, 2)}\n`, fields: null, key: [], title: '' });

  await mkdir(folder, { recursive: true });
  for (const stale of await readdir(folder)) if (!files.has(stale)) await rm(path.join(folder, stale));
  let bytes = 0;
  for (const [file, { text }] of files) {
    await writeFile(path.join(folder, file), text);
    bytes += Buffer.byteLength(text);
  }
  return { bytes };
}

async function readFigures(database: Database, departement: string): Promise<(string | null)[][]> {
  const rows = await database.query<
    Record<'source' | 'vintage' | 'period' | 'commune' | 'measure' | 'value' | 'state' | 'reason', string | null>
  >(
    `select c.source, l.vintage, o.period, o.commune, o.measure, coalesce(o.value_number::text, o.value_text, o.value_on::text) as value,
       case o.state when 'missing' then 'absent' when 'secret' then 'secret' end as state, o.reason
     from current_load c join load l on l.id = c.load_id join observation o on o.load_id = c.load_id and o.period = c.period
     where c.departement = $1 and c.source = any($2)
     order by c.source collate "C", o.period collate "C", o.measure collate "C", o.commune collate "C"`,
    [departement, packagedSources],
  );
  return rows.map((row) => [
    row.source,
    row.vintage,
    row.period,
    row.commune,
    row.measure,
    row.value,
    row.state,
    row.reason,
  ]);
}

async function readMembers(database: Database, departement: string): Promise<(string | null)[][]> {
  const rows = await database.query<
    Record<string, string | null> & { population: number | null; postcodes: string[] | null }
  >(
    `select m.commune, m.name, m.departement, m.arrondissement, m.epci, m.ept, m.population, t.postcodes
     from membership m left join territory t on t.level = 'commune' and t.code = m.commune and m.departement = $1
     where m.departement = $1 or m.epci in ${epcisOf} order by m.commune collate "C"`,
    [departement],
  );
  return rows.map((row) => [
    row.commune ?? null,
    row.name ?? null,
    row.departement ?? null,
    row.arrondissement ?? null,
    row.epci ?? null,
    row.ept ?? null,
    row.population === null ? null : String(row.population),
    (row.postcodes ?? []).join('|'),
  ]);
}

async function readGroupings(database: Database, departement: string): Promise<string[][]> {
  const rows = await database.query<{ level: string; code: string; name: string }>(
    `select level, code, official_name as name from territory
     where (level = 'epci' and code in ${epcisOf}) or (level = 'departement' and code = $1)
     union select 'ept', ept_code, ept_name from territory where level = 'epci' and code in ${epcisOf} and ept_code is not null
     order by 1, 2`,
    [departement],
  );
  return rows.map(({ level, code, name }) => [level, code, name]);
}

async function readOutlineTopology(database: Database, departement: string): Promise<object> {
  const communes = await readFeatures(
    database,
    `select t.code, st_asgeojson(t.geom_4326, 7) as outline from territory t join membership m on m.commune = t.code
     where t.level = 'commune' and m.departement = $1 order by t.code collate "C"`,
    [departement],
  );
  const whole = await readFeatures(
    database,
    `select coalesce(ept_code, code) as code, st_asgeojson(whole_geom_4326, 7) as outline
     from territory where whole_geom_4326 is not null and code in ${epcisOf} order by 1`,
    [departement],
  );
  const shared = topology({ communes, whole }) as Parameters<typeof quantize>[0];
  const [west = 0, south = 0] = shared.bbox ?? [];
  return quantize(shared, { scale: [outlineUnitDegrees, outlineUnitDegrees], translate: [west, south] });
}
