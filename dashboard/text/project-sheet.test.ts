import { describe, expect, it } from 'vitest';
import {
  ageOf,
  carrierDetail,
  confidenceOf,
  dateOf,
  eventOf,
  evidenceOf,
  phaseOf,
  projectSheet,
  reasonsOf,
} from './project-sheet.ts';

const today = '2026-11-26';
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;

describe('the age of what is known', () => {
  it.each([
    ['2026-11-02', 'ce mois-ci'],
    ['2026-10', 'il y a 1 mois'],
    ['2025-03-05', 'il y a 20 mois'],
    ['2022-11', 'il y a 4 ans'],
    ['2024-12', 'il y a 23 mois'],
    ['2024-11', 'il y a 2 ans'],
    ['2019', 'il y a au moins 6 ans'],
    ['2025', 'il y a au moins 11 mois'],
    ['2026', 'cette année'],
  ])('of %s is %s', (date, age) => expect(plain(ageOf(date, today))).toBe(age));

  it('keeps the date as it was published, and warns after a year that the phase may have changed', () => {
    const { sentence, warning } = evidenceOf({ phase: 'operation', sourceDate: '2022-11', dateMaj: null }, today);
    expect(plain(sentence)).toBe('Constaté en novembre 2022, il y a 4 ans.');
    expect(plain(warning)).toBe(
      'La phase « opération » est celle que la source donnait en novembre 2022 : elle a pu changer depuis.',
    );
  });

  it('does not doubt that what is over is over', () => {
    const { sentence, warning } = evidenceOf({ phase: 'termine', sourceDate: '2017-05-28', dateMaj: null }, today);
    expect(plain(sentence)).toBe('Constaté le 28/05/2017, il y a 9 ans.');
    expect(plain(warning)).toBe('La source a plus d’un an : ce que dit la fiche valait le 28/05/2017.');
  });

  it('says nothing more of a sheet brought up to date within the year', () => {
    const { sentence, warning } = evidenceOf({ phase: 'etude', sourceDate: '2022', dateMaj: '2026-03' }, today);
    expect(plain(sentence)).toBe('Mis à jour en mars 2026, il y a 8 mois.');
    expect(warning).toBeNull();
  });

  it('warns of a source without a date', () => {
    const { sentence, warning } = evidenceOf({ phase: 'operation', sourceDate: null, dateMaj: null }, today);
    expect(sentence).toBe('La source n’est pas datée.');
    expect(plain(warning)).toBe('La phase « opération » n’a donc pas de date : elle a pu changer.');
  });
});

describe('the facts', () => {
  it('tell a real date from a foreseen one', () => {
    expect(dateOf('2024', null)).toBe('2024');
    expect(dateOf(null, '2027-06')).toBe('juin 2027 (prévu)');
    expect(plain(dateOf('2025', '2024-05-06'))).toBe('2025 (prévu : 06/05/2024)');
    expect(dateOf('2025', '2025')).toBe('2025, comme prévu');
    expect(dateOf(null, null)).toBeNull();
  });

  it('tell a carrier by its type and SIREN, where they are known', () => {
    expect(plain(carrierDetail({ porteurType: 'epci', porteurSiren: '200056232' }))).toBe('EPCI · SIREN 200 056 232');
    expect(carrierDetail({ porteurType: null, porteurSiren: null })).toBe('');
  });

  it('tell a phase with its state', () => {
    expect(phaseOf({ phase: 'operation', etat: null })).toBe('Opération');
    expect(phaseOf({ phase: 'etude', etat: 'en-retard' })).toBe('Étude, en retard');
  });

  it('agree in number', () => {
    expect(plain(projectSheet.completeness.title(1, 12))).toBe('1 renseignement sur 12');
    expect(plain(projectSheet.completeness.title(0, 12))).toBe('0 renseignement sur 12');
    expect(plain(projectSheet.completeness.title(5, 12))).toBe('5 renseignements sur 12');
    expect(plain(projectSheet.actions.summary(1))).toBe('Voir la synthèse (1 fiche)');
    expect(plain(projectSheet.map.wide(0, 7))).toBe('À l’échelle du département, dans 7 EPCI');
    expect(plain(projectSheet.map.wide(1, 1))).toBe('À l’échelle du département, dans 1 commune');
    expect(plain(projectSheet.sheets.cites(1))).toBe('Cette fiche du catalogue le cite en exemple :');
    expect(plain(projectSheet.sheets.cites(2))).toBe('Ces fiches du catalogue le citent en exemple :');
    expect(plain(confidenceOf('basse'))).toBe('Confiance dans la source : basse.');
  });
});

it('gives the reasons of a nearness, a commune in common saying its EPCI', () => {
  expect(reasonsOf(['theme', 'epci'])).toBe('Même thème, même EPCI');
  expect(reasonsOf(['theme', 'commune', 'epci', 'porteur'])).toBe('Même thème, même commune, même porteur');
});

it('tells what became of a sheet, by what people call its columns', () => {
  expect(eventOf({ le: '2026-11-26T00:47:07.576Z', evenement: 'ajout', champs: [] })).toBe('Ajoutée le 26/11/2026.');
  expect(plain(eventOf({ le: '2027-01-03', evenement: 'modification', champs: ['budget_eur', 'phase'] }))).toBe(
    'Modifiée le 03/01/2027 : budget, phase.',
  );
});
