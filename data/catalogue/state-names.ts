/** Words that name a state of the data in an address, hence that no frozen état des lieux may take. */

/** What is in force. */
export const currentStateName = 'actuel';

/** What was in force right after a load. */
export const loadStateName = (load: number) => `chargement-${load}`;

/** The load of `chargement-12`; undefined for any other name. */
export function findLoadOfState(name: string): number | undefined {
  const number = /^chargement-(\d{1,15})$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

export function isReservedStateName(name: string): boolean {
  return name === currentStateName || /^chargement-\d+$/.test(name);
}
