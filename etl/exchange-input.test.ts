/** What is told of each bad file of an exchange table: one golden file a table, to be read. Every name is invented. */
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { schemaRoutes } from '../api/routes/schemas.ts';
import { templateSheet } from '../data/catalogue/template-sheet.ts';
import { type Bench, type Cells, openBench, rowOf, type TableId, tableOf, toCsv, told } from './testing-exchange.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench(() => new Date('2026-11-26T10:00:00Z'));
});
afterAll(() => bench.close());

const long = 'a'.repeat(2_000_000);
const badTexts = {
  script: '<script>alert(1)</script>',
  HTML: 'Un <b>mot',
  NUL: 'Texte\u0000 inventé',
  'sens d’écriture renversé': 'Texte \u202einventé',
  '2 Mo': long,
};

/** Each case, and what is told of the row that is right but for it. */
async function tellEach(table: TableId, cases: Readonly<Record<string, Cells>>): Promise<string[]> {
  const parts: string[] = [];
  for (const [name, change] of Object.entries(cases))
    parts.push(`== ${name}`, await bench.messageOf(table, rowOf(table, 'CAS', change)), '');
  return parts;
}

/** The same of texts that no cell may hold, put in each of these columns; columns of the same answer stand together. */
async function tellTexts(table: TableId, columns: readonly string[], others: Cells = {}): Promise<string[]> {
  const parts: string[] = [];
  for (const [name, text] of Object.entries(badTexts)) {
    const columnsByAnswer = new Map<string, string[]>();
    for (const column of columns) {
      const message = await bench.messageOf(table, rowOf(table, 'CAS', { ...others, [column]: text }));
      const answer = message.replace(`colonne ${column} :`, 'colonne … :');
      columnsByAnswer.set(answer, [...(columnsByAnswer.get(answer) ?? []), column]);
    }
    for (const [answer, alike] of columnsByAnswer) parts.push(`== ${name} dans ${alike.join(', ')}`, answer, '');
  }
  return parts;
}

