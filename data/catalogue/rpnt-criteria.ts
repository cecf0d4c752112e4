/** The sixteen criteria of the référentiel de la présence numérique des territoires (ANCT), in its own numbering. */
export interface RpntCriterion {
  readonly id: string;
  readonly about: 'site' | 'messagerie';
  /** French, as an affirmation: what is met. */
  readonly label: string;
  /** Required for the level « conforme » of its part; the others are recommendations. */
  readonly isRequired: boolean;
}

export const rpntCriteria: readonly RpntCriterion[] = [
  { id: '1.1', about: 'site', label: 'Site déclaré sur Service-Public', isRequired: true },
  { id: '1.2', about: 'site', label: 'Extension de domaine souveraine (.fr, .eu, .paris…)', isRequired: true },
  { id: '1.3', about: 'site', label: 'Site joignable', isRequired: true },
  { id: '1.4', about: 'site', label: 'Connexion chiffrée (HTTPS)', isRequired: true },
  { id: '1.5', about: 'site', label: 'Certificat valide', isRequired: true },
  { id: '1.6', about: 'site', label: 'Pas de redirection vers un autre domaine', isRequired: true },
  { id: '1.7', about: 'site', label: 'Redirections d’usage en place', isRequired: false },
  { id: '1.8', about: 'site', label: 'Site déclaré avec son adresse en https', isRequired: false },
  { id: '2.1', about: 'messagerie', label: 'Adresse de messagerie déclarée', isRequired: true },
  {
    id: '2.2',
    about: 'messagerie',
    label: 'Domaine qui n’est pas celui d’un fournisseur grand public',
    isRequired: true,
  },
  { id: '2.3', about: 'messagerie', label: 'Même domaine que le site', isRequired: true },
  { id: '2.4', about: 'messagerie', label: 'Serveur de messagerie configuré (MX)', isRequired: true },
  { id: '2.5', about: 'messagerie', label: 'Expéditeurs autorisés déclarés (SPF)', isRequired: true },
  { id: '2.6', about: 'messagerie', label: 'Contrôle des messages déclaré (DMARC)', isRequired: false },
  { id: '2.7', about: 'messagerie', label: 'Messages suspects mis en quarantaine (DMARC)', isRequired: false },
  { id: '2.8', about: 'messagerie', label: 'Messagerie hébergée dans l’Union européenne', isRequired: true },
];

/** Levels that the ANCT computes from the criteria, published beside them. */
export const rpntLevels = ['1.a', '1.aa', '2.a', '2.aa', 'a', 'aa'] as const;
/** Website and e-mail that meet what is required of both. */
export const rpntConformLevel = 'a';
