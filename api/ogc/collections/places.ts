/** Places where people are helped, as points; without geometry where only the commune is known. */
import { placeSources } from '../../../data/analysis/place-merge.ts';
import type { Place } from '../../contract.ts';
import type { ApiDependencies } from '../../dependencies.ts';
import { readPlaces } from '../../sql/places.ts';
import { daysOf } from '../days.ts';
import type { Collection, Row } from '../declare.ts';
import { extentOf } from '../extent.ts';

function toRow(place: Place): Row {
  const [freshest] = place.sources;
  return {
    id: place.id,
    when: daysOf(freshest?.majOn),
    place: place.position && { kind: 'point', position: place.position },
    properties: {
      id: place.id,
      nom: place.nom,
      type: place.type,
      dispositifs: place.dispositifs,
      services: place.services,
      publics: place.publics,
      acces: place.acces,
      itinerant: place.itinerant,
      adresse: place.adresse,
      code_postal: place.codePostal,
      commune: place.commune,
      commune_nom: place.communeNom,
      epci: place.epci,
      horaires: place.horairesLus ?? place.horaires,
      site: place.site,
      confiance: place.confiance,
      sources: place.sources.map(({ source }) => source),
      source_url: freshest?.url ?? null,
      maj: freshest?.majOn ?? null,
    },
  };
}

const read = async ({ database }: ApiDependencies) =>
  (await readPlaces(database, { page: 1, limite: Number.MAX_SAFE_INTEGER })).places.map(toRow);

export const places: Collection = {
  id: 'lieux',
  title: 'Lieux d’accompagnement au numérique',
  description:
    'Lieux où l’on est aidé dans ses démarches et ses usages numériques, rapprochés d’une source à l’autre. Un lieu dont seule la commune est connue n’a pas de géométrie.',
  keywords: ['médiation numérique', 'France services', 'inclusion numérique'],
  geometry: 'point',
  properties: [
    { name: 'id', title: 'Identifiant', type: 'string' },
    { name: 'nom', title: 'Nom', type: 'string' },
    { name: 'type', title: 'Type de lieu', type: 'string' },
    { name: 'dispositifs', title: 'Dispositifs', type: 'strings' },
    { name: 'services', title: 'Services', type: 'strings' },
    { name: 'publics', title: 'Publics visés', type: 'strings' },
    { name: 'acces', title: 'Modes d’accès', type: 'strings' },
    { name: 'itinerant', title: 'Itinérant', type: 'boolean' },
    { name: 'adresse', title: 'Adresse', type: 'string' },
    { name: 'code_postal', title: 'Code postal', type: 'string' },
    { name: 'commune', title: 'Code INSEE de la commune', type: 'string' },
    { name: 'commune_nom', title: 'Commune', type: 'string' },
    { name: 'epci', title: 'SIREN de l’EPCI', type: 'string' },
    { name: 'horaires', title: 'Horaires', type: 'string' },
    { name: 'site', title: 'Site internet', type: 'string' },
    { name: 'confiance', title: 'Confiance', type: 'string', description: 'haute, moyenne ou basse' },
    { name: 'sources', title: 'Sources qui citent le lieu', type: 'strings' },
    { name: 'source_url', title: 'Page de la source la plus récente', type: 'string' },
    { name: 'maj', title: 'Mise à jour', type: 'string', description: 'Année, mois ou jour, tel que publié.' },
  ],
  time: 'La date de mise à jour du lieu, quand elle est publiée.',
  sources: placeSources,
  readRows: async (dependencies) => ({ rows: await read(dependencies), period: null }),
  readExtent: async (dependencies) => extentOf(await read(dependencies)),
};
