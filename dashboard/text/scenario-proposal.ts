/** Words of a scenario made a proposal of project, in the columns of the projects' template. */
import { formatCountOf } from './numbers.ts';
import { atCommune, listNames } from './reach.ts';
import { atMost, type ReachLimit } from './reach-limit.ts';

const nbsp = '\u00a0';

/** Named one by one up to there: a summary is read by people. */
const mostNames = 12;

export const proposal = {
  title: (communes: readonly string[], kind: string) =>
    `${communes.length < 2 ? 'Nouveau lieu' : 'Nouveaux lieux'} ${communes.length === 1 ? atCommune(communes[0] ?? '') : `(${listNames(communes)})`}, pour rapprocher les habitants ${kind}`,
  summary: (gained: number, limit: ReachLimit, kind: string, won: readonly string[]) => {
    const named =
      won.length > mostNames ? [...won.slice(0, mostNames), `et ${won.length - mostNames} autres`] : [...won];
    return `D’après le scénario, ${formatCountOf(gained, 'habitant de plus serait', 'habitants de plus seraient')} ${atMost(limit)}${limit.km === null ? '' : ', à vol d’oiseau,'} ${kind}${won.length === 0 ? '' : `, dans les communes${nbsp}: ${named.join(', ')}`}. À vérifier sur place.`;
  },
  effect: (gained: number, limit: ReachLimit) =>
    `${formatCountOf(gained, 'habitant de plus', 'habitants de plus')} ${atMost(limit)} d’un lieu, d’après le scénario`,
  download: 'En faire une proposition de projet',
  preparing: 'Préparation du fichier…',
  failed: 'Le fichier n’a pas pu être préparé\u00a0: réessayer',
  /** @param missing titles of the columns that a person has to fill */
  lead: (missing: readonly string[]) =>
    `Un tableur au modèle des projets, avec le titre, le résumé, le thème, les communes et le lien de ce scénario. Reste à remplir avant de l’envoyer${nbsp}: ${listNames(missing)}. Rien n’est envoyé.`,
  fileName: 'proposition-de-projet.xlsx',
  sheets: {
    missing: 'À compléter',
    column: 'colonne',
    title: 'titre',
    what: 'à savoir',
    filled: 'Colonnes que le scénario a remplies, à relire',
    left: 'Colonnes obligatoires qui restent à remplir',
  },
} as const;