async function expectGolden(name: string, lines: readonly string[]): Promise<void> {
  const text = lines.join('\n');
  for (const line of lines) expect(line.length, line.slice(0, 200)).toBeLessThan(1200);
  expect(text, 'every message is French').not.toMatch(/Invalid|received |expected |undefined/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a message shows none of them as they came.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  await expect(`${text}\n`).toMatchFileSnapshot(`expected/exchange-input/${name}.txt`);
}

const [paris, etampes] = ['200056232', '200017846'];

describe('projects', () => {
  it('are told one by one what is wrong, what was received and what is expected', async () => {
    const rows: Record<string, Cells> = {
      'identifiant absent': { id: '' },
      'identifiant qui ne tient pas dans une adresse': { id: 'été 1' },
      'SIREN à la clé fausse': { porteur_siren: '200056233' },
      'SIREN de zéros': { porteur_siren: '000000000' },
      'SIRET à la clé fausse': { porteur_siret: '20005623200011' },
      'SIRET d’un autre SIREN': { porteur_siren: '200056232', porteur_siret: '43493312300029' },
      'thème inconnu': { theme: 'numerique' },
      'phase et état qui se contredisent': { phase: 'termine', etat: 'en-cours', date_fin: '2026' },
      'idée qui a une fin': { phase: 'idee', etat: '', date_fin: '2027' },
      'fin avant le début': { date_debut: '2026-03', date_fin: '2025' },
      'fin prévue avant le début prévu': { date_debut_prevue: '2027-03-02', date_fin_prevue: '2027-03-01' },
      'fin prévue avant le début': { date_debut: '2026-03', date_fin_prevue: '2026-02' },
      'fin avant le début prévu': { date_debut: '', date_debut_prevue: '2026', date_fin: '2025-12' },
      'date à la française': { date_debut: '06/05/2024' },
      'jour qui n’existe pas': { date_debut: '2024-02-30' },
      'année d’un autre siècle': { date_debut: '0204' },
      'budget négatif': { budget_eur: '-12000' },
      'budget avec une virgule': { budget_eur: '12000,50' },
      'budget avec des espaces et le signe': { budget_eur: '12 000 €' },
      'commune hors de l’EPCI': { communes: '91223', epci: paris },
      'commune d’un autre département': { communes: '28085' },
      'commune d’un autre département, d’un EPCI à cheval': { communes: '75056' },
      'commune qui n’existe pas': { communes: '91999' },
      'commune sans son zéro': { communes: '1001' },
      'ancienne commune': { communes: '91182' },
      'EPCI inconnu': { epci: '123456789' },
      'EPCI par son nom': { epci: 'Paris-Saclay' },
      'parent qui n’existe pas': { parent: 'ABSENT' },
      'parent de lui-même': { parent: 'CAS' },
      'latitude sans longitude': { latitude: '48.7' },
      'latitude hors du monde': { latitude: '148.7', longitude: '2.2' },
      'besoin inconnu': { besoins: 'couverture-thd|fibre-pour-tous' },
      'financement mal écrit': { financements: 'Région inventée 2026 8000' },
      'financement avec une virgule': { financements: 'Région inventée:2026:8000,50' },
      'adresse web qui n’en est pas une': { source_url: 'javascript:alert(1)' },
      'adresse web au sens renversé': { source_url: 'https://exemple.invalid/\u202egpj' },
      'adresse web avec NUL': { liens: 'https://exemple.invalid/\u0000' },
      'ouvert autrement que oui ou non': { ouvert: 'vrai' },
      'confiance inconnue': { confiance: 'totale' },
    };
    const texts = [
      'titre',
      'resume',
      'objectifs',
      'sous_theme',
      'porteur',
      'communes',
      'lieu',
      'publics',
      'financeurs',
      'financements',
      'partenaires',
      'effets_attendus',
      'liens',
    ];
    const closed: Record<string, Cells> = {
      '2 Mo dans id': { id: long },
      '2 Mo dans theme': { theme: long },
      '2 Mo dans parent': { parent: long },
      '2 Mo dans budget_eur': { budget_eur: long },
      'NUL dans phase': { phase: badTexts.NUL },
      'sens d’écriture renversé dans porteur_siren': { porteur_siren: '\u202e232650002' },
    };
    await expectGolden('projets', [
      ...(await tellEach('projets', { ...rows, ...closed })),
      ...(await tellTexts('projets', texts)),
    ]);
  });

  const { columns, fields } = tableOf('projets');
  /** Enough good rows for a few bad ones to be within the tolerance. */
  const crowd = Array.from({ length: 40 }, (_, i) => rowOf('projets', `BON-${i + 1}`));

  it('are told of the file as a whole: columns, separators, repetitions, families, tolerance', async () => {
    const cases: Record<string, string> = {
      'colonne obligatoire absente': toCsv(
        columns.filter((column) => column !== 'theme'),
        crowd,
      ),
      'colonne facultative absente': toCsv(
        columns.filter((column) => column !== 'objectifs'),
        crowd,
      ),
      'colonne de 2 Mo, et une autre absente': toCsv(['id', 'titre', long], crowd),
      'colonne inconnue': toCsv([...columns, 'date_debt', long.slice(0, 300), '\u202eeuq'], crowd),
      'mauvais séparateur': toCsv(columns, crowd, ';'),
      'identifiant répété': toCsv(columns, [...crowd, rowOf('projets', 'BON-1'), rowOf('projets', ' BON-2 ')]),
      'deux identifiants absents': toCsv(columns, [...crowd, rowOf('projets', ''), rowOf('projets', ' ')]),
      'parents qui tournent en rond': toCsv(columns, [
        ...crowd,
        rowOf('projets', 'A', { parent: 'B' }),
        rowOf('projets', 'B', { parent: 'A' }),
        rowOf('projets', 'ENFANT', { parent: 'A' }),
      ]),
      'parents qui tournent en rond de loin': toCsv(
        columns,
        Array.from({ length: 12 }, (_, i) => rowOf('projets', `R${i}`, { parent: `R${(i + 1) % 12}` })).concat(
          Array.from({ length: 120 }, (_, i) => rowOf('projets', `BON-${i}`)),
        ),
      ),
      'parent refusé dont l’enfant est gardé': toCsv(columns, [
        ...crowd,
        rowOf('projets', 'PARENT', { confiance: 'totale' }),
        rowOf('projets', 'ENFANT', { parent: 'PARENT' }),
      ]),
    };
    const parts: string[] = [];
    for (const [name, content] of Object.entries(cases))
      parts.push(`== ${name}`, ...(await bench.read('projets', content)), '');
    await expectGolden('projets-fichier', parts);
  });

  it('are loaded with a tenth of them refused, and not with more: the message says so', async () => {
    const parts: string[] = [];
    for (const bad of [4, 5]) {
      const rows = crowd.map((row, i) => (i < bad ? { ...row, confiance: 'totale' } : row));
      parts.push(`== ${bad} refus sur 40`, ...told(await bench.load('projets', toCsv(columns, rows))), '');
    }
    await expectGolden('projets-tolerance', parts);
  });

  it('whose parent is refused are written without it', async () => {
    await bench.load(
      'projets',
      toCsv(columns, [...crowd, rowOf('projets', 'P', { theme: '' }), rowOf('projets', 'E', { parent: 'P' })]),
    );
    expect(
      await bench.database.query(
        `select p.id, p.parent from project p join current_load c on c.load_id = p.load_id where p.id in ('P', 'E')`,
      ),
    ).toEqual([{ id: 'E', parent: null }]);
  });

  it('come back from the template with their codes whole and their types', async () => {
    const answer = await schemaRoutes({ publicUrl: null }).request('/schemas/projets.xlsx');
    const blank = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    const [header = []] = blank.find(({ sheet }) => sheet === templateSheet)?.data ?? [];
    expect(header).toEqual(columns);
    const row = rowOf('projets', '007', {
      communes: '91223|91001',
      epci: '',
      budget_eur: '12000.5',
      date_debut: '2026-03',
    });
    const cells = fields.map(({ name }) => {
      if (name === 'date_fin_prevue')
        return { value: new Date('2027-06-30T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' };
      if (name === 'budget_eur') return { value: 12000.5, type: Number };
      return row[name] ? { value: row[name], type: String } : null;
    });
    const data = [header.map((name) => ({ value: String(name), type: String })), cells];
    const workbook = await writeXlsx([{ sheet: templateSheet, data }]).toBuffer();
    expect(told(await bench.load('projets', workbook, 'xlsx'))).toEqual([
      'loaded : lues 1, retenues 1, refusées 0, avertissements 0',
    ]);
    const [written] = await bench.database.query(
      `select p.id, p.budget_euros, p.starts_on, p.planned_end, p.is_open, p.audiences,
         array(select code from project_territory t where t.load_id = p.load_id and t.project_id = p.id order by code) as communes
       from project p join current_load c on c.load_id = p.load_id where c.source = 'projets-recenses'`,
    );
    expect(written).toEqual({
      id: '007',
      budget_euros: 12000.5,
      starts_on: '2026-03',
      planned_end: '2027-06-30',
      is_open: true,
      audiences: ['Seniors', 'Jeunes'],
      communes: ['91001', '91223'],
    });
  });
});

describe('the catalogue', () => {
  it('tells what is wrong with a sheet', async () => {
    const cases: Record<string, Cells> = {
      'statut inconnu': { statut: 'brouillon' },
      'thème inconnu': { theme: 'numerique' },
      'sans objectif': { objectifs: '' },
      'coût au plus sous le coût au moins': { cout_min_eur: '60000', cout_max_eur: '40000' },
      'coût négatif': { cout_min_eur: '-1' },
      'durée qui n’est pas entière': { duree_min_mois: '1,5' },
      'exemple qui n’est pas recensé': { exemples: 'ABSENT' },
    };
    const texts = [
      'titre',
      'probleme',
      'objectifs',
      'prerequis',
      'cout_precision',
      'porteurs_possibles',
      'mutualisation',
      'exemples',
      'indicateurs_resultat',
    ];
    await expectGolden('fiches', [...(await tellEach('fiches', cases)), ...(await tellTexts('fiches', texts))]);
  });

  it('tells what is wrong with a decision', async () => {
    const sheets = [rowOf('fiches', 'PUBLIEE', { statut: 'publiee' }), rowOf('fiches', 'EXEMPLE')];
    await bench.load('fiches', toCsv(tableOf('fiches').columns, sheets));
    const on = (change: Cells): Cells => ({ fiche: 'PUBLIEE', ...change });
    const cases: Record<string, Cells> = {
      'fiche absente du catalogue': { fiche: 'ABSENTE' },
      'fiche d’exemple': { fiche: 'EXEMPLE' },
      'décision inconnue': on({ decision: 'oui' }),
      'sans date': on({ date: '' }),
      'retenue sans pilote': on({ pilote: '' }),
      'fin prévue avant le début prévu': on({ date_debut_prevue: '2027-03', date_fin_prevue: '2027-01' }),
      'fin avant le début prévu': on({ date_debut_prevue: '2027-03', date_fin: '2026' }),
      'écartée, et terminée': on({ decision: 'ecarte', date_debut_prevue: '', date_fin_prevue: '', date_fin: '2027' }),
      'jalon sans date': on({ jalons: 'Marché inventé notifié' }),
      'jalon d’un treizième mois': on({ jalons: '2027-13:Marché inventé' }),
      'jalon sans libellé': on({ jalons: '2027-03:' }),
    };
    const texts = await tellTexts('decisions', ['instance', 'motif', 'pilote', 'jalons'], on({}));
    await expectGolden('decisions', [...(await tellEach('decisions', cases)), ...texts]);
    const accepted = await bench.load(
      'decisions',
      toCsv(tableOf('decisions').columns, [rowOf('decisions', 'PUBLIEE')]),
    );
    expect(told(accepted)).toEqual(['loaded : lues 1, retenues 1, refusées 0, avertissements 0']);
  });

  it('tells what is wrong with an answer to the census', async () => {
    const cases: Record<string, Cells> = {
      'EPCI inconnu': { epci: '217500016' },
      'EPCI par son nom': { epci: 'Étampois' },
      'EPCI absent': { epci: '' },
      'statut inconnu': { epci: etampes, statut: 'oui' },
      'réponse sans date': { epci: etampes, date: '' },
    };
    const texts = await tellTexts('recensement', ['precision'], { epci: etampes });
    await expectGolden('recensement', [...(await tellEach('recensement', cases)), ...texts]);
  });
});
