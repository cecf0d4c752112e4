import { describe, expect, it } from 'vitest';
import { parseIsochroneSettings, parseServerSettings } from './settings.ts';

describe('the server settings', () => {
  it('listens on this machine alone by default', () => {
    const others = { publicUrl: null, publisher: 'Observatoire de la présence numérique' };
    expect(parseServerSettings({})).toEqual({ host: '127.0.0.1', port: 3000, ...others });
    expect(parseServerSettings({ HOST: '0.0.0.0', PORT: '0' })).toEqual({ host: '0.0.0.0', port: 0, ...others });
    expect(parseServerSettings({ PUBLISHER_NAME: ' Syndicat ' }).publisher).toBe('Syndicat');
  });

  it.each(['80a', '-1', '65536', '0x50', '08', '1e3'])('refuses PORT=%s, in French, with what is accepted', (port) => {
    expect(() => parseServerSettings({ PORT: port })).toThrow(
      `PORT : « ${port} » n’est pas accepté, il faut un entier`,
    );
  });

  it('refuses an address in place of a host', () => {
    expect(() => parseServerSettings({ HOST: 'http://localhost' })).toThrow('HOST');
  });

  it.each([
    ['https://observatoire.example', 'https://observatoire.example'],
    ['https://observatoire.example/', 'https://observatoire.example'],
    ['http://10.0.0.1:8080', 'http://10.0.0.1:8080'],
  ])('takes PUBLIC_URL=%s as the origin of absolute addresses', (PUBLIC_URL, publicUrl) => {
    expect(parseServerSettings({ PUBLIC_URL })).toMatchObject({ publicUrl });
  });

  it.each([
    'observatoire.example',
    'ftp://a.example',
    'https://a.example/x',
    'https://a.example/?x=1',
    'https://u@a.example',
  ])('refuses PUBLIC_URL=%s, in French', (PUBLIC_URL) => {
    expect(() => parseServerSettings({ PUBLIC_URL })).toThrow(/PUBLIC_URL : .* il faut une origine/);
  });
});

it('takes a service of isochrones by its address, or none at all', () => {
  expect(parseIsochroneSettings({})).toBeNull();
  const ign = parseIsochroneSettings({ ISOCHRONE_URL: 'https://data.geopf.fr/navigation/isochrone' });
  expect([ign?.url.hostname, ign?.perSecond]).toEqual(['data.geopf.fr', 5]);
  expect(
    parseIsochroneSettings({ ISOCHRONE_URL: 'http://127.0.0.1:8002/iso', ISOCHRONE_PER_SECOND: '50' })?.perSecond,
  ).toBe(50);
  for (const rate of ['0', '1000', '5.5', '-1', 'vite'])
    expect(() => parseIsochroneSettings({ ISOCHRONE_PER_SECOND: rate }), rate).toThrow(
      `ISOCHRONE_PER_SECOND : « ${rate} » n’est pas accepté`,
    );
  for (const text of ['data.geopf.fr', 'ftp://data.geopf.fr', 'https://', 'oui'])
    expect(() => parseIsochroneSettings({ ISOCHRONE_URL: text }), text).toThrow(
      `ISOCHRONE_URL : « ${text} » n’est pas l’adresse d’un service`,
    );
});
