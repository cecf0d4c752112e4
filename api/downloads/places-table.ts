/** Places where people are helped, as a table of points. */
import { placeSources } from '../../data/analysis/place-merge.ts';
import type { Place, Values } from '../contract.ts';
import { listTable, positionColumns, type ReadColumn, textColumn, wordsColumn } from './list-columns.ts';
import { newestDay, type TypedTable } from './typed-table.ts';

const columns: readonly ReadColumn<Place>[] = [
  {
    ...textColumn('id', 'Identifiant', 'Dans la source préférée parmi celles qui citent le lieu.', ({ id }) => id),
    required: true,
  },
  { ...textColumn('nom', 'Nom', 'Nom du lieu.', ({ nom }) => nom), required: true },
  textColumn('type', 'Type', 'france-services, mediatheque, fablab…', ({ type }) => type),
  wordsColumn('dispositifs', 'Dispositifs', 'Programmes nationaux.', ({ dispositifs }) => dispositifs),
  {
    name: 'itinerant',
    title: 'Itinérant',
    description: 'Vrai quand le lieu se déplace.',
    type: 'boolean',
    read: ({ itinerant }) => itinerant,
  },
  wordsColumn('services', 'Services', 'Services offerts.', ({ services }) => services),
  wordsColumn('publics', 'Publics', 'Publics visés ; vide : tous, ou non précisé.', ({ publics }) => publics),
  wordsColumn('acces', 'Accès', 'Comment on y est reçu.', ({ acces }) => acces),
  wordsColumn(
    'prise_en_charge',
    'Prise en charge',
    'Prises en charge particulières.',
    ({ priseEnCharge }) => priseEnCharge,
  ),
  textColumn('adresse', 'Adresse', 'Numéro et voie.', ({ adresse }) => adresse),
  textColumn('code_postal', 'Code postal', 'Cinq chiffres.', ({ codePostal }) => codePostal),
  textColumn('code_insee', 'Commune', 'Code INSEE de la commune.', ({ commune }) => commune),
  textColumn('commune', 'Nom de la commune', 'Nom de la commune.', ({ communeNom }) => communeNom),
  textColumn('epci', 'EPCI', 'SIREN de l’EPCI.', ({ epci }) => epci),
  ...positionColumns<Place>(),
  textColumn('horaires', 'Horaires', 'Tels que publiés.', ({ horaires }) => horaires),
  textColumn(
    'horaires_precision',
    'Précision',
    'Ce que le producteur ajoute aux horaires.',
    (place) => place.horairesPrecision,
  ),
  textColumn('horaires_lus', 'Horaires lus', 'Tels que compris, en français.', ({ horairesLus }) => horairesLus),
  textColumn(
    'horaires_etat',
    'État des horaires',
    'Compris, non compris ou non communiqués.',
    (place) => place.horairesEtat,
  ),
  textColumn('site', 'Site', 'Site internet.', ({ site }) => site),
  textColumn('confiance', 'Confiance', 'haute, moyenne ou basse.', ({ confiance }) => confiance),
  wordsColumn('sources', 'Sources', 'Sources qui citent le lieu, la plus récente d’abord.', ({ sources }) =>
    sources.map(({ source }) => source),
  ),
  wordsColumn('source_urls', 'Adresses', 'Page du lieu dans chaque source.', ({ sources }) =>
    sources.map(({ url }) => url),
  ),
  textColumn(
    'source_date',
    'Date de la source',
    'Année, mois ou jour de la plus récente.',
    ({ sources }) => sources[0]?.majOn ?? null,
  ),
];

/** @param sources those that are loaded; the table tells of those that cite a place of it */
export function placesTable(places: readonly Place[], sources: Values['sources'], fileName: string): TypedTable {
  const citing = new Set(places.flatMap((place) => place.sources.map(({ source }) => source)));
  const told = sources.filter(({ id }) => placeSources.some((source) => source === id && citing.has(source)));
  return {
    ...listTable(places, columns),
    name: 'lieux',
    title: 'Lieux d’accompagnement au numérique',
    fileName,
    description:
      'Une ligne par lieu, dans l’ordre des identifiants ; sans position quand seule la commune est connue. Ni téléphone ni courriel.',
    primaryKey: ['id'],
    sources: told,
    definitions: [],
    dataOn: newestDay(told),
  };
}
