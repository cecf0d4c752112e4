import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { ProblemError, problemResponse } from './problem.ts';
import { limitRequests, parseRateSettings } from './rate-limit.ts';

function appWith(requestsPerMinute: number | null) {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError)
      return problemResponse(error.problem, { 'retry-after': String(error.retryAfterSeconds) });
    throw error;
  });
  app.use('*', limitRequests({ requestsPerMinute, clientHeader: 'x-forwarded-for' }));
  app.get('*', (c) => c.text('lu'));
  return (path: string, from: string) => app.request(path, { headers: { 'x-forwarded-for': from } });
}

describe('requests in a minute', () => {
  it('are refused past the limit, client by client, with the time to wait', async () => {
    const ask = appWith(3);
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await ask('/api/v1/indicateurs', '192.0.2.1')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await ask('/ogc/collections', '192.0.2.1');
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ status: 429, detail: expect.stringContaining('Plus de 3 demandes') });
    expect((await ask('/api/v1/indicateurs', '192.0.2.2')).status).toBe(200);
  });

  it('say what is left', async () => {
    const ask = appWith(3);
    const { headers } = await ask('/api/v1/sources', '192.0.2.1');
    expect([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual(['3', '2']);
  });

  it('believe the address that the proxy saw, the last one, not those that the client wrote', async () => {
    const ask = appWith(1);
    expect((await ask('/api/v1/sources', '198.51.100.7, 192.0.2.1')).status).toBe(200);
    expect((await ask('/api/v1/sources', '198.51.100.8, 192.0.2.1')).status).toBe(429);
  });

  it('do not count tiles and pages, nor anything without a limit', async () => {
    const ask = appWith(1);
    for (let i = 0; i < 3; i++) {
      expect((await ask('/tiles/communes/9/259/176.mvt', '192.0.2.1')).status).toBe(200);
      expect((await ask('/ecarts', '192.0.2.1')).status).toBe(200);
    }
    const free = appWith(null);
    for (let i = 0; i < 3; i++) expect((await free('/api/v1/sources', '192.0.2.1')).status).toBe(200);
  });
});

describe('the settings', () => {
  it('are read from the environment', () => {
    expect(parseRateSettings({})).toEqual({ requestsPerMinute: 600, clientHeader: null });
    expect(parseRateSettings({ REQUESTS_PER_MINUTE: '0', CLIENT_ADDRESS_HEADER: 'X-Real-IP' })).toEqual({
      requestsPerMinute: null,
      clientHeader: 'x-real-ip',
    });
  });

  it.each([
    [{ REQUESTS_PER_MINUTE: 'beaucoup' }, /REQUESTS_PER_MINUTE : « beaucoup »/],
    [{ REQUESTS_PER_MINUTE: '-1' }, /REQUESTS_PER_MINUTE/],
    [{ CLIENT_ADDRESS_HEADER: 'x forwarded' }, /CLIENT_ADDRESS_HEADER : « x forwarded »/],
  ])('refuse %j in words', (environment, message) => expect(() => parseRateSettings(environment)).toThrow(message));
});
