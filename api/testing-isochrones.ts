/** A service of isochrones for tests, on this machine: it answers a square around the point, or fails as it is told. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ServiceMood = 'well' | 'slow' | 'busy' | 'broken' | 'page' | 'no-area' | 'cut';

export interface TestIsochrones {
  readonly url: URL;
  /** Queries received, in order. */
  readonly received: URLSearchParams[];
  /** Most requests that were under way at once. */
  readonly mostAtOnce: () => number;
  be(mood: ServiceMood): void;
  close(): Promise<void>;
}

/** Degrees of latitude that are crossed in a minute, by profile: a kilometre by car, 80 metres on foot. */
const degreesPerMinute: Readonly<Record<string, number>> = { car: 1 / 111.2, pedestrian: 0.08 / 111.2 };

export async function openTestIsochrones({ answerMs = 5, slowMs = 400, port = 0 } = {}): Promise<TestIsochrones> {
  let mood: ServiceMood = 'well';
  let underWay = 0;
  let most = 0;
  const received: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const { searchParams: query } = new URL(request.url ?? '/', 'http://service.invalid');
    received.push(query);
    most = Math.max(most, ++underWay);
    const now = mood;
    await new Promise((resolve) => setTimeout(resolve, now === 'slow' ? slowMs : answerMs));
    underWay--;
    const [x = 0, y = 0] = (query.get('point') ?? '').split(',').map(Number);
    const away = (degreesPerMinute[query.get('profile') ?? ''] ?? 0) * (Number(query.get('costValue')) / 60);
    const [dx, dy] = [away / Math.cos((y * Math.PI) / 180), away];
    const ring = [
      [x - dx, y - dy],
      [x + dx, y - dy],
      [x + dx, y + dy],
      [x - dx, y + dy],
      [x - dx, y - dy],
    ];
    const body = JSON.stringify({ geometry: { type: 'Polygon', coordinates: [ring] } });
    const json = { 'content-type': 'application/json' };
    if (now === 'busy') response.writeHead(429, { 'retry-after': '7' }).end();
    else if (now === 'broken') response.writeHead(500).end('{"error": "invented"}');
    else if (now === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    else if (now === 'no-area')
      response.writeHead(200, json).end('{"geometry": {"type": "Point", "coordinates": [2, 48]}}');
    else if (now === 'cut') {
      response.writeHead(200, { ...json, 'content-length': body.length });
      response.write(body.slice(0, 20), () => response.destroy());
    } else response.writeHead(200, json).end(body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/navigation/isochrone`),
    received,
    mostAtOnce: () => most,
    be: (next) => {
      mood = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
