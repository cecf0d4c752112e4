/** The guide of who decides: where are we behind, and what should we do next? */
import type { Guide } from './declare.ts';

export const decisionGuide: Guide = {
  id: 'decideur',
  reader: 'Élus, direction',
  title: 'Décider\u00a0: où sommes-nous en retard, et que faire ensuite\u00a0?',
  lead: 'Vous repartez avec les trois actions qui viennent d’abord, les dates qui pressent, et une page à imprimer pour le comité.',
  steps: [
    {
      title: 'Lire la phrase, puis la carte',
      says: [
        'Chaque carte s’ouvre sur une phrase\u00a0: combien de locaux restent à raccorder, et où.',
        'Un cercle est un nombre\u00a0: plus sa surface est grande, plus il manque de locaux. Choisissez un autre indicateur à gauche\u00a0: la phrase, la carte et la liste des communes suivent.',
      ],
      address: '/?indicateur=locaux-a-raccorder',
      screen: 'map',
      picture: {
        id: 'decideur-carte',
        width: 1120,
        height: 600,
        alt: 'Carte de l’Essonne avec un cercle par commune pour les locaux non encore raccordables à la fibre, surtout au nord. À gauche, la phrase qui les résume et les choix d’indicateur, de territoire et de période.',
        caption: 'Carte, indicateur «\u00a0Locaux non encore raccordables\u00a0».',
      },
    },
    {
      title: 'Prendre les trois priorités',
      says: [
        'La page Écarts dit ce qui vient en premier\u00a0: trois actions au plus, chacune avec sa raison et le lien vers la liste ou la carte qui la justifie.',
        'L’une d’elles peut être de compléter le recensement des projets\u00a0: tant qu’un EPCI n’a pas répondu, l’absence de projet ne veut rien dire.',
      ],
      address: '/ecarts',
      screen: 'gaps',
      picture: {
        id: 'decideur-priorites',
        width: 1024,
        height: 360,
        from: '[aria-labelledby="first-title"]',
        alt: 'Trois actions numérotées sous le titre «\u00a0À faire d’abord\u00a0»\u00a0: raccorder des locaux à Paris-Saclay, compléter le recensement, prendre des nouvelles des projets, chacune avec sa raison et un lien.',
        caption: 'Écarts, «\u00a0À faire d’abord\u00a0».',
      },
    },
    {
      title: 'Croiser les besoins et les projets',
      says: [
        'Plus bas dans la même page, un tableau croise les EPCI et les thèmes. Chaque case dit s’il y a un besoin mesuré, et combien de projets y répondent.',
        'Choisissez une case pour voir ses chiffres et ses projets. Un thème sans indicateur se lit «\u00a0besoin non mesuré\u00a0», jamais «\u00a0sans besoin\u00a0».',
      ],
      address: '/ecarts',
      screen: 'gaps',
      anchor: 'matrix-title',
      picture: {
        id: 'decideur-matrice',
        width: 1024,
        height: 800,
        from: '[aria-labelledby="matrix-title"]',
        alt: 'Tableau des EPCI en lignes et des thèmes en colonnes\u00a0: les cases avec un besoin et des projets sont orange, celles avec des projets dont le besoin n’est pas mesuré sont violettes.',
        caption: 'Écarts, «\u00a0EPCI par EPCI, thème par thème\u00a0».',
      },
    },
    {
      title: 'Regarder les dates qui pressent',
      says: [
        'Le réseau de cuivre doit fermer commune par commune. Le graphique montre, pour chaque date prévue, combien de locaux n’ont pas encore la fibre à leur porte.',
        'Déplacez l’échéance\u00a0: la phrase, la carte et la liste suivent. Une commune sans date annoncée n’est pas à l’abri.',
      ],
      address: '/ecarts/cuivre',
      screen: 'copper',
      picture: {
        id: 'decideur-cuivre',
        width: 1024,
        height: 560,
        from: '[aria-labelledby="timeline-title"]',
        alt: 'Escalier des locaux non encore raccordables à chaque date de fermeture prévue du cuivre, et à part la barre hachurée des communes sans date annoncée\u00a0; dessous, le curseur de l’échéance.',
        caption: 'Écarts, «\u00a0Cuivre\u00a0».',
      },
    },
    {
      title: 'Savoir où se joue l’écart',
      says: [
        'La page Équilibre dit en combien de communes tient la moitié de ce qui manque, et si l’écart se joue entre les EPCI ou entre les communes d’un même EPCI.',
        'À droite, les communes qui pèsent le plus dans cet écart.',
      ],
      address: '/ecarts/equilibre',
      screen: 'balance',
      picture: {
        id: 'decideur-equilibre',
        width: 1024,
        height: 650,
        from: '[aria-labelledby="curve-title"]',
        alt: 'À gauche, la courbe de Lorenz des locaux non encore raccordables, loin sous la diagonale. À droite, les communes qui pèsent le plus dans l’écart, en barres.',
        caption: 'Écarts, «\u00a0Équilibre\u00a0».',
      },
    },
    {
      title: 'Imprimer le portrait pour le comité',
      says: [
        'Choisissez un EPCI ou une commune sur la carte, ou cherchez son nom en haut de la page\u00a0: son portrait s’ouvre, comparé au département.',
        '«\u00a0Imprimer\u00a0» en fait une page A4. Pour des projets, «\u00a0Retenir\u00a0» puis «\u00a0Synthèse de cette liste\u00a0» font de même.',
      ],
      address: '/?niveau=epci&territoire=epci-200056232',
      screen: 'map',
      picture: {
        id: 'decideur-portrait',
        width: 399,
        height: 640,
        from: '[aria-labelledby="territory-title"] nav',
        alt: 'Portrait de Paris-Saclay\u00a0: la phrase qui compare sa couverture à celle du département, puis ses chiffres à côté de ceux de l’Essonne, avec les boutons «\u00a0Imprimer\u00a0» et «\u00a0Fermer\u00a0».',
        caption: 'Carte, portrait d’un EPCI.',
      },
      links: [{ href: '/projets/synthese?choix=P003|P026', label: 'Exemple de synthèse de deux projets' }],
    },
  ],
};
