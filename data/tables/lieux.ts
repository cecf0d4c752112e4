/** The exchange table of places of digital help. Telephone numbers and e-mails are not taken. */
import { z } from 'zod';
import { list, oneOf, optional, provenance, required, webAddress, writeList } from './cells.ts';
import { type ExchangeTable, provenanceFields, textField } from './declare.ts';

const coordinate = (least: number, most: number) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === '') return null;
      const value = Number(text);
      if (/^-?\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value;
      context.issues.push({
        code: 'custom',
        input: text,
        message: `« ${text} » n’est pas une coordonnée en degrés (point décimal, de ${least} à ${most})`,
      });
      return z.NEVER;
    });

const rowSchema = z
  .object({
    id: required,
    nom: required,
    type: required,
    dispositif: optional,
    itinerance: oneOf(['Fixe', 'Itinérant']),
    services: list,
    adresse: optional,
    code_postal: optional,
    code_insee: optional,
    latitude: coordinate(-90, 90),
    longitude: coordinate(-180, 180),
    horaires: optional,
    site: z.union([z.literal('').transform(() => null), webAddress]),
    ...provenance,
  })
  .check((context) => {
    const { latitude, longitude } = context.value;
    if ((latitude === null) !== (longitude === null))
      context.issues.push({
        code: 'custom',
        input: '',
        path: ['longitude'],
        message: 'latitude et longitude vont ensemble',
      });
  });

export type PlaceRow = z.output<typeof rowSchema>;

const degrees = (name: string, title: string) =>
  ({
    name,
    title,
    description: 'Degrés, WGS 84 ; vide quand seule la commune est connue.',
    type: 'number',
    required: false,
  }) as const;

export const placeTable: ExchangeTable<PlaceRow> = {
  format: { delimiter: ',', headerColumn: 'nom', columns: Object.keys(rowSchema.shape) },
  fields: [
    textField('id', 'Identifiant', 'Identifiant stable du lieu.', true),
    textField('nom', 'Nom', 'Nom du lieu.', true),
    textField('type', 'Type', 'france-services, mediatheque, fablab…', true),
    textField('dispositif', 'Dispositif', 'Programme national.'),
    textField('itinerance', 'Itinérance', 'Fixe ou Itinérant.', true),
    textField('services', 'Services', 'Séparés par « | ».'),
    textField('adresse', 'Adresse', 'Numéro et voie.'),
    textField('code_postal', 'Code postal', 'Cinq chiffres.'),
    textField(
      'code_insee',
      'Commune',
      'Code INSEE de la commune ; vide pour un service itinérant sans attache publiée.',
    ),
    degrees('latitude', 'Latitude'),
    degrees('longitude', 'Longitude'),
    textField('horaires', 'Horaires', 'Texte tel que publié.'),
    textField('site', 'Site', 'Site internet.'),
    ...provenanceFields,
  ],
  row: rowSchema,
  toCells: (row) => [
    row.id,
    row.nom,
    row.type,
    row.dispositif ?? '',
    row.itinerance,
    writeList(row.services),
    row.adresse ?? '',
    row.code_postal ?? '',
    row.code_insee ?? '',
    row.latitude === null ? '' : String(row.latitude),
    row.longitude === null ? '' : String(row.longitude),
    row.horaires ?? '',
    row.site ?? '',
    row.source_url,
    row.source_date ?? '',
    row.confiance,
  ],
};
