import { describe, expect, it } from 'vitest';
import { parseCommand } from './main.ts';

describe('the command line', () => {
  it('loads the Essonne from the official addresses when nothing is said', () => {
    expect(parseCommand([])).toMatchObject({ kind: 'load', from: null, departements: ['91'], only: undefined });
  });

  it('takes several départements, or all of them', () => {
    expect(parseCommand(['--departement', '77, 2a']).departements).toEqual(['77', '2A']);
    expect(parseCommand(['--departement', 'toutes']).departements).toBeNull();
  });

  it('takes some sources, the network left alone, and a machine for a reader', () => {
    const command = parseCommand(['--only', 'cog,arcep-deploiement', '--offline', '--json']);
    expect(command.only?.map(({ id }) => id)).toEqual(['cog', 'arcep-deploiement']);
    expect(command).toMatchObject({ isOffline: true, isJson: true });
  });

  it('freezes under a title', () => {
    expect(parseCommand(['figer', 'T2 2026'])).toMatchObject({ kind: 'freeze', title: 'T2 2026' });
  });

  it.each([
    [['--only', 'arcep'], /« arcep » n’est pas une source\. Sources : cog, contours-communes/],
    [['figer'], /figer demande un titre/],
    [['paquet'], /« paquet » n’est pas une commande/],
    [['--departement', '77,,91'], /une liste séparée par des virgules est attendue/],
    [['--from', 'x', '--offline'], /--offline ne sert pas avec --from/],
    [['package', '--only', 'cog'], /ne servent qu’au chargement/],
    [['--form', 'x'], /^« --form » n’est pas une option\. Options : --from, --departement, --only/],
    [['-x'], /^« -x » n’est pas une option/],
    [['--from'], /^--from demande une valeur : --from=…\.$/],
    [['--from', '--json'], /^--from demande une valeur/],
    [['--json=oui'], /^--json ne prend pas de valeur\.$/],
    [['--help=oui'], /^--help ne prend pas de valeur\.$/],
  ])('says what is wrong with %j', (argv, reason) => expect(() => parseCommand(argv)).toThrow(reason));
});
