/**
 * The file of buildings into PostGIS, against `ogr2ogr` on the same file and server, and the memory it takes as the file
 * grows, up to its tiles. The rows are generated, say so in their name, and go to a database of their own.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { formatRatio, inTurn } from './ratio.ts';

const header =
  'x,y,imb_id,num_voie,cp_no_voie,type_voie,nom_voie,batiment,code_insee,code_poste,nom_com,catg_loc_imb,imb_etat,pm_ref,pm_etat,pm_date_mad,code_l331,type_imb,date_completude,date_completude_manquante';
const states = ['deploye', 'deploye', 'deploye', 'en cours de deploiement', 'cible', 'raccordable demande'];
const communes = ['91228', '91345', '91477', '91174', '91223', '91687'];

function* generated(rows: number): Generator<string> {
  yield `${header}\n`;
  for (let i = 0; i < rows; i++) {
    const x = (1.95 + ((i * 7919) % 65_000) / 100_000).toFixed(6);
    const y = (48.3 + ((i * 104_729) % 45_000) / 100_000).toFixed(6);
    yield `${x},${y},GENERE-${i},${i % 99},,RUE,RUE GENEREE,,${communes[i % 6]},91000,GENERE,individuel,${states[i % 6]},PM-GENERE,deploye,2019-01-17,ENTH,PA,2024-02-12,f\n`;
  }
}

async function generate(folder: string, rows: number): Promise<string> {
  const file = path.join(folder, `immeubles-genere-${rows}.csv`);
  await pipeline(generated(rows), createWriteStream(file));
  return file;
}

/** @param url a server where a database can be made */
export async function benchBuildings(url: string | undefined): Promise<void> {
  if (!url || spawnSync('ogr2ogr', ['--version']).error) {
    console.log('buildings: needs BENCH_SERVER and ogr2ogr, not compared');
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  const name = 'observatoire_bench_immeubles';
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    const small = await generate(folder, 330_000);
    const large = await generate(folder, 3_300_000);
    await ours(own.href, small);
    const measured = await inTurn(
      3,
      async () => (await ours(own.href, small)).copied.seconds,
      () => peer(own, small),
    );
    console.log(
      `buildings, 330 000 generated rows into PostgreSQL: ours ${measured.ours.toFixed(2)} s, ogr2ogr ${measured.peer.toFixed(2)} s; ratio ${formatRatio(measured)}`,
    );
    const embedded = await ours(null, small);
    console.log(
      `the same into the embedded database: ${embedded.copied.seconds.toFixed(2)} s, ${(embedded.copied.seconds / measured.peer).toFixed(2)} of ogr2ogr into PostgreSQL`,
    );
    for (const [rows, file] of [
      ['330 000', small],
      ['3 300 000', large],
    ] as const) {
      const { copied, cut } = await ours(own.href, file, 'tiles');
      if (!cut) continue;
      console.log(
        `${rows} rows: copied in ${copied.seconds.toFixed(1)} s (peak ${copied.megabytes} MB), cut into ${(cut.bytes / 1e6).toFixed(1)} MB of tiles in ${cut.seconds.toFixed(1)} s (peak of the whole ${cut.megabytes} MB)`,
      );
    }
  } finally {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
    await rm(folder, { recursive: true });
  }
}

interface Worked {
  readonly copied: { readonly seconds: number; readonly megabytes: number };
  /** null when only the copy was asked for. */
  readonly cut: { readonly seconds: number; readonly megabytes: number; readonly bytes: number } | null;
}

/** One load in a process of its own; peaks are since its start. */
async function ours(url: string | null, file: string, upTo: 'copy' | 'tiles' = 'copy'): Promise<Worked> {
  const worker = new URL('./buildings-load.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', worker, url ?? '', file, ...(upTo === 'tiles' ? [upTo] : [])],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text);
}

/** As libpq reads it: what the address leaves out is left out, an empty password among others. */
function connection(url: URL): string {
  const told = {
    host: url.hostname,
    port: url.port || '5432',
    dbname: url.pathname.slice(1),
    user: url.username,
    password: url.password,
  };
  const quote = (value: string) => `'${decodeURIComponent(value).replace(/[\\']/g, '\\$&')}'`;
  return Object.entries(told)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(' ');
}

async function peer(url: URL, file: string): Promise<number> {
  const start = performance.now();
  await promisify(execFile)('ogr2ogr', [
    '-f',
    'PostgreSQL',
    `PG:${connection(url)}`,
    file,
    '-nln',
    'peer',
    '-overwrite',
    '-oo',
    'X_POSSIBLE_NAMES=x',
    '-oo',
    'Y_POSSIBLE_NAMES=y',
    '-a_srs',
    'EPSG:4326',
  ]);
  return (performance.now() - start) / 1000;
}
