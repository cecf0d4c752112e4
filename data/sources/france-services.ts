import { z } from 'zod';
import { optional, required } from '../tables/cells.ts';
import type { PlaceDraft, PlaceList } from '../tables/lieux.ts';
import { readPosition, withoutContacts } from '../tables/place-cells.ts';
import { licences, type OtherSource } from './declare.ts';

const url = 'https://www.data.gouv.fr/datasets/liste-des-structures-france-services/';

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const day = z.string().trim().max(200, 'plus de 200 caractères');

/**
 * Traps: the list has no date of its own for a place; only `format_fs` tells a bus, whose position is that of its base;
 * the comment often narrows the hours (« le premier samedi du mois ») and often holds a telephone number.
 */
export const places: PlaceList = {
  format: {
    delimiter: ';',
    headerColumn: 'id_fs',
    columns: [
      'id_fs',
      'lib_fs',
      'adresse',
      'insee_com',
      'code_postal',
      'lib_com',
      'latitude',
      'longitude',
      'h_lundi',
      'h_mardi',
      'h_mercredi',
      'h_jeudi',
      'h_vendredi',
      'h_samedi',
      'format_fs',
    ],
  },
  idColumn: 'id_fs',
  communeColumns: { code: 'insee_com', postcode: 'code_postal', name: 'lib_com', departement: 'insee_dep' },
  row: z
    .object({
      id_fs: required,
      lib_fs: required,
      adresse: optional,
      complement_adresse: optional.default(null),
      code_postal: optional,
      latitude: z.string(),
      longitude: z.string(),
      h_lundi: day,
      h_mardi: day,
      h_mercredi: day,
      h_jeudi: day,
      h_vendredi: day,
      h_samedi: day,
      // Few open on that day: the list has done without the column.
      h_dimanche: day.default(''),
      prise_rdv: z.string().default(''),
      commentaire: z.string().default(''),
      format_fs: z.string(),
      itinerance: z.string().default(''),
    })
    .transform(
      (row, context): PlaceDraft => ({
        id: row.id_fs,
        siret: null,
        nom: row.lib_fs,
        type: 'france-services',
        dispositif: ['France Services'],
        itinerance: /itin|bus/i.test(row.format_fs) || /^oui$/i.test(row.itinerance.trim()) ? 'Itinérant' : 'Fixe',
        services: ['Aide aux démarches administratives'],
        publics: [],
        acces: /^oui$/i.test(row.prise_rdv.trim()) ? ['Prendre un rendez-vous', 'Gratuit'] : ['Gratuit'],
        prise_en_charge: [],
        adresse: [row.adresse, row.complement_adresse].filter((part) => part !== null).join(', ') || null,
        code_postal: row.code_postal,
        ...readPosition(row.latitude, row.longitude, context),
        horaires: writeHours(Object.fromEntries(days.map((name) => [name, row[`h_${name}`]]))),
        horaires_precision: withoutContacts(row.commentaire),
        site: null,
        source_url: url,
        source_date: null,
        maj_on: null,
        confiance: 'haute',
      }),
    ),
};

/** Columns by day → « lundi 9h00-12h00 et 13h30-17h00; mardi … »; a cell that is written otherwise stays as it is. */
function writeHours(cells: Readonly<Record<string, string>>): string | null {
  const told = Object.entries(cells).flatMap(([name, cell]) => {
    if (cell === '') return [];
    const spans = cell.split('/').map((span) => /^\s*0?(\d{1,2}:\d\d)\s*-\s*0?(\d{1,2}:\d\d)\s*$/.exec(span));
    const isUsual = spans.every((span) => span !== null);
    const text = isUsual ? spans.map((span) => `${span?.[1]}-${span?.[2]}`.replaceAll(':', 'h')).join(' et ') : cell;
    return [`${name} ${text}`];
  });
  return told.join('; ') || null;
}

/** The France Services houses and buses, as their national list gives them. */
export default {
  id: 'france-services',
  title: 'Liste des structures France services',
  publisher: 'ANCT',
  licence: licences.openLicence2,
  url,
  description:
    'Espaces et bus France services, leur adresse et leurs horaires. La liste ne date pas chacun d’eux : c’est la date du fichier qui vaut. Un bus est placé à son point d’attache.',
  use: 'figures',
  forms: [
    {
      editions: { kind: 'standing' },
      files: [
        {
          path: 'mediation/liste-fs.csv',
          official: {
            at: 'url',
            url: 'https://www.data.gouv.fr/fr/datasets/r/31576dff-fd61-4de9-819f-32c2f880b142',
          },
        },
      ],
    },
  ],
  revision: 1,
  refusalTolerance: 0.1,
  mostShrink: 0.2,
  brings: 'places',
} as const satisfies OtherSource;
