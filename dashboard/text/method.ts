/** Words of the page “Méthode” that no declaration holds: limits, rules of reading, glossary, labels. */
import { formatCount, formatCountOf } from './numbers.ts';

export const method = {
  title: 'Méthode',
  lead: 'Chaque chiffre de cet observatoire vient d’une source publique, datée, et d’une formule écrite ici. Un taux est toujours une somme divisée par une somme, jamais une moyenne de taux.',
  contents: 'Dans cette page',
  sections: {
    reading: 'Comment lire les chiffres',
    indicators: 'Indicateurs',
    sources: 'Sources',
    limits: 'Limites',
    versions: 'Versions de l’API',
    glossary: 'Glossaire',
  },
  definition: 'Définition',
  formula: 'Formule',
  cautions: 'À ne pas en conclure',
  levels: 'Mailles',
  periods: 'Périodes et méthodes de comptage',
  sourcesOf: 'Sources',
  onTheMap: 'Voir sur la carte',
  licence: 'Licence',
  producer: 'Producteur',
  sourcesOnly: 'Listée seulement, jamais dans un chiffre.',
  usedBy: 'Sert à',
  noLoad: 'Aucun chargement.',
  reports: 'Chargements',
  columns: {
    vintage: 'Millésime',
    date: 'Données au',
    loaded: 'Chargée le',
    read: 'Lignes lues',
    taken: 'Retenues',
    outside: 'Hors territoire',
    refused: 'Refusées',
  },
  refused: 'Refus',
  warned: 'Avertissements',
  countOf: (reason: string, count: number, example: string | undefined) =>
    `${reason}\u00a0: ${formatCount(count)}${example === undefined ? '' : `. Exemple\u00a0: ${example}`}`,
  files: (count: number) => formatCountOf(count, 'fichier', 'fichiers'),
  failed: (message: string) => `Les sources n’ont pas pu être lues. ${message}`,
  waiting: 'Les sources arrivent…',
} as const;

export function definitionOf(term: string): string {
  return `Définition de «\u00a0${term}\u00a0»`;
}

export const levelLabels = { commune: 'commune', epci: 'EPCI', departement: 'département' } as const;

/** Rules that hold for every figure. */
export const readingRules: readonly string[] = [
  'Inconnu n’est pas zéro. Une valeur absente de la source est «\u00a0non disponible\u00a0», hachurée sur la carte\u00a0; une valeur tenue secrète par le producteur est «\u00a0secret statistique\u00a0», en pointillé\u00a0; «\u00a0non prévu\u00a0» est une réponse, dessinée à part.',
  'Une couleur remplit une surface seulement pour un taux, une catégorie ou une date. Un nombre est un cercle, dont la surface est proportionnelle au nombre.',
  'Les seuils d’une légende sont calculés sur toutes les périodes comptées par une même méthode\u00a0: une couleur veut dire la même chose d’une période à l’autre. Les seuils égaux sont fusionnés.',
  'Deux sources, ou deux méthodes de comptage, ne sont jamais réunies dans une série ni soustraites.',
  'Un taux supérieur à 100\u202f% est montré et signalé, jamais ramené à 100\u202f%.',
  'À la maille EPCI, «\u00a0dans le département\u00a0» additionne les seules communes du département\u00a0; «\u00a0EPCI entier\u00a0» n’est chiffré que si toutes ses communes sont chargées.',
  'Le centre d’un cercle est un point intérieur du territoire, le plus éloigné de ses bords.',
];

export const limits: readonly string[] = [
  'Raccordable n’est pas raccordé\u00a0: la fibre peut être commandée, sans que l’occupant l’ait fait.',
  'Un nombre de locaux n’est pas un nombre d’habitants\u00a0: un local est un logement ou un établissement.',
  'Aucun taux FttH par commune n’est disponible entre le T2\u00a02018 et le T1\u00a02026 dans les fichiers au dossier.',
  'Le zonage de déploiement et les opérateurs datent du T1\u00a02018\u00a0; ils ont pu changer.',
  'Les dates de fermeture du cuivre sont prévisionnelles\u00a0: elles sont confirmées si la fibre est complète, et peuvent être reportées.',
  'Les projets et les lieux sont relevés à la main dans des pages publiques, avec leur adresse, leur date et un degré de confiance. Le recensement est incomplet.',
  'Les contours sont généralisés\u00a0: ils servent à lire une carte, pas à situer une parcelle.',
  'Les chiffres des communes fusionnées depuis 2018 sont rapportés aux communes d’aujourd’hui.',
];

