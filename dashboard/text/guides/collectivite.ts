/** The guide of a collectivité that references a project: by a file, whose bad cells are each named. */
import type { Guide } from './declare.ts';

export const referencingGuide: Guide = {
  id: 'collectivite',
  reader: 'Collectivités qui référencent un projet',
  title: 'Référencer un projet\u00a0: du modèle à la fiche publiée',
  lead: 'Vous repartez avec un fichier bien rempli, et vous savez ce que disent les contrôles et où paraîtra votre fiche. Il n’y a pas encore de formulaire en ligne\u00a0: un projet se référence par un fichier.',
  steps: [
    {
      title: 'Chercher si votre projet y est déjà',
      says: [
        'Tapez un mot, un lieu ou un porteur\u00a0: la recherche pardonne les accents oubliés et les fautes de frappe.',
        'Beaucoup de fiches viennent de pages publiques, avec leur adresse et leur date. Si la vôtre y est, notez son identifiant\u00a0: la ligne corrigée le gardera.',
      ],
      address: '/projets?q=videoprotection',
      screen: 'projects',
      picture: {
        id: 'collectivite-recherche',
        width: 1280,
        height: 600,
        alt: 'Recherche «\u00a0videoprotection\u00a0», sans accent, dans les projets\u00a0: les projets de vidéoprotection trouvés, avec leur carte et les thèmes à cocher.',
        caption: 'Projets, recherche d’un mot.',
      },
    },
    {
      title: 'Remplir une ligne par projet dans le modèle',
      says: [
        'Le modèle a une colonne par renseignement. Neuf sont obligatoires\u00a0: identifiant, titre, résumé, thème, porteur, niveau, phase, source et confiance. Ce que vous ne savez pas reste vide.',
        'Le code INSEE et le SIREN sont du texte\u00a0: gardez leurs zéros. Une ligne devient une fiche comme celle-ci.',
      ],
      address: '/projets/P003',
      screen: 'project',
      picture: {
        id: 'collectivite-fiche',
        width: 1040,
        height: 600,
        alt: 'Fiche d’un projet de Paris-Saclay\u00a0: thème, titre, résumé, puis porteur, territoire, phase, dates et budget, et à côté l’EPCI sur la carte.',
        caption: 'Projets, la fiche d’un projet.',
      },
      links: [
        { href: '/schemas/projets.xlsx', label: 'Modèle à remplir (XLSX)' },
        { href: '/schemas/projets-exemple.csv', label: 'Exemple rempli, inventé (CSV)' },
        { href: '/schemas/projets.json', label: 'Définition de chaque colonne (JSON)' },
      ],
    },
    {
      title: 'Envoyer le fichier, et lire ce que disent les contrôles',
      says: [
        'Envoyez le fichier à qui tient l’observatoire de votre département, qui joint vos lignes à la liste et la charge. Chaque cellule refusée est nommée, avec sa ligne et sa colonne\u00a0; par exemple\u00a0:',
      ],
      quotes: [
        'communes\u00a0: la commune «\u00a01338\u00a0» a 4\u00a0caractères, il en faut 5 (zéro initial perdu par le tableur\u00a0?). Ligne refusée.',
        'budget_eur\u00a0: «\u00a012\u00a0000 euros\u00a0» n’est pas un montant en euros (chiffres, point décimal). Ligne refusée.',
        'porteur_siren\u00a0: «\u00a0123456789\u00a0» n’est pas un SIREN (neuf chiffres, clé comprise). Ligne refusée.',
        'titre\u00a0: cellule vide, elle est obligatoire. Ligne refusée.',
      ],
      address: '/donnees/sources',
      screen: 'sources',
      anchor: 'source-projets-recenses',
      picture: {
        id: 'collectivite-controles',
        width: 1024,
        height: 255,
        from: '[id="source-projets-recenses"]',
        alt: 'La source «\u00a0Projets numériques recensés\u00a0»\u00a0: millésime, date, lignes lues, retenues et refusées au dernier chargement.',
        caption: 'Données, «\u00a0Sources\u00a0»\u00a0: le compte rendu du chargement, refus compris.',
      },
    },
    {
      title: 'Compléter ce qui manque à la fiche',
      says: [
        'La fiche dit combien de renseignements sont donnés, ceux qui manquent, et à quoi chacun sert. Rien n’est deviné à votre place.',
        'Pour compléter, renvoyez la ligne avec le même identifiant et une date de mise à jour.',
      ],
      address: '/projets/P003',
      screen: 'project',
      picture: {
        id: 'collectivite-completude',
        width: 664,
        height: 370,
        from: '[aria-labelledby="completeness-title"]',
        alt: 'Jauge des renseignements donnés, puis la liste de ceux qui manquent\u00a0: objectifs, publics, date de fin, budget, financeurs, chacun avec la raison de le donner.',
        caption: 'Projets, «\u00a0Ce qui manque, et pourquoi cela compte\u00a0».',
      },
    },
    {
      title: 'Retrouver la fiche, et répondre au recensement',
      says: [
        'La fiche paraît dans la liste et sur la carte des projets, dans leur répartition par EPCI et par thème, et face aux besoins dans Écarts.',
        'Un EPCI qui n’a pas de projet sur un thème le dit en répondant au recensement\u00a0: sans réponse, la répartition écrit «\u00a0Recensement à compléter\u00a0».',
      ],
      address: '/projets/repartition',
      screen: 'distribution',
      picture: {
        id: 'collectivite-repartition',
        width: 1040,
        height: 640,
        alt: 'Tableau des projets par EPCI et par thème, plus foncé où ils sont plus nombreux\u00a0; sous le nom de chaque EPCI, «\u00a0Recensement à compléter\u00a0».',
        caption: 'Projets, «\u00a0Répartition\u00a0».',
      },
      links: [{ href: '/schemas/recensement.xlsx', label: 'Modèle du recensement (XLSX)' }],
    },
  ],
};
