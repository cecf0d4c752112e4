/**
 * The gaps of a whole country: the loaded département cloned, outlines aside, until it has as many communes as France.
 * The clones are synthetic and never leave the bench. What is measured is set against the limit of 250 ms that values
 * of 35 000 communes have.
 */
import { createApp } from '../api/app.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';

const limitMs = 250;
const rounds = 5;
/** 194 communes, this many times over: 34 920, beside the 194 that are real. */
const copies = 180;

/**
 * Clone `n` of a commune is numbered in a département that no map has a figure of, so that codes stay well formed;
 * a clone of an EPCI holds
 * two clones of its communes, so that there are about as many EPCI as in France.
 */
const cloneSql = `
  create temp table clone as
    select c.code as original, n, m.epci,
      lpad((((n - 1) / 4) + 1 + case when ((n - 1) / 4) + 1 >= 20 then 1 else 0 end)::text, 2, '0') as departement,
      lpad((((n - 1) % 4) * 200 + rank)::text, 3, '0') as number
    from (select code, row_number() over (order by code) as rank from territory where level = 'commune') c
    join membership m on m.commune = c.code cross join generate_series(1, ${copies}) n;
  alter table clone add column code text;
  update clone set code = departement || number;
  alter table clone add column epci_code text;
  update clone set epci_code = (100000000 + (n / 2) * 1000000 + (hashtext(epci) & 65535))::text;
  create index on clone (original);
  insert into territory select t.level, c.code, 'Synthétique ' || c.code, 'Synthétique ' || c.code, t.population,
      t.population_vintage, t.postcodes, null, null, t.center_4326, t.bbox, t.geom_4326, null
    from territory t join clone c on t.level = 'commune' and t.code = c.original;
  insert into territory select distinct on (c.epci_code) 'epci', c.epci_code, 'Synthétique ' || c.epci_code, 'Synthétique ' || c.epci_code,
      t.population, t.population_vintage, t.postcodes, null, null, t.center_4326, t.bbox, t.geom_4326, null
    from territory t join clone c on t.level = 'epci' and t.code = c.epci;
  insert into territory select distinct on (c.departement) 'departement', c.departement, 'Synthétique ' || c.departement,
      'Synthétique ' || c.departement, t.population, t.population_vintage, t.postcodes, null, null, t.center_4326, t.bbox, t.geom_4326, null
    from territory t join clone c on t.level = 'departement' and t.code = '91' where c.departement <> '91';
  insert into membership select c.code, 'Synthétique ' || c.code, c.departement, null, c.epci_code, null, m.population
    from membership m join clone c on c.original = m.commune;
  insert into observation select o.load_id, c.departement, c.code, o.period, o.measure, o.value_number, o.value_text, o.value_on, o.state, o.reason
    from observation o join current_load l on l.load_id = o.load_id and l.period = o.period join clone c on c.original = o.commune
    where o.period >= '2020';
  insert into place (load_id, id, name, kind, is_itinerant, services, postcode, commune, location_4326, source_url, source_on, confidence)
    select p.load_id, p.id || '-' || c.n, 'Synthétique', p.kind, p.is_itinerant, p.services, p.postcode, c.code, p.location_4326, p.source_url, p.source_on, p.confidence
    from place p join clone c on c.original = p.commune;
  insert into project (load_id, id, title, summary, theme, carrier, level, phase, source_url, source_on, confidence)
    select p.load_id, p.id || '-' || n, 'Synthétique', '', p.theme, 'Synthétique', p.level, p.phase, p.source_url, p.source_on, p.confidence
    from project p cross join generate_series(1, ${copies}) n;
  insert into project_territory select t.load_id, t.project_id || '-' || c.n, t.level, case t.level when 'commune' then c.code else c.epci_code end
    from project_territory t join clone c on case t.level when 'commune' then c.original else c.epci end = t.code
    group by 1, 2, 3, 4;
  analyze;`;

const questions = [
  ['values of communes', '/api/v1/indicateurs/locaux-a-raccorder/valeurs?niveau=commune'],
  ['balance', '/api/v1/ecarts/equilibre'],
  ['matrix by EPCI', '/api/v1/ecarts/matrice'],
  ['matrix by commune of a département', '/api/v1/ecarts/matrice?niveau=commune&departement=01'],
] as const;

export async function benchFrance(): Promise<void> {
  const database = await openTestDatabase();
  try {
    await loadPackage(database, 'data/essonne', () => {});
    await database.transaction(async (tx) => {
      for (const statement of cloneSql.split(';').filter((one) => one.trim() !== '')) await tx.query(statement);
    });
    for (const [name, address] of questions) {
      const times: number[] = [];
      let bytes = 0;
      for (let round = 0; round < rounds; round++) {
        // A new application has no answer in memory.
        const app = createApp({ database, tilesFolder: '', now: () => new Date(), log: console.error });
        const start = performance.now();
        const answer = await app.request(address);
        bytes = (await answer.arrayBuffer()).byteLength;
        if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
        times.push(performance.now() - start);
      }
      const median = times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
      console.log(
        `France, ${name}: ${Math.round(median)} ms (${Math.round(times[0] ?? 0)} to ${Math.round(times.at(-1) ?? 0)}), ${(bytes / 1e6).toFixed(1)} MB; ${(median / limitMs).toFixed(2)} of the limit of ${limitMs} ms`,
      );
    }
  } finally {
    await database.close();
  }
}
