/** The exchange table of places of digital help. Telephone numbers and e-mails are not taken. */
import { z } from 'zod';
import type { CsvFormat } from '../catalogue/raw-record.ts';
import { list, oneOf, optional, provenance, required, webAddress } from './cells.ts';
import { type ExchangeTable, numberField, provenanceFields, type TableField, textField, toCellsOf } from './declare.ts';
import { readPosition } from './place-cells.ts';

const cells = z.object({
  id: required,
  nom: required,
  type: required,
  dispositif: list,
  itinerance: oneOf(['Fixe', 'Itinérant']),
  services: list,
  adresse: optional,
  code_postal: optional,
  code_insee: optional,
  latitude: z.string(),
  longitude: z.string(),
  horaires: optional,
  site: z.union([z.literal('').transform(() => null), webAddress]),
  ...provenance,
});

const rowSchema = cells.transform((row, context) => ({
  ...row,
  ...readPosition(row.latitude, row.longitude, context),
}));

export type PlaceRow = z.output<typeof rowSchema>;

/** A place as any source gives it: a row of the exchange table, and what only national lists say. */
export interface PlaceRecord extends PlaceRow {
  /** Of the establishment, or of the organisation that runs it: several places may share one. */
  readonly siret: string | null;
  readonly publics: readonly string[];
  /** How one is received and at what price: « Se présenter », « Gratuit ». */
  readonly acces: readonly string[];
  readonly prise_en_charge: readonly string[];
  /** What its publisher adds to the hours, which then hold under a condition. */
  readonly horaires_precision: string | null;
  /** ISO day at which its publisher last changed it. */
  readonly maj_on: string | null;
}

/** A row of a published list, whose commune is found apart. */
export type PlaceDraft = Omit<PlaceRecord, 'code_insee'>;

/** What a service offered in a place tells of it; `services` is empty when it is not a digital one. */
export interface ServiceDraft extends Pick<PlaceRecord, 'publics' | 'acces'> {
  /** Identifier of the place. */
  readonly place: string;
  readonly services: readonly string[];
}

/** A published list of places, in its own columns. */
export interface PlaceList {
  readonly format: CsvFormat;
  readonly idColumn: string;
  /**
   * Columns that tell the commune: its code where there is one, or else a postcode and a name; and the département of a
   * place of which no commune is told, where the list has it.
   */
  readonly communeColumns: {
    readonly code: string;
    readonly postcode: string;
    readonly name: string;
    readonly departement?: string;
  };
  readonly row: z.ZodType<PlaceDraft>;
  /** The table of services that says which of these places help with digital ones, where it is a separate file. */
  readonly services?: { readonly format: CsvFormat; readonly row: z.ZodType<ServiceDraft> };
}

const nothingMore = {
  siret: null,
  publics: [],
  acces: [],
  prise_en_charge: [],
  horaires_precision: null,
  maj_on: null,
} as const;

/** A row of the exchange table as a place. */
export function toPlaceRecord(row: PlaceRow): PlaceRecord {
  return { ...row, ...nothingMore };
}

const fields: readonly TableField[] = [
  textField('id', 'Identifiant', 'Identifiant stable du lieu.', true),
  textField('nom', 'Nom', 'Nom du lieu.', true),
  textField('type', 'Type', 'france-services, mediatheque, fablab…', true),
  textField('dispositif', 'Dispositif', 'Programmes nationaux, séparés par « | ».'),
  textField('itinerance', 'Itinérance', 'Fixe ou Itinérant.', true),
  textField('services', 'Services', 'Séparés par « | ».'),
  textField('adresse', 'Adresse', 'Numéro et voie.'),
  textField('code_postal', 'Code postal', 'Cinq chiffres.'),
  textField('code_insee', 'Commune', 'Code INSEE de la commune ; vide pour un service itinérant sans attache publiée.'),
  numberField('latitude', 'Latitude', 'Degrés, WGS 84 ; vide quand seule la commune est connue.'),
  numberField('longitude', 'Longitude', 'Degrés, WGS 84 ; vide quand seule la commune est connue.'),
  textField('horaires', 'Horaires', 'Texte tel que publié.'),
  textField('site', 'Site', 'Site internet.'),
  ...provenanceFields,
];

export const placeTable: ExchangeTable<PlaceRow> = {
  format: { delimiter: ',', headerColumn: 'nom', columns: Object.keys(cells.shape) },
  fields,
  row: rowSchema,
  toCells: toCellsOf(fields),
};
