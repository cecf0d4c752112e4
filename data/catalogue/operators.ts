/** Names of the infrastructure operators, by the code that Arcep publishes. Several are joined by « - » in a commune. */
export const operators: Readonly<Record<string, string>> = {
  FRTE: 'Orange',
  SFR0: 'SFR',
  FREE: 'Free',
  ENTH: 'Essonne numérique THD',
  SETR: 'Seine Essonne THD',
  SETE: 'Sequantic Telecom',
  CAPS: 'CAPS THD',
  TEES: 'Tutor Europ’Essonne',
};

/** « FREE-FRTE » → « Free, Orange »; a code without a declared name stays as published. */
export function operatorsLabel(codes: string): string {
  if (codes === '') return 'opérateur non publié';
  return codes
    .split('-')
    .map((code) => operators[code] ?? code)
    .join(', ');
}
