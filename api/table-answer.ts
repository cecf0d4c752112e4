/** Answers a question with the file of its table, in the format that is asked for: made once, then read from the disk. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Context } from 'hono';
import {
  type DownloadFormat,
  descriptorFormat,
  downloadFormats,
  requireDownloadFormat,
} from '../data/catalogue/download-formats.ts';
import type { ApiDependencies } from './dependencies.ts';
import { contentTypeOf, type DescribedFile, toDescriptor } from './downloads/datapackage.ts';
import { canHold, fileNameOf, type TypedTable } from './downloads/typed-table.ts';
import type { WrittenFormat } from './downloads/write-table.ts';
import { answerExport } from './export-answer.ts';
import type { HeldExport } from './exports.ts';
import { ProblemError } from './problem.ts';
import { readDataVersion } from './sql/loads.ts';

/** A table that an address asks for. */
export interface TableQuestion {
  /** The parameters that decide what the table holds, the address and the format aside. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Reads what the table holds, its rows aside. @throws ProblemError for a question that has no answer */
  readonly build: () => Promise<TypedTable>;
}

/** The table as JSON, where no other JSON is answered. */
const tableJson: Written = {
  id: 'json',
  extension: 'json',
  mediaType: 'application/json',
  needsGeometry: false,
  mostRows: 1_000_000,
};
interface Written extends Omit<DownloadFormat, 'label' | 'use'> {
  readonly id: WrittenFormat;
}

export type TableFormatId = WrittenFormat | typeof descriptorFormat.id;

/** @throws ProblemError 400 for a format that cannot hold the table, 503 when too many files are being made */
export async function answerTable(
  c: Context,
  dependencies: ApiDependencies,
  format: TableFormatId,
  question: TableQuestion,
): Promise<Response> {
  if (format === descriptorFormat.id) return answerDescriptor(c, dependencies, question);
  const written: Written = format === 'json' ? tableJson : { ...requireDownloadFormat(format), id: format };
  const file = await holdTable(c, dependencies, written, question);
  return answerExport(c, file, { fileName: file.fileName, contentType: contentTypeOf(written) });
}

function holdTable(
  c: Context,
  dependencies: ApiDependencies,
  format: Written,
  { query, build }: TableQuestion,
): Promise<HeldExport> {
  return holdAtVersion(dependencies, [c.req.path, query, format.id], async () => {
    const table = await build();
    refuseUnsuited(table, format);
    return {
      fileName: fileNameOf(table, format),
      write: (file) => dependencies.writeTable(format.id, table, file),
    };
  });
}

function refuseUnsuited(table: TypedTable, format: Written): void {
  const suited = downloadFormats.filter((one) => canHold(one, table));
  if (!canHold(format, table))
    throw new ProblemError(
      400,
      `Le format « ${format.id} » est celui d’une carte, et aucune ligne de ce tableau n’a de position. Accepté : ${suited.map(({ id }) => id).join(', ')}.`,
      { parametre: 'format', recu: format.id, accepte: suited.map(({ id }) => id) },
    );
  if (table.rowCount <= format.mostRows) return;
  const others = suited.filter(({ mostRows }) => mostRows >= table.rowCount).map(({ id }) => id);
  const choice = others.length > 0 ? `choisissez un format parmi ${others.join(', ')}, ou ` : '';
  throw new ProblemError(
    400,
    `Ce tableau a ${table.rowCount} lignes, et le format « ${format.id} » en prend ${format.mostRows} au plus : ${choice}demandez moins de périodes, d’indicateurs ou de territoires.`,
    { parametre: 'format', recu: format.id, accepte: others },
  );
}

/** The descriptor tells of all the files, of one version of the data: they are made first, one after the other. */
async function answerDescriptor(c: Context, dependencies: ApiDependencies, question: TableQuestion): Promise<Response> {
  const { database, programVersion } = dependencies;
  const text = await untilStill(async () => {
    const version = await readDataVersion(database, programVersion);
    const described = await describeFiles(c, dependencies, question);
    if ((await readDataVersion(database, programVersion)) !== version) throw new DataMoved();
    return described;
  });
  const file = await holdAtVersion(dependencies, [text], async () => ({
    fileName: 'datapackage.json',
    write: (to) => writeFile(to, text),
  }));
  return answerExport(c, file, { fileName: file.fileName, contentType: descriptorFormat.mediaType });
}

async function describeFiles(c: Context, dependencies: ApiDependencies, question: TableQuestion): Promise<string> {
  const address = new URL(c.req.url);
  const urlFor = (format: string) => {
    address.searchParams.set('format', format);
    return address.href;
  };
  const table = await question.build();
  const files: DescribedFile[] = [];
  for (const format of downloadFormats) {
    if (!canHold(format, table) || table.rowCount > format.mostRows) continue;
    const file = await holdTable(c, dependencies, format, question);
    file.release();
    files.push({ format, url: urlFor(format.id), bytes: file.bytes, sha256: file.sha256 });
  }
  return `${JSON.stringify(toDescriptor(table, files, urlFor(descriptorFormat.id)), null, 2)}\n`;
}

class DataMoved extends Error {}
const mostTries = 3;

/** Works again when a load ended meanwhile. @throws ProblemError 503 when loads never cease */
async function untilStill<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DataMoved)) throw error;
    }
  throw new ProblemError(503, 'Les chiffres changent pendant que le fichier est écrit. Réessayez dans une minute.');
}

/** A load that ends while a file is written may have given it rows of before and rows of after: it is not kept. */
function holdAtVersion(
  { database, exports, programVersion }: ApiDependencies,
  key: readonly unknown[],
  prepare: Parameters<typeof exports.hold>[1],
): Promise<HeldExport> {
  return untilStill(async () => {
    const version = await readDataVersion(database, programVersion);
    const hashed = createHash('sha256')
      .update(JSON.stringify([version, ...key]))
      .digest('hex');
    return exports.hold(hashed, async () => {
      const file = await prepare();
      return {
        ...file,
        write: async (to) => {
          await file.write(to);
          if ((await readDataVersion(database, programVersion)) !== version) throw new DataMoved();
        },
      };
    });
  });
}