/** What who builds on the API may count on. */
export const apiVersions: readonly string[] = [
  'L’adresse de l’API porte sa version\u00a0: /api/v1.',
  'Ce qui s’ajoute s’ajoute à la même version\u00a0: une adresse, un paramètre facultatif, un champ d’une réponse, un format. Un programme doit donc ignorer les champs qu’il ne connaît pas.',
  'Un retrait, un nom ou un sens qui change est annoncé au journal des changements du programme (CHANGELOG.md), avec la marque [contract].',
  'L’ancienne forme répond encore pendant au moins six mois, à côté de la nouvelle, avec les en-têtes Deprecation (RFC 9745), qui dit depuis quand elle est dépréciée, et Sunset (RFC 8594), qui dit quand elle cessera. Elle est ensuite absente de la version suivante, /api/v2.',
  'Cette règle vaut à partir de la première version publiée. Tant que le journal n’a que des changements à paraître («\u00a0Unreleased\u00a0»), un nom peut encore changer\u00a0: le journal le dit. Aucune adresse n’est dépréciée à ce jour.',
];

export const glossary: readonly { readonly term: string; readonly meaning: string }[] = [
  {
    term: 'EPCI',
    meaning:
      'Établissement public de coopération intercommunale\u00a0: groupement de communes à fiscalité propre (communauté de communes, communauté d’agglomération, métropole).',
  },
  {
    term: 'EPT',
    meaning:
      'Établissement public territorial\u00a0: découpage de la Métropole du Grand Paris, qui tient ici lieu d’EPCI.',
  },
  { term: 'FttH', meaning: 'Fiber to the home, fibre jusqu’à l’abonné.' },
  {
    term: 'Local',
    meaning: 'Logement ou établissement (commerce, entreprise, service public) que l’on peut raccorder.',
  },
  {
    term: 'Raccordable',
    meaning: 'La fibre passe assez près et est assez avancée pour qu’un abonnement puisse être commandé.',
  },
  { term: 'Très haut débit (THD)', meaning: 'Débit descendant de 30 Mbit/s et plus.' },
  {
    term: 'Fermeture technique du cuivre',
    meaning: 'Jour où les services sur le réseau téléphonique en cuivre (téléphone, ADSL) cessent de fonctionner.',
  },
  {
    term: 'Zone très dense',
    meaning: 'Communes très peuplées où plusieurs opérateurs peuvent déployer chacun leur réseau de fibre.',
  },
  {
    term: 'Initiative privée',
    meaning: 'Zone moins dense où un opérateur privé s’est engagé à déployer la fibre.',
  },
  {
    term: 'Initiative publique',
    meaning: 'Zone moins dense où une collectivité porte le réseau de fibre, ici le syndicat mixte ou son délégataire.',
  },
  { term: 'COG', meaning: 'Code officiel géographique de l’Insee\u00a0: la liste des communes à une date donnée.' },
  {
    term: 'Millésime',
    meaning: 'Date ou période dont parle un fichier, différente du jour où il est publié ou chargé.',
  },
  {
    term: 'Seuils naturels (Jenks)',
    meaning: 'Découpage en classes qui rend chaque classe la plus homogène possible.',
  },
  {
    term: 'Indice de Gini',
    meaning:
      'De 0 (chaque commune a de ce qui manque une part égale à sa part des locaux) à près de 1 (une seule petite commune a tout). C’est deux fois l’aire entre la courbe de Lorenz et la diagonale.',
  },
  {
    term: 'Indice de Theil',
    meaning:
      'Nul quand chaque commune a sa part, d’autant plus grand que quelques-unes ont davantage que la leur. Il se partage exactement en deux\u00a0: l’écart entre les EPCI, et l’écart entre communes d’un même EPCI.',
  },
  {
    term: 'Courbe de Lorenz',
    meaning:
      'Communes rangées de la mieux à la moins bien servie\u00a0: la courbe donne la part cumulée de ce qui manque pour chaque part cumulée des locaux.',
  },
  { term: 'Quantiles', meaning: 'Découpage en classes de même effectif.' },
];
