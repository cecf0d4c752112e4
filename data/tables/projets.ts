/** The exchange table of referenced projects: a fact declared by a collectivité or found in a public page. */
import { z } from 'zod';
import { type ThemeId, themeIds } from '../catalogue/themes.ts';
import { amount, list, oneOf, optional, partialDate, provenance, required, siren, writeList } from './cells.ts';
import { type ExchangeTable, provenanceFields, textField } from './declare.ts';

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
    ...provenance,
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

export const projectTable: ExchangeTable<ProjectRow> = {
  format: { delimiter: ',', headerColumn: 'titre', columns: Object.keys(rowSchema.shape) },
  fields: [
    textField('id', 'Identifiant', 'Identifiant stable du projet.', true),
    textField('parent', 'Projet parent', 'Identifiant du contrat ou du programme auquel le projet appartient.'),
    textField('titre', 'Titre', 'Titre du projet.', true),
    textField('resume', 'Résumé', 'Résumé en une ou deux phrases.', true),
    textField('theme', 'Thème', `Thème du schéma : ${themeIds.join(', ')}.`, true),
    textField('porteur', 'Porteur', 'Organisme qui porte le projet.', true),
    textField('porteur_siren', 'SIREN du porteur', 'Neuf chiffres.'),
    textField('niveau', 'Niveau', 'Territoire du projet : commune, epci, departement ou autre.', true),
    textField('communes', 'Communes', 'Codes INSEE, séparés par « | ».'),
    textField('epci', 'EPCI', 'SIREN des EPCI, séparés par « | ».'),
    textField('phase', 'Phase', 'État à la date de la source : idee, etude, operation, termine ou abandonne.', true),
    textField('date_debut', 'Début', 'Année, mois ou jour, tel que publié.'),
    textField('date_fin', 'Fin', 'Année, mois ou jour, tel que publié.'),
    {
      name: 'budget_eur',
      title: 'Budget',
      description: 'Budget en euros ; vide quand il n’est pas connu.',
      type: 'number',
      required: false,
    },
    textField('financeurs', 'Financeurs', 'Séparés par « | ».'),
    textField('partenaires', 'Partenaires', 'Séparés par « | ».'),
    ...provenanceFields,
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
