import { z } from 'zod';
import { list, optional, required } from '../tables/cells.ts';
import type { PlaceDraft, PlaceList } from '../tables/lieux.ts';
import { findDay, findSiret, findWebsite, readPosition } from '../tables/place-cells.ts';
import { licences, type OtherSource } from './declare.ts';

const url = 'https://www.data.gouv.fr/organizations/cartographie-nationale-des-lieux-de-mediation-numerique';

/** Typologies (several may be given, separated by `|`) that tell the kind of place. */
const kinds: Readonly<Record<string, string>> = {
  RFS: 'france-services',
  BIB: 'mediatheque',
  EPN: 'epn',
  TIERS_LIEUX: 'tiers-lieu',
  ML: 'mission-locale',
  CS: 'centre-social',
  CCAS: 'mairie-accueil',
  CIAS: 'mairie-accueil',
  MUNI: 'mairie-accueil',
};

/**
 * Traps: `pivot` is required, so publishers fill it with dummies or with the SIRET of the town hall; `code_insee` is
 * optional; the postcode is that of the address, not of the commune alone.
 */
export const places: PlaceList = {
  format: {
    delimiter: ',',
    headerColumn: 'code_postal',
    columns: [
      'id',
      'pivot',
      'nom',
      'commune',
      'code_postal',
      'adresse',
      'latitude',
      'longitude',
      'horaires',
      'date_maj',
      'services',
    ],
  },
  idColumn: 'id',
  communeColumns: { code: 'code_insee', postcode: 'code_postal', name: 'commune' },
  row: z
    .object({
      id: required,
      pivot: z.string(),
      nom: required,
      code_postal: optional,
      adresse: optional,
      latitude: z.string(),
      longitude: z.string(),
      typologie: list.default([]),
      site_web: z.string().default(''),
      horaires: optional,
      itinerance: list.default([]),
      date_maj: z.string(),
      services: list,
      publics_specifiquement_adresses: list.default([]),
      prise_en_charge_specifique: list.default([]),
      frais_a_charge: list.default([]),
      dispositif_programmes_nationaux: list.default([]),
      modalites_acces: list.default([]),
    })
    .transform(
      (row, context): PlaceDraft => ({
        id: row.id,
        siret: findSiret(row.pivot),
        nom: row.nom,
        type: kindOf(row.dispositif_programmes_nationaux, row.typologie),
        dispositif: row.dispositif_programmes_nationaux,
        itinerance: row.itinerance.includes('Itinérant') && !row.itinerance.includes('Fixe') ? 'Itinérant' : 'Fixe',
        services: row.services,
        publics: row.publics_specifiquement_adresses,
        acces: [...row.modalites_acces, ...row.frais_a_charge],
        prise_en_charge: row.prise_en_charge_specifique,
        adresse: row.adresse,
        code_postal: row.code_postal,
        ...readPosition(row.latitude, row.longitude, context),
        horaires: row.horaires,
        horaires_precision: null,
        site: findWebsite(row.site_web),
        source_url: url,
        source_date: null,
        maj_on: findDay(row.date_maj),
        confiance: 'haute',
      }),
    ),
};

function kindOf(programmes: readonly string[], typologies: readonly string[]): string {
  if (programmes.includes('France Services')) return 'france-services';
  return typologies.map((typology) => kinds[typology]).find((kind) => kind !== undefined) ?? 'autre';
}

/** Places of digital help by the national standard, republished daily. */
export default {
  id: 'mediation-lieux',
  title: 'Cartographie nationale des lieux de médiation numérique',
  publisher: 'ANCT, Société numérique',
  licence: licences.openLicence2,
  url,
  description:
    'Lieux où l’on est accompagné au numérique, au format du standard national. Chaque lieu est décrit par un producteur local : services, horaires et date de mise à jour sont les siens, et un même lieu peut être publié par plusieurs.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'standing' },
      files: [
        {
          path: 'mediation/lieux-mediation-numerique.csv',
          official: {
            at: 'url',
            url: 'https://www.data.gouv.fr/api/1/datasets/r/398edc71-0d51-4cb6-9cbe-2540a4db573c',
          },
        },
      ],
    },
  ],
  revision: 1,
  refusalTolerance: 0.1,
  // A producer that stops publishing takes a good part of the list away.
  mostShrink: 0.4,
  brings: 'places',
} as const satisfies OtherSource;
