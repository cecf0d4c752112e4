/** The guide of the staff of an EPCI: show me only my EPCI. The example is Paris-Saclay. */
import type { Guide } from './declare.ts';

export const epciGuide: Guide = {
  id: 'epci',
  reader: 'Services d’un EPCI',
  title: 'Suivre son EPCI\u00a0: mes communes, mes projets, ma liste',
  lead: 'Vous repartez avec vos communes rangées, votre liste de choses à faire, vos projets, et un lien qui rouvre exactement cette vue. L’exemple est celui de Paris-Saclay.',
  steps: [
    {
      title: 'Choisir votre EPCI',
      says: [
        'Dans «\u00a0Territoire\u00a0», à gauche de la carte, choisissez votre EPCI\u00a0: la phrase, la carte et la liste ne parlent plus que de lui.',
        'Le choix vous suit dans la page Écarts et dans les tableaux à télécharger.',
      ],
      address: '/?epci=200056232',
      screen: 'map',
      picture: {
        id: 'epci-carte',
        width: 1120,
        height: 600,
        alt: 'Carte des communes de Paris-Saclay colorées selon leur couverture en fibre, les autres EPCI estompés. À gauche, la phrase sur Paris-Saclay et le choix du territoire.',
        caption: 'Carte, territoire «\u00a0Paris-Saclay\u00a0».',
      },
    },
    {
      title: 'Dire de quelle part de l’EPCI vous parlez',
      says: [
        'Certains EPCI débordent du département. «\u00a0Dans le département\u00a0» additionne leurs seules communes du département\u00a0; «\u00a0EPCI entier\u00a0» les additionne toutes.',
        'Si les chiffres des autres communes ne sont pas chargés, l’observatoire le dit au lieu de donner un chiffre incomplet.',
      ],
      address: '/?niveau=epci&epci=200059228&perimetre=entier',
      screen: 'map',
      picture: {
        id: 'epci-perimetre',
        width: 340,
        height: 570,
        from: 'main h1',
        alt: 'Colonne de gauche de la carte pour Grand Paris Sud\u00a0: l’EPCI entier n’est pas chiffré parce que seules ses communes de l’Essonne ont leurs données. Dessous, le choix entre «\u00a0Dans le département\u00a0» et «\u00a0EPCI entier\u00a0».',
        caption: 'Carte, «\u00a0Étendue des EPCI\u00a0».',
      },
    },
    {
      title: 'Lire vos communes en tableau',
      says: [
        'L’onglet «\u00a0Tableau\u00a0» dit la même chose que la carte, commune par commune, avec les deux nombres dont le taux est tiré.',
        'Choisissez un titre de colonne pour ranger les lignes, un nom pour ouvrir le portrait de la commune, un lien pour télécharger le tableau.',
      ],
      address: '/?epci=200056232&onglet=tableau',
      screen: 'map',
      picture: {
        id: 'epci-tableau',
        width: 1040,
        height: 600,
        alt: 'Tableau des communes de Paris-Saclay\u00a0: valeur, locaux raccordables et tous les locaux, avec au-dessus les deux liens de téléchargement.',
        caption: 'Carte, onglet «\u00a0Tableau\u00a0».',
      },
    },
    {
      title: 'Suivre votre liste de choses à faire',
      says: [
        'Dans Écarts, la même liste de priorités est calculée pour votre seul EPCI\u00a0: locaux à raccorder, projets à suivre, recensement à remplir.',
        'Plus bas, les points de vigilance ouvrent chacun la liste de ce qu’ils comptent.',
      ],
      address: '/ecarts?epci=200056232',
      screen: 'gaps',
      picture: {
        id: 'epci-priorites',
        width: 1024,
        height: 360,
        from: '[aria-labelledby="first-title"]',
        alt: 'Trois actions pour Paris-Saclay\u00a0: raccorder des locaux, suivre les projets d’inclusion et de médiation, répondre au recensement des projets.',
        caption: 'Écarts, territoire «\u00a0Paris-Saclay\u00a0».',
      },
    },
    {
      title: 'Ranger vos communes selon vos critères',
      says: [
        'Donnez à chaque critère un poids de 0 à 10\u00a0: le classement des communes est refait aussitôt, et l’adresse garde vos poids.',
        '«\u00a0Ce que le classement doit aux poids\u00a0» dit combien de fois une commune reste dans les premières quand les poids changent.',
      ],
      address: '/ecarts/classement?epci=200056232',
      screen: 'ranking',
      picture: {
        id: 'epci-classement',
        width: 1040,
        height: 650,
        alt: 'À gauche, les curseurs de poids des critères. À droite, les communes de Paris-Saclay rangées par score, chaque barre découpée selon ce que chaque critère apporte.',
        caption: 'Écarts, «\u00a0Classement\u00a0».',
      },
    },
    {
      title: 'Retrouver vos projets, et envoyer le lien',
      says: [
        'La page Projets filtre par EPCI, thème, phase, financeur ou année. «\u00a0Retenir\u00a0» met des fiches de côté pour une synthèse d’une page.',
        'L’adresse du navigateur contient tous vos choix\u00a0: envoyez-la, ou «\u00a0Copier le lien\u00a0» là où il est proposé, et la même vue se rouvre.',
      ],
      address: '/projets?epcis=200056232',
      screen: 'projects',
      picture: {
        id: 'epci-projets',
        width: 1280,
        height: 600,
        alt: 'Liste des projets recensés de Paris-Saclay, avec les thèmes à cocher à gauche et la carte des projets à côté.',
        caption: 'Projets, filtre «\u00a0EPCI\u00a0».',
      },
    },
  ],
};
