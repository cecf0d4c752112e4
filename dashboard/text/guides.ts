/** The guides, one for each kind of people, and the words around them. */
import { analystGuide } from './guides/analyste.ts';
import { referencingGuide } from './guides/collectivite.ts';
import { decisionGuide } from './guides/decideur.ts';
import type { Guide } from './guides/declare.ts';
import { epciGuide } from './guides/epci.ts';

export const guides: readonly Guide[] = [decisionGuide, epciGuide, analystGuide, referencingGuide];

export const guideWords = {
  title: 'Guides',
  lead: 'Quatre guides illustrés, un par usage. Chacun tient en cinq ou six étapes, et chaque étape ouvre la vue qu’elle montre.',
  invitation: 'Guides pas à pas\u00a0:',
  open: 'Ouvrir cette vue',
  openOf: (title: string) => `Ouvrir cette vue\u00a0: ${title}`,
  enlarge: 'Agrandir l’image',
  enlargeOf: (title: string) => `Agrandir l’image\u00a0: ${title}`,
  dated: (day: string) =>
    `Les images montrent les chiffres fournis avec le programme, comme ils se lisaient le ${day}. Ceux de l’observatoire ont pu changer depuis\u00a0; les gestes restent les mêmes.`,
  steps: (count: number) => `${count} étapes`,
  keeper: {
    title: 'Vous tenez l’observatoire\u00a0?',
    says: 'Trois commandes suffisent, programme arrêté\u00a0; le fichier README du programme les détaille.',
    commands: [
      {
        command: 'npm run etl',
        use: 'cherche les fichiers officiels, les contrôle, les charge et dit ce qui a été retenu, refusé ou changé',
      },
      {
        command: 'npm run etl -- --from dossier',
        use: 'charge un dossier de fichiers, dont les modèles remplis par les collectivités',
      },
      { command: 'npm run etl -- figer "T2 2026"', use: 'fige les chiffres en vigueur en un état des lieux daté' },
    ],
  },
} as const;

/** The day on which the pictures are taken: ages and deadlines told from today do not change with the day of the test. */
export const picturedOn = '2026-11-26';
