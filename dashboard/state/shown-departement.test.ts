import { expect, it } from 'vitest';
import { findShown } from './shown-departement.ts';
import { defaultView, parseView, writeView } from './view.ts';

const [eure, essonne, loiret] = ['28', '91', '45'].map((code) => ({ code }));
const shownBy = (address: string, loaded: readonly ({ code: string } | undefined)[]) =>
  findShown(
    loaded.filter((one) => one !== undefined),
    parseView(address).departement,
  )?.code;

it.each([
  ['/', [essonne], '91'],
  ['/', [eure, essonne], '91'],
  ['/', [eure, loiret, essonne], '91'],
  ['/?departement=28', [eure, essonne], '28'],
  ['/?departement=28', [loiret, eure, essonne], '28'],
  ['/', [eure], '28'],
  ['/?departement=2A', [eure, essonne], '91'],
  ['/', [], undefined],
])('%s on %j shows %s', (address, loaded, shown) => {
  expect(shownBy(address, loaded)).toBe(shown);
});

it('names the département in the address, unless it is the one of bare addresses', () => {
  expect(writeView({ ...defaultView, departement: '28' })).toBe('/?departement=28');
  expect(writeView(parseView('/?departement=91'))).toBe('/');
});
