/** What changed of an indicator as a table: one line per territory, both states on each line. */
import type { IndicatorChanges } from '../contract-states.ts';
import { type CsvFormat, csvResponse, type PlainTable } from './csv.ts';

type Side = IndicatorChanges['changements'][number]['avant'];

export function changesTable(changes: IndicatorChanges): PlainTable {
  const side = (one: Side) => [
    one?.valeur ?? null,
    one?.numerateur ?? null,
    one?.denominateur ?? null,
    one?.etat ?? null,
  ];
  return {
    columns: [
      'code',
      'nom',
      'niveau',
      'indicateur',
      'valeur_avant',
      'numerateur_avant',
      'denominateur_avant',
      'etat_avant',
      'valeur_apres',
      'numerateur_apres',
      'denominateur_apres',
      'etat_apres',
      'difference',
      'periode_avant',
      'periode_apres',
      'echeance_avant',
      'echeance_apres',
      'de',
      'a',
      'raison',
    ],
    rows: changes.changements.map(({ code, nom, avant, apres, difference }) => [
      code,
      nom,
      changes.niveau,
      changes.indicateur,
      ...side(avant),
      ...side(apres),
      difference,
      changes.periodeAvant,
      changes.periodeApres,
      changes.echeanceAvant,
      changes.echeanceApres,
      changes.de.etat,
      changes.a.etat,
      changes.raison,
    ]),
  };
}

export function changesDownload(changes: IndicatorChanges, format: CsvFormat): Response {
  const name = ['changements', changes.indicateur, changes.niveau, changes.de.etat, changes.a.etat].join('_');
  return csvResponse(changesTable(changes), format, name);
}
