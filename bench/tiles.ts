/** The tile route, against a bare node server that answers one buffer of the mean tile size: the limit. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { serveApp } from '../api/serve.ts';
import type { Database } from '../data/database/port.ts';
import { buildTileArchives } from '../etl/tiles.ts';
import { formatRatio, inTurn } from './ratio.ts';

const secondsPerRound = 4;

export async function benchTiles(database: Database): Promise<void> {
  const tilesFolder = await mkdtemp(path.join(tmpdir(), 'observatoire-bench-'));
  await buildTileArchives(database, tilesFolder);
  const app = await serveApp({
    host: '127.0.0.1',
    port: 0,
    database,
    tilesFolder,
    now: () => new Date(),
    log: () => {},
  });
  const addresses: string[] = [];
  let bytes = 0;
  for (let z = 8; z <= 12; z++)
    for (let x = Math.floor(0.5055 * 2 ** z); x <= 0.5071 * 2 ** z; x++)
      for (let y = Math.floor(0.3437 * 2 ** z); y <= 0.3459 * 2 ** z; y++) {
        const answer = await fetch(`${app.url}/tiles/communes/${z}/${x}/${y}.mvt`, {
          headers: { 'accept-encoding': 'gzip' },
        });
        await answer.arrayBuffer();
        if (answer.status !== 200) continue;
        addresses.push(`/tiles/communes/${z}/${x}/${y}.mvt`);
        bytes += Number(answer.headers.get('content-length'));
      }
  const constant = Buffer.alloc(Math.round(bytes / addresses.length), 1);
  const peer = createServer((_, response) =>
    response.writeHead(200, { 'content-length': constant.length }).end(constant),
  );
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  const peerUrl = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  const measured = await inTurn(
    5,
    () => requestsPerSecond(app.url, addresses),
    () => requestsPerSecond(peerUrl, ['/']),
  );
  console.log(
    `warm tiles: ${addresses.length} addresses of ${constant.length} bytes on average, ${Math.round(measured.ours)}/s; node constant ${Math.round(measured.peer)}/s; ratio ${formatRatio(measured)}`,
  );
  peer.close();
  await app.close();
  await rm(tilesFolder, { recursive: true });
}

/** The client runs in a process of its own: the servers keep this one to themselves. */
async function requestsPerSecond(url: string, paths: readonly string[]): Promise<number> {
  const options = {
    url,
    duration: secondsPerRound,
    connections: 8,
    requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } })),
  };
  const script = `require('autocannon')(${JSON.stringify(options)}).then(({ requests, non2xx }) => console.log(JSON.stringify({ average: requests.average, non2xx })))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  const { average, non2xx } = JSON.parse(stdout) as { average: number; non2xx: number };
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were not a success`);
  return average;
}
