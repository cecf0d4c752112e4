/** The scenario as a workbook of the projects' template: a row to complete, and what a person has to fill. */
import { templateSheet } from '../../../data/catalogue/template-sheet.ts';
import type { ReachLimit } from '../../text/reach-limit.ts';
import { proposal as words } from '../../text/scenario-proposal.ts';

/** A column of the template, as `/schemas/projets.json` tells it. */
export interface TemplateField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly constraints: { readonly required: boolean };
}

/** A commune in which a site stands. */
export interface HostCommune {
  readonly code: string;
  readonly nom: string;
  readonly epci: { readonly code: string } | null;
}

export interface ProposalInput {
  readonly hosts: readonly HostCommune[];
  readonly sites: readonly (readonly [longitude: number, latitude: number])[];
  readonly gained: number;
  /** Names of the communes won. */
  readonly won: readonly string[];
  readonly limit: ReachLimit;
  /** Which places: « d’une médiathèque ouverte le samedi ». */
  readonly phrase: string;
  /** Reopens the scenario. */
  readonly link: string;
  /** ISO day. */
  readonly today: string;
}

/** Columns that the scenario fills; whoever carries it, and under which identifier, is for people to say. */
export function proposalCells(input: ProposalInput): Readonly<Record<string, string>> {
  const { hosts, sites, gained, won, limit, phrase, link, today } = input;
  const epci = [...new Set(hosts.flatMap((commune) => commune.epci?.code ?? []))];
  // An EPCI that is named must hold every commune that is.
  const isOfEpci = hosts.every((commune) => commune.epci !== null);
  const [only] = sites.length === 1 ? sites : [];
  return {
    titre: words
      .title(
        hosts.map(({ nom }) => nom),
        phrase,
      )
      .slice(0, 300),
    resume: words.summary(gained, limit, phrase, won),
    theme: 'inclusion-mediation',
    niveau: hosts.length === 1 ? 'commune' : isOfEpci && epci.length === 1 ? 'epci' : 'autre',
    communes: hosts.map(({ code }) => code).join('|'),
    epci: isOfEpci ? epci.join('|') : '',
    latitude: only ? String(only[1]) : '',
    longitude: only ? String(only[0]) : '',
    phase: 'idee',
    effets_attendus: words.effect(gained, limit),
    source_url: link,
    source_date: today,
    confiance: 'basse',
  };
}

/** Required columns that the scenario cannot fill. */
export function missingFields(fields: readonly TemplateField[], cells: Readonly<Record<string, string>>) {
  return fields.filter(({ name, constraints }) => constraints.required && !cells[name]);
}

type SheetCell = {
  readonly value: string;
  readonly type: typeof String;
  readonly fontWeight?: 'bold';
  readonly format?: string;
} | null;

export interface ProposalSheet {
  readonly sheet: string;
  readonly data: SheetCell[][];
  readonly columns: { width: number }[];
}

export function proposalSheets(
  fields: readonly TemplateField[],
  cells: Readonly<Record<string, string>>,
): ProposalSheet[] {
  const bold = (value: string): SheetCell => ({ value, type: String, fontWeight: 'bold' });
  const text = (value: string | undefined): SheetCell => (value ? { value, type: String, format: '@' } : null);
  const told = ({ name, title, description }: TemplateField) => [text(name), text(title), text(description)];
  const filled = fields.filter(({ name }) => cells[name]);
  return [
    {
      sheet: templateSheet,
      columns: fields.map(() => ({ width: 24 })),
      data: [fields.map(({ name }) => bold(name)), fields.map(({ name }) => text(cells[name]))],
    },
    {
      sheet: words.sheets.missing,
      columns: [22, 26, 80].map((width) => ({ width })),
      data: [
        [bold(words.sheets.left), null, null],
        [words.sheets.column, words.sheets.title, words.sheets.what].map(bold),
        ...missingFields(fields, cells).map(told),
        [null, null, null],
        [bold(words.sheets.filled), null, null],
        ...filled.map(told),
      ],
    },
  ];
}
