/** The name that people read for an EPCI: its legal form, its acronym and the article after it left out. */

const legalForm = /^(CA|CC|CU|SAN)\s+(Communauté\s+)?/;
const article = /^(du|de la|des|de|d['’])\s*/;

/** `CC du Val d'Essonne (CCVE)` → `Val d’Essonne`; `CC le Dourdannais…` keeps its article, which is part of its name. */
export function toEpciName(officialName: string): string {
  const bare = officialName
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(legalForm, '')
    .replace(article, '')
    .replaceAll("'", '’')
    .replace(/\bCoeur\b/g, 'Cœur');
  return bare.charAt(0).toLocaleUpperCase('fr') + bare.slice(1);
}

/** The name of an EPCI of the Métropole du Grand Paris: that of the EPT its communes belong to. */
export function toEptName(eptName: string): string {
  return `${eptName.replaceAll("'", '’')} (EPT)`;
}
