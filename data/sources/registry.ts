/** The sources, in load order: memberships first, since every other load reads them. */
import arcepDeploiement from './arcep-deploiement.ts';
import arcepDeploiement2018 from './arcep-deploiement-2018.ts';
import arcepDeploiementClasseur from './arcep-deploiement-classeur.ts';
import arcepImmeubles from './arcep-immeubles.ts';
import arcepMciDebit from './arcep-mci-debit.ts';
import arcepMciDebitFilaire from './arcep-mci-debit-filaire.ts';
import arcepMciDebitTerrestre from './arcep-mci-debit-terrestre.ts';
import arcepMciMeilleureTechno from './arcep-mci-meilleure-techno.ts';
import arcepMciTechno from './arcep-mci-techno.ts';
import arcepMobileSites from './arcep-mobile-sites.ts';
import arcepZonage from './arcep-zonage.ts';
import arcepZonage2018 from './arcep-zonage-2018.ts';
import cog from './cog.ts';
import contoursCommunes from './contours-communes.ts';
import dataInclusion from './data-inclusion.ts';
import decisionsFiches from './decisions-fiches.ts';
import type { Source } from './declare.ts';
import dpnt from './dpnt.ts';
import fermetureCuivre from './fermeture-cuivre.ts';
import fichesCatalogue from './fiches-catalogue.ts';
import filosofi from './filosofi.ts';
import franceServices from './france-services.ts';
import inseeCarreaux from './insee-carreaux.ts';
import inseePopulationAge from './insee-population-age.ts';
import lieuxRecenses from './lieux-recenses.ts';
import mediationLieux from './mediation-lieux.ts';
import projetsRecenses from './projets-recenses.ts';
import recensementEpci from './recensement-epci.ts';

export const sources: readonly Source[] = [
  cog,
  contoursCommunes,
  arcepDeploiementClasseur,
  arcepDeploiement2018,
  arcepZonage2018,
  arcepZonage,
  arcepDeploiement,
  arcepImmeubles,
  arcepMciDebit,
  arcepMciDebitTerrestre,
  arcepMciDebitFilaire,
  arcepMciTechno,
  arcepMciMeilleureTechno,
  fermetureCuivre,
  filosofi,
  inseePopulationAge,
  inseeCarreaux,
  arcepMobileSites,
  dpnt,
  projetsRecenses,
  fichesCatalogue,
  decisionsFiches,
  recensementEpci,
  mediationLieux,
  franceServices,
  dataInclusion,
  lieuxRecenses,
];
