/** Values of features as a page shows them. */
import type { Row } from '../declare.ts';

export type Told = Row['properties'][string] | undefined;

/** Nothing known is a dash that is read out; numbers are French; ratios keep their digits, for they are data here. */
export function toldValue(value: Told): string {
  if (value === null || value === undefined || value === '') return 'non renseigné';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return value.toLocaleString('fr-FR', { maximumFractionDigits: 6 });
  return typeof value === 'string' ? value : value.length === 0 ? 'non renseigné' : value.join(', ');
}

/** A count with its noun: 1 élément, 2 éléments, 1 850 éléments. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('fr-FR')} ${noun}${count > 1 ? 's' : ''}`;
}
