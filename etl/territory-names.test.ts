import { expect, it } from 'vitest';
import { toEpciName, toEptName } from './territory-names.ts';

it('reads the EPCI of the Essonne as people call them', () => {
  const names: Record<string, string> = {
    'CA Étampois Sud Essonne': 'Étampois Sud Essonne',
    'CA Communauté Paris-Saclay': 'Paris-Saclay',
    "CA Coeur d'Essonne Agglomération": 'Cœur d’Essonne Agglomération',
    "CA Val d'Yerres Val de Seine": 'Val d’Yerres Val de Seine',
    'CA Grand Paris Sud Seine Essonne Sénart': 'Grand Paris Sud Seine Essonne Sénart',
    "CC l'Orée de la Brie": 'L’Orée de la Brie',
    'CA Versailles Grand Parc (CAVGP)': 'Versailles Grand Parc',
    'CC du Pays de Limours (CCPL)': 'Pays de Limours',
    'CC des 2 Vallées': '2 Vallées',
    "CC du Val d'Essonne (CCVE)": 'Val d’Essonne',
    'CC Entre Juine et Renarde (CCEJR)': 'Entre Juine et Renarde',
    'CC le Dourdannais en Hurepoix (CCDH)': 'Le Dourdannais en Hurepoix',
    'Métropole du Grand Paris': 'Métropole du Grand Paris',
  };
  for (const [official, name] of Object.entries(names)) expect(toEpciName(official)).toBe(name);
  expect(toEptName('Grand-Orly Seine Bièvre')).toBe('Grand-Orly Seine Bièvre (EPT)');
});
