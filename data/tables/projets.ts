/** The exchange table of referenced projects: a fact declared by a collectivité or found in a public page. */
import { z } from 'zod';
import { type ThemeId, themeIds } from '../catalogue/themes.ts';
import {
  amount,
  confidence,
  list,
  oneOf,
  optional,
  partialDate,
  required,
  siren,
  webAddress,
  writeList,
} from './cells.ts';
import type { ExchangeTable } from './declare.ts';

const rowSchema = z
  .object({
    id: required,
    parent: optional,
    titre: required,
    resume: required,
    theme: oneOf(themeIds as [ThemeId, ...ThemeId[]]),
    porteur: required,
    porteur_siren: siren,
    niveau: oneOf(['commune', 'epci', 'departement', 'autre']),
    communes: list,
    epci: list,
    phase: oneOf(['idee', 'etude', 'operation', 'termine', 'abandonne']),
    date_debut: partialDate,
    date_fin: partialDate,
    budget_eur: amount,
    financeurs: list,
    partenaires: list,
    source_url: webAddress,
    source_date: partialDate,
    confiance: confidence,
  })
  .check((context) => {
    const { date_debut: start, date_fin: end, parent, id } = context.value;
    // Partial dates compare as text as far as the shorter one goes.
    const length = Math.min(start?.length ?? 0, end?.length ?? 0);
    if (start && end && end.slice(0, length) < start.slice(0, length))
      context.issues.push({
        code: 'custom',
        input: end,
        path: ['date_fin'],
        message: `« ${end} » précède le début, ${start}`,
      });
    if (parent === id)
      context.issues.push({
        code: 'custom',
        input: parent,
        path: ['parent'],
        message: 'un projet n’est pas son propre parent',
      });
  });

export type ProjectRow = z.output<typeof rowSchema>;

const text = (name: string, title: string, description: string, isRequired = false) =>
  ({ name, title, description, type: 'string', required: isRequired }) as const;

export const projectTable: ExchangeTable<ProjectRow> = {
  format: { delimiter: ',', headerColumn: 'titre', columns: Object.keys(rowSchema.shape) },
  fields: [
    text('id', 'Identifiant', 'Identifiant stable du projet.', true),
    text('parent', 'Projet parent', 'Identifiant du contrat ou du programme auquel le projet appartient.'),
    text('titre', 'Titre', 'Titre du projet.', true),
    text('resume', 'Résumé', 'Résumé en une ou deux phrases.', true),
    text('theme', 'Thème', `Thème du schéma : ${themeIds.join(', ')}.`, true),
    text('porteur', 'Porteur', 'Organisme qui porte le projet.', true),
    text('porteur_siren', 'SIREN du porteur', 'Neuf chiffres.'),
    text('niveau', 'Niveau', 'Territoire du projet : commune, epci, departement ou autre.', true),
    text('communes', 'Communes', 'Codes INSEE, séparés par « | ».'),
    text('epci', 'EPCI', 'SIREN des EPCI, séparés par « | ».'),
    text('phase', 'Phase', 'État à la date de la source : idee, etude, operation, termine ou abandonne.', true),
    text('date_debut', 'Début', 'Année, mois ou jour, tel que publié.'),
    text('date_fin', 'Fin', 'Année, mois ou jour, tel que publié.'),
    {
      name: 'budget_eur',
      title: 'Budget',
      description: 'Budget en euros ; vide quand il n’est pas connu.',
      type: 'number',
      required: false,
    },
    text('financeurs', 'Financeurs', 'Séparés par « | ».'),
    text('partenaires', 'Partenaires', 'Séparés par « | ».'),
    text('source_url', 'Source', 'Page qui le dit.', true),
    text('source_date', 'Date de la source', 'Année, mois ou jour.'),
    text('confiance', 'Confiance', 'haute, moyenne ou basse.', true),
  ],
  row: rowSchema,
  toCells: (row) => [
    row.id,
    row.parent ?? '',
    row.titre,
    row.resume,
    row.theme,
    row.porteur,
    row.porteur_siren ?? '',
    row.niveau,
    writeList(row.communes),
    writeList(row.epci),
    row.phase,
    row.date_debut ?? '',
    row.date_fin ?? '',
    row.budget_eur === null ? '' : String(row.budget_eur),
    writeList(row.financeurs),
    writeList(row.partenaires),
    row.source_url,
    row.source_date ?? '',
    row.confiance,
  ],
};
