/** How a source is loaded, in words and as a command. */
import { defaultDepartement } from '../state/shown-departement.ts';

export const loading = {
  how: (isOfficial: boolean) =>
    isOfficial
      ? 'Pour la charger\u00a0:'
      : 'Le fichier n’a pas d’adresse connue, il est à donner dans un dossier\u00a0:',
  /** The parts of the command that hold together: npm run etl -- | --only arcep-zonage | --departement 28. */
  command: (id: string, isOfficial: boolean, departement: string = defaultDepartement): readonly string[] => [
    'npm run etl --',
    ...(isOfficial ? [] : ['--from <dossier>']),
    `--only ${id}`,
    ...(departement === defaultDepartement ? [] : [`--departement ${departement}`]),
  ],
};
