/**
 * Files of a whole country: the time, the most memory, and the longest moment during which the thread does nothing else
 * (the reason why the API gives them one of their own), for outlines of 40 and of 400 vertices, against `ogr2ogr` writing the same format from the same GeoJSON (which it must
 * read besides). The communes are generated.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const communes = 35_000;
const [few, many] = [40, 400];

/** Our format → the driver of the peer; without a spatial index, as ours. */
const drivers = {
  csv: ['CSV'],
  xlsx: ['XLSX'],
  geojson: ['GeoJSON'],
  gpkg: ['GPKG', '-lco', 'SPATIAL_INDEX=NO'],
  fgb: ['FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO'],
  parquet: ['Parquet'],
} as const;

interface Written {
  readonly seconds: number;
  readonly megabytes: number;
  readonly longestPauseMs: number;
}

export async function benchDownloads(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  try {
    const input = path.join(folder, 'genere.geojson');
    const { megabytes: atRest } = await ours('csv', path.join(folder, 'rest'), 1, few);
    await ours('geojson', input, communes, many);
    console.log(`files of ${communes} generated communes; a process that writes one row has ${atRest} MB`);
    for (const [format, driver] of Object.entries(drivers)) {
      const small = await ours(format, path.join(folder, `small.${format}`), communes, few);
      const large = await ours(format, path.join(folder, `large.${format}`), communes, many);
      const peer = await ogr2ogr(driver, input, path.join(folder, `peer.${format}`));
      const told = ({ seconds, megabytes, longestPauseMs }: Written) =>
        `${seconds.toFixed(1)} s, ${megabytes} MB, longest pause ${longestPauseMs} ms`;
      console.log(`${format}: ${few} vertices ${told(small)}; ${many} vertices ${told(large)}; ogr2ogr ${peer}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function ours(format: string, file: string, rows: number, vertices: number): Promise<Written> {
  const script = ['--import', 'tsx', 'bench/downloads-write.ts', format, String(rows), String(vertices), file];
  const { stdout } = await run(process.execPath, script);
  return JSON.parse(stdout) as Written;
}

/** @returns what it took, with the kilobytes that GNU time tells; or why it could not */
async function ogr2ogr([driver, ...options]: readonly string[], input: string, output: string): Promise<string> {
  if (spawnSync('ogr2ogr', ['--version']).error || spawnSync('time', ['--version']).error)
    return 'or time is not on this machine, not compared';
  const command = ['-f', '%e %M', 'ogr2ogr', '-f', driver ?? '', output, input, ...options];
  const { stderr } = await run('time', command).catch((error: { stderr: string }) => error);
  const [, seconds, kilobytes] = /^(\d+\.\d+) (\d+)$/m.exec(stderr) ?? [];
  if (/unable to find driver|ERROR/i.test(stderr) || kilobytes === undefined) return `cannot: ${stderr.split('\n')[0]}`;
  return `${seconds} s, ${Math.round(Number(kilobytes) / 1024)} MB`;
}
