import { z } from 'zod';
import { optional, required } from '../tables/cells.ts';
import type { PlaceDraft, PlaceList, ServiceDraft } from '../tables/lieux.ts';
import { findDay, findSiret, findWebsite, readPosition, slugsOf } from '../tables/place-cells.ts';
import { licences, type OtherSource } from './declare.ts';

const url =
  'https://www.data.gouv.fr/datasets/referentiel-de-loffre-dinsertion-liste-des-structures-et-services-dinsertion/';

const slugs = z.string().default('').transform(slugsOf);

/** Digital themes, in the words of the published reference. */
const themes: Readonly<Record<string, string>> = {
  'numerique--acceder-a-des-services-en-ligne': 'Accéder à des services en ligne',
  'numerique--acceder-a-une-connexion-internet': 'Accéder à une connexion internet',
  'numerique--acquerir-un-equipement': 'Acquérir un équipement',
  'numerique--maitriser-les-fondamentaux-du-numerique': 'Maîtriser les fondamentaux du numérique',
};
const programmes: Readonly<Record<string, string>> = {
  'aidants-connect': 'Aidants Connect',
  'conseillers-numeriques': 'Conseillers numériques',
  'france-service': 'France Services',
  'grandes-ecoles-du-numerique': 'Grande école du numérique',
};
const kinds: Readonly<Record<string, string>> = {
  'france-service': 'france-services',
  'espaces-publics-numeriques': 'epn',
  'fabrique-de-territoire': 'tiers-lieu',
  'mission-locale': 'mission-locale',
  'ccas-cias': 'mairie-accueil',
  communes: 'mairie-accueil',
};
const audiences: Readonly<Record<string, string>> = {
  jeunes: 'Jeunes',
  etudiants: 'Étudiants',
  familles: 'Familles et/ou enfants',
  seniors: 'Seniors',
  femmes: 'Femmes',
  'demandeurs-emploi': 'Demandeurs d’emploi',
  'beneficiaires-des-minimas-sociaux': 'Bénéficiaires de minima sociaux',
  'personnes-en-situation-de-handicap': 'Personnes en situation de handicap',
  'personnes-exilees': 'Personnes exilées',
  'residents-qpv-frr': 'Résidents de quartiers prioritaires ou de zones rurales',
};
const ways: Readonly<Record<string, string>> = {
  'se-presenter': 'Se présenter',
  telephoner: 'Téléphoner',
  'envoyer-un-courriel': 'Contacter par mail',
  'utiliser-lien-mobilisation': 'Passer par un lien en ligne',
  gratuit: 'Gratuit',
  payant: 'Payant',
};
const wordsOf = (words: Readonly<Record<string, string>>, found: readonly string[]) =>
  found.flatMap((slug) => words[slug] ?? []);

/**
 * Traps: a SIRET may be that of the head office; the address, the position and even the commune may be missing; lists
 * are written as Python writes them.
 */
export const places: PlaceList = {
  format: {
    delimiter: ',',
    headerColumn: 'source',
    columns: [
      'id',
      'source',
      'nom',
      'siret',
      'commune',
      'code_postal',
      'code_insee',
      'adresse',
      'latitude',
      'longitude',
      'date_maj',
    ],
  },
  idColumn: 'id',
  communeColumns: { code: 'code_insee', postcode: 'code_postal', name: 'commune' },
  row: z
    .object({
      id: required,
      nom: required,
      siret: z.string(),
      code_postal: optional,
      adresse: optional,
      latitude: z.string(),
      longitude: z.string(),
      site_web: z.string().default(''),
      lien_source: z.string().default(''),
      horaires_accueil: optional.default(null),
      date_maj: z.string(),
      reseaux_porteurs: slugs,
    })
    .transform(
      (row, context): PlaceDraft => ({
        id: row.id,
        siret: findSiret(row.siret),
        nom: row.nom,
        type: wordsOf(kinds, row.reseaux_porteurs)[0] ?? 'autre',
        dispositif: wordsOf(programmes, row.reseaux_porteurs),
        // The reference has no field for it.
        itinerance: /\b(bus|camion|itinérante?)\b/i.test(row.nom) ? 'Itinérant' : 'Fixe',
        services: [],
        publics: [],
        acces: [],
        prise_en_charge: [],
        adresse: row.adresse,
        code_postal: row.code_postal,
        ...readPosition(row.latitude, row.longitude, context),
        horaires: row.horaires_accueil,
        horaires_precision: null,
        site: findWebsite(row.site_web),
        source_url: findWebsite(row.lien_source) ?? url,
        source_date: null,
        maj_on: findDay(row.date_maj),
        confiance: 'haute',
      }),
    ),
  services: {
    format: { delimiter: ',', headerColumn: 'structure_id', columns: ['structure_id', 'thematiques'] },
    row: z
      .object({
        structure_id: required,
        thematiques: slugs,
        publics: slugs,
        modes_mobilisation: slugs,
        frais: slugs,
      })
      .transform(
        (row): ServiceDraft => ({
          place: row.structure_id,
          services: wordsOf(themes, row.thematiques),
          publics: wordsOf(audiences, row.publics),
          acces: wordsOf(ways, [...row.modes_mobilisation, ...row.frais]),
        }),
      ),
  },
};

const editions = { kind: 'standing' } as const;
const dataset = '6233723c2c1e4a54af2f6b2d';
const structures = 'mediation/data-inclusion-structures.csv';

/** The national reference of the offer of insertion, of which only what helps with digital services is taken. */
export default {
  id: 'data-inclusion',
  title: 'data·inclusion, référentiel de l’offre d’insertion',
  publisher: 'Plateforme de l’inclusion',
  licence: licences.openLicence2,
  url,
  description:
    'Structures d’insertion dont un service au moins relève du numérique (thématiques « numerique »). Sans le fichier des services, on ne retient que celles d’un réseau numérique : Aidants Connect, conseillers numériques, France services, espaces publics numériques.',
  use: 'figures',
  forms: [
    {
      editions,
      // Services first: a folder that lacks them holds the form below.
      files: [
        {
          path: 'mediation/data-inclusion-services.csv',
          official: { at: 'data-gouv', dataset, title: '^services-inclusion-.*\\.csv$' },
        },
        { path: structures, official: { at: 'data-gouv', dataset, title: '^structures-inclusion-.*\\.csv$' } },
      ],
    },
    { editions, files: [{ path: structures }] },
  ],
  revision: 1,
  refusalTolerance: 0.1,
  // A producer that stops publishing takes a good part of the list away.
  mostShrink: 0.4,
  brings: 'places',
} as const satisfies OtherSource;
