/** The sources, in load order: memberships first, since every other load reads them. */
import arcepDeploiement from './arcep-deploiement.ts';
import arcepDeploiement2018 from './arcep-deploiement-2018.ts';
import arcepMciDebit from './arcep-mci-debit.ts';
import arcepMciDebitTerrestre from './arcep-mci-debit-terrestre.ts';
import arcepMciMeilleureTechno from './arcep-mci-meilleure-techno.ts';
import arcepZonage2018 from './arcep-zonage-2018.ts';
import cog from './cog.ts';
import contoursCommunes from './contours-communes.ts';
import type { Source } from './declare.ts';
import fermetureCuivre from './fermeture-cuivre.ts';
import lieuxRecenses from './lieux-recenses.ts';
import projetsRecenses from './projets-recenses.ts';

export const sources: readonly Source[] = [
  cog,
  contoursCommunes,
  arcepDeploiement2018,
  arcepZonage2018,
  arcepDeploiement,
  arcepMciDebit,
  arcepMciDebitTerrestre,
  arcepMciMeilleureTechno,
  fermetureCuivre,
  projetsRecenses,
  lieuxRecenses,
];
