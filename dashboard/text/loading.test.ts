import { describe, expect, it } from 'vitest';
import { loading } from './loading.ts';

describe('the command that loads a source', () => {
  const command = (...asked: Parameters<typeof loading.command>) => loading.command(...asked).join(' ');

  it('names the source, whose address the program knows', () => {
    expect(command('dpnt', true, '91')).toBe('npm run etl -- --only dpnt');
  });

  it('asks for a folder where there is no address to fetch from', () => {
    expect(command('insee-population-age', false)).toBe('npm run etl -- --from <dossier> --only insee-population-age');
  });

  it('names the département, unless it is the one that the command takes by itself', () => {
    expect(command('dpnt', true, '28')).toBe('npm run etl -- --only dpnt --departement 28');
  });
});
