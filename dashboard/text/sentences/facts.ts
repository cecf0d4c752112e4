/** What a sentence is written from, and what it gives: pure data in, French out. */
import type { Territory, Value } from '../../../api/contract.ts';
import type { Project } from '../../../api/contract-projects.ts';
import type { Indicator } from '../../../data/catalogue/catalogue.ts';
import type { ThemeId } from '../../../data/catalogue/themes.ts';
import { inDepartement, ofDepartement } from '../departement-name.ts';
import { formatCount, formatCountOf, plural, shareOfCommunes } from '../numbers.ts';

export interface Facts {
  readonly indicator: Indicator;
  readonly departement: Pick<Territory, 'code' | 'nom'>;
  /** The EPCI that everything is filtered by; null: the whole département. */
  readonly epci: Pick<Territory, 'code' | 'nom' | 'communes' | 'communesEntier' | 'partiel' | 'ept'> | null;
  readonly extent: 'partie' | 'entier';
  /** The level that the map shows. */
  readonly level: 'commune' | 'epci';
  readonly period: string;
  readonly isLatest: boolean;
  readonly since: string | null;
  readonly deadline: string | null;
  /** The value of the whole scope: the département, or the EPCI. */
  readonly total: Value;
  /** Values inside the scope. `epcis` is empty when an EPCI is filtered. */
  readonly communes: readonly Value[];
  readonly epcis: readonly Value[];
  /** Premises not yet connectable at the same period, where the indicator speaks of them. */
  readonly gap: { readonly total: Value; readonly communes: readonly Value[]; readonly epcis: readonly Value[] } | null;
  /** The copper calendar of the scope: premises not yet connectable, and communes, by date. */
  readonly exposed: Value | null;
  readonly projects: readonly Project[];
  readonly theme: ThemeId | null;
}

export interface Summary {
  /** The key figure, and what it counts, in a few words. Null when there is none to show. */
  readonly figure: { readonly value: string; readonly unit: string } | null;
  /** Sentences, in the order of reading. */
  readonly sentences: readonly string[];
}

/** The scope after “des locaux”: “de l’Essonne”; nothing for an EPCI, named in front by `lead`. */
export function ofScope(facts: Facts): string {
  return facts.epci === null ? ` ${ofDepartement(facts.departement)}` : '';
}

/** The scope as a place: “dans l’Essonne”; nothing for an EPCI, named in front by `lead`. */
export function inScope(facts: Facts): string {
  return facts.epci === null ? ` ${inDepartement(facts.departement)}` : '';
}

/** Names the EPCI in front of the sentence: names of EPCI take no safe article. */
export function lead(facts: Facts, sentence: string): string {
  return facts.epci === null ? sentence : `${facts.epci.nom}\u00a0: ${sentence}`;
}

/** What every sentence about a straddling EPCI must add; empty otherwise. */
export function partSentences(facts: Facts): string[] {
  const { epci, extent, departement, total } = facts;
  if (!epci?.partiel) return [];
  if (extent === 'partie')
    return [`Part de ${kindOf(epci)} ${inDepartement(departement)}\u00a0: ${shareOfCommunes(epci)}.`];
  if (lacksOutside(total)) return [unknownWhole(epci, departement)];
  const here = epci.communes.length;
  return [
    `${capitalised(kindOf(epci))} entier\u00a0: ${formatCountOf(epci.communesEntier, 'commune', 'communes')}, dont ${formatCount(here)} ${inDepartement(departement)}.`,
  ];
}

/** → l’EPCI, or the EPT that stands for it in the Métropole du Grand Paris. */
export function kindOf({ ept }: Pick<Territory, 'ept'>): string {
  return ept === null ? 'l’EPCI' : 'l’EPT';
}

/** Whether the figure of an EPCI read whole is missing because communes outside the département have none. */
export function lacksOutside({ raison }: Pick<Value, 'raison'>): boolean {
  return raison === 'communes-hors-territoire-non-chargees';
}

/** Why an EPCI read whole has no figure. */
export function unknownWhole(
  epci: Pick<Territory, 'communes' | 'communesEntier' | 'ept'>,
  departement: Pick<Territory, 'code' | 'nom'>,
): string {
  const here = epci.communes.length;
  return `${capitalised(kindOf(epci))} entier n’est pas chiffré\u00a0: ${plural(here, 'seule', 'seules')} ${shareOfCommunes(epci)} ${plural(here, 'est', 'sont')} ${inDepartement(departement)} et ${plural(here, 'a ses', 'ont leurs')} données ici.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Values that are numbers, the largest first. */
export function largestFirst(values: readonly Value[]): (Value & { valeur: number })[] {
  return values.filter(isNumber).sort((a, b) => b.valeur - a.valeur || a.code.localeCompare(b.code));
}

function isNumber(value: Value): value is Value & { valeur: number } {
  return value.etat === 'valeur' && typeof value.valeur === 'number';
}
