/** The guide of the analyst: give me the table, and tell me what it means. */
import type { Guide } from './declare.ts';

export const analystGuide: Guide = {
  id: 'analyste',
  reader: 'Analystes, géomaticiens',
  title: 'Analyser\u00a0: le tableau, ce qu’il veut dire, et d’où il vient',
  lead: 'Vous repartez avec un fichier dans votre format, ou une adresse que vos outils relisent, sa définition, sa source et sa date.',
  steps: [
    {
      title: 'Lire la définition avant le chiffre',
      says: [
        'La page Méthode donne, pour chaque indicateur, sa définition, sa formule, ses mailles, ses périodes et ce qu’il ne faut pas en conclure.',
        'Deux périodes comptées par deux méthodes ne sont jamais réunies dans une série.',
      ],
      address: '/methode',
      screen: 'method',
      anchor: 'couverture-ftth',
      picture: {
        id: 'analyste-definition',
        width: 740,
        height: 620,
        from: '[id="couverture-ftth"]',
        alt: 'Définition de la couverture FttH\u00a0: une phrase, la formule, les mailles, les périodes avec leur méthode de comptage, les sources, et les mises en garde.',
        caption: 'Méthode, indicateur «\u00a0Couverture FttH\u00a0».',
      },
    },
    {
      title: 'Composer le tableau et le télécharger',
      says: [
        'Choisissez les indicateurs, la maille et la période\u00a0; «\u00a0Toutes\u00a0» donne toutes les périodes, chacune avec sa méthode. Les premières lignes se montrent aussitôt.',
        'Les mêmes valeurs sont dans chaque format\u00a0: CSV pour les programmes ou pour Excel, XLSX, GeoJSON, GeoPackage, FlatGeobuf, GeoParquet. Une valeur inconnue est vide, et la colonne «\u00a0etat\u00a0» dit pourquoi\u00a0: ce n’est jamais zéro.',
      ],
      address: '/donnees?indicateurs=couverture-ftth|locaux-a-raccorder&periodes=toutes',
      screen: 'tables',
      picture: {
        id: 'analyste-tableau',
        width: 1040,
        height: 680,
        alt: 'Page Données\u00a0: à gauche, le choix du tableau, du territoire, de la maille, de la période et des indicateurs\u00a0; à droite, les premières lignes, puis les liens vers chaque format.',
        caption: 'Données, «\u00a0Télécharger\u00a0».',
      },
    },
    {
      title: 'Le lire dans R, Python ou DuckDB',
      says: [
        'Sous les fichiers, des lignes prêtes à copier relisent le même tableau à son adresse. Les codes y sont lus comme du texte\u00a0: aucun zéro initial ne se perd.',
        'DuckDB lit le GeoParquet directement à cette adresse. Une réponse non modifiée n’est pas renvoyée à qui la possède déjà (ETag).',
      ],
      address: '/donnees?indicateurs=couverture-ftth&lignes=epci',
      screen: 'tables',
      picture: {
        id: 'analyste-lignes',
        width: 600,
        height: 620,
        from: '[aria-labelledby="reading-title"]',
        alt: 'L’adresse du tableau dans l’API, puis les lignes qui le lisent en R, en Python et en SQL avec DuckDB, chacune avec son bouton de copie.',
        caption: 'Données, «\u00a0Lire ces données ailleurs\u00a0».',
      },
    },
    {
      title: 'Ouvrir les couches dans QGIS',
      says: [
        'Une seule connexion OGC API – Features donne les communes, les EPCI, les lieux, les projets et une couche par indicateur, avec leurs attributs.',
        'La recette est écrite pas à pas, avec l’adresse à copier. GDAL lit la même adresse.',
      ],
      address: '/ogc/qgis',
      screen: null,
      picture: {
        id: 'analyste-qgis',
        width: 1040,
        height: 440,
        alt: 'Page «\u00a0Ouvrir ces données dans QGIS\u00a0»\u00a0: les étapes numérotées pour ajouter une connexion OGC API – Features et choisir une couche.',
        caption: 'Données géographiques, recette pour QGIS.',
      },
      links: [{ href: '/ogc', label: 'Toutes les couches' }],
    },
    {
      title: 'Interroger l’API',
      says: [
        'Toutes les pages de l’observatoire lisent la même API, ouverte en lecture et sans clé. Sa documentation décrit chaque adresse et permet de l’essayer.',
        'L’adresse porte la version. La page Méthode dit ce qui peut changer dans une version, et comment un retrait est annoncé.',
      ],
      address: '/api/docs',
      screen: null,
      picture: {
        id: 'analyste-api',
        width: 1028,
        height: 420,
        from: '[id="operations-tag-Indicateurs"]',
        alt: 'Documentation de l’API\u00a0: les adresses à lire pour les indicateurs, dont la liste, les valeurs et le tableau de plusieurs.',
        caption: 'Documentation de l’API.',
      },
      links: [
        { href: '/methode#versions', label: 'Versions de l’API' },
        { href: '/api/v1/limites', label: 'Limites d’usage (JSON)' },
      ],
    },
    {
      title: 'Vérifier la source, et citer',
      says: [
        'Chaque source dit son producteur, sa licence, sa date, et combien de lignes ont été lues, retenues ou refusées. Citez le producteur, la date des données et l’adresse de la vue.',
        'Pour un rapport, citez un état des lieux figé\u00a0: il est daté et ne change plus. Tant que l’observatoire n’en a figé aucun, «\u00a0États des lieux\u00a0» le dit. «\u00a0Ce qui a changé\u00a0» compare deux états.',
      ],
      address: '/donnees/sources',
      screen: 'sources',
      anchor: 'source-arcep-deploiement',
      picture: {
        id: 'analyste-source',
        width: 1024,
        height: 270,
        from: '[id="source-arcep-deploiement"]',
        alt: 'La source «\u00a0Observatoire des déploiements fixes, communes\u00a0»\u00a0: producteur, licence, indicateurs qui s’en servent, date des données, lignes lues, retenues et refusées.',
        caption: 'Données, «\u00a0Sources\u00a0».',
      },
      links: [
        { href: '/donnees/etats-des-lieux', label: 'États des lieux' },
        { href: '/donnees/changements', label: 'Ce qui a changé' },
      ],
    },
  ],
};
