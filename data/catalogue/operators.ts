/**
 * Names of the infrastructure operators, by the codes that Arcep publishes: its own, and that of interoperability
 * (SFRA), both in its list of operators. Several are joined by « - » in a commune.
 */
export const operators: Readonly<Record<string, string>> = {
  FRTE: 'Orange',
  SFR0: 'SFR',
  SFRA: 'SFR',
  FREE: 'Free',
  ENTH: 'Essonne numérique THD',
  SETR: 'Seine Essonne THD',
  SETE: 'Sequantic Telecom',
  CAPS: 'CAPS THD',
  TEES: 'Tutor Europ’Essonne',
  BOUY: 'Bouygues Telecom',
  SFTT: 'XpFibre',
  AXAF: 'Covage',
  UPCF: 'SFR Fibre',
};

/** « FREE-FRTE » → « Free, Orange »; a code without a declared name stays as published. */
export function operatorsLabel(codes: string): string {
  if (codes === '') return 'opérateur non publié';
  return codes
    .split('-')
    .map((code) => operators[code] ?? code)
    .join(', ');
}
