/**
 * The gaps of a whole country: the loaded département cloned, outlines aside, until it has as many communes as France.
 * The clones are synthetic and never leave the bench. What is measured is set against the limit of 250 ms that values
 * of 35 000 communes have.
 */
import { createApp } from '../api/app.ts';
import { openTestDatabase } from '../data/database/testing.ts';
import { loadPackage } from '../etl/load-package.ts';
import { toldBeside } from './ratio.ts';

const limitMs = 250;
const rounds = 5;
/** 194 communes, this many times over: 34 920, beside the 194 that are real. */
const copies = 180;

/**
 * Each département of the country holds three clones of the communes, and has loads of its own, as it has when every
 * département is loaded. Clone `n` of a commune is numbered in a département that no map has a figure of, so that codes
 * stay well formed; a clone of an EPCI holds two clones of its communes, so that there are about as many EPCI as in France.
 * What the package has no figure of, and a need is read from, is drawn for all.
 */
const cloneSql = `
  create temp table clone as
    select c.code as original, n, m.epci,
      lpad((((n - 1) / 3) + 1 + case when ((n - 1) / 3) + 1 >= 20 then 1 else 0 end)::text, 2, '0') as departement,
      lpad((((n - 1) % 3) * 200 + rank)::text, 3, '0') as number
    from (select code, row_number() over (order by code) as rank from territory where level = 'commune') c
    join membership m on m.commune = c.code cross join generate_series(1, ${copies}) n;
  alter table clone add column code text;
  update clone set code = departement || number;
  alter table clone add column epci_code text;
  update clone set epci_code = (100000000 + (n / 2) * 1000000 + (hashtext(epci) & 65535))::text;
  create index on clone (original);
  analyze clone;
  insert into territory select t.level, c.code, 'Synthétique ' || c.code, 'Synthétique ' || c.code, t.population,
      t.population_vintage, t.postcodes, null, null, t.center_4326, t.bbox, t.geom_4326, null
    from territory t join clone c on t.level = 'commune' and t.code = c.original;
  insert into territory select distinct on (c.epci_code) 'epci', c.epci_code, 'Synthétique ' || c.epci_code, 'Synthétique ' || c.epci_code,
      t.population, t.population_vintage, t.postcodes, null, null, t.center_4326, t.bbox, t.geom_4326, null
    from territory t join clone c on t.level = 'epci' and t.code = c.epci;
  insert into territory select distinct on (c.departement) 'departement', c.departement, 'Synthétique ' || c.departement,
      'Synthétique ' || c.departement, t.population, t.population_vintage, t.postcodes, null, null, t.center_4326, t.bbox, t.geom_4326, null
    from territory t join clone c on t.level = 'departement' and t.code = '91';
  insert into membership select c.code, 'Synthétique ' || c.code, c.departement, null, c.epci_code, null, m.population
    from membership m join clone c on c.original = m.commune;
  insert into load overriding system value
    select (jsonb_populate_record(l, jsonb_build_object('id', 1000 + row_number() over (), 'source', s.source,
      'periods', array[s.period], 'vintage', s.period))).*
    from load l cross join (values ('dpnt', '2026-11-20'), ('insee-population-age', '2022')) s (source, period) where l.source = 'cog';
  insert into current_load select source, departement, periods[1], id from load where id > 1000;
  insert into observation (load_id, departement, commune, period, measure, value_number, state)
    select l.id, '91', t.code, l.periods[1], d.measure, floor(d.least + (d.most - d.least) * (hashtext(t.code || d.measure) & 1023) / 1024), 'value'
    from load l join (values ('dpnt', 'rpnt_communes', 1, 2), ('dpnt', 'rpnt_conforme', 0, 2),
      ('insee-population-age', 'population_rp', 900, 1100), ('insee-population-age', 'population_75_plus', 50, 200)) d (source, measure, least, most)
      on d.source = l.source join territory t on t.level = 'commune' and t.code like '91%';
  create temp table clone_load as
    select l.id as original, d.departement, 10000 + row_number() over (order by l.id, d.departement) as id
    from load l cross join (select distinct departement from clone) d where l.id in (select load_id from current_load);
  insert into load overriding system value
    select (jsonb_populate_record(l, jsonb_build_object('id', c.id, 'departement', c.departement))).*
    from load l join clone_load c on c.original = l.id;
  insert into current_load select l.source, c.departement, l.period, c.id
    from current_load l join clone_load c on c.original = l.load_id where l.departement = '91';
  insert into observation select n.id, c.departement, c.code, o.period, o.measure, o.value_number, o.value_text, o.value_on, o.state, o.reason
    from observation o join current_load l on l.load_id = o.load_id and l.period = o.period and l.departement = '91'
    join clone c on c.original = o.commune join clone_load n on n.original = o.load_id and n.departement = c.departement
    where o.period >= '2020' and o.commune like '91%';
  insert into place (load_id, id, name, kind, is_itinerant, services, postcode, commune, location_4326, source_url, source_on, confidence)
    select n.id, p.id || '-' || c.n, 'Synthétique', p.kind, p.is_itinerant, p.services, p.postcode, c.code, p.location_4326, p.source_url, p.source_on, p.confidence
    from place p join clone c on c.original = p.commune join clone_load n on n.original = p.load_id and n.departement = c.departement;
  create temp table clone_project as
    select distinct on (n.id, p.id, c.n) n.id as load_id, p.load_id as original, p.id as project, c.n, p.id || '-' || c.n as id
    from project p cross join (select distinct departement, n from clone) c
    join clone_load n on n.original = p.load_id and n.departement = c.departement;
  insert into project (load_id, id, title, summary, theme, carrier, level, phase, source_url, source_on, confidence)
    select c.load_id, c.id, 'Synthétique', '', p.theme, 'Synthétique', p.level, p.phase, p.source_url, p.source_on, p.confidence
    from project p join clone_project c on c.original = p.load_id and c.project = p.id;
  insert into project_territory select distinct p.load_id, p.id, t.level, case t.level when 'commune' then c.code else c.epci_code end
    from project_territory t join clone_project p on p.original = t.load_id and p.project = t.project_id
    join clone c on c.n = p.n and case t.level when 'commune' then c.original else c.epci end = t.code;
  analyze;`;

/** Each asked first of a program that has read nothing since the load, then of one that has, at an address never asked. */
const questions: readonly { readonly name: string; readonly first: string; readonly next: readonly string[] }[] = [
  {
    name: 'values of communes',
    first: '/api/v1/indicateurs/locaux-a-raccorder/valeurs',
    next: ['couverture-ftth', 'couverture-thd', 'part-75-ans-et-plus'].map((id) => `/api/v1/indicateurs/${id}/valeurs`),
  },
  {
    name: 'balance',
    first: '/api/v1/ecarts/equilibre',
    next: ['couverture-ftth', 'couverture-thd', 'part-75-ans-et-plus'].map(
      (id) => `/api/v1/ecarts/equilibre?indicateur=${id}`,
    ),
  },
  {
    name: 'balance of a département',
    first: '/api/v1/ecarts/equilibre?departement=01',
    next: ['02', '03', '04'].map((code) => `/api/v1/ecarts/equilibre?departement=${code}`),
  },
  {
    name: 'matrix by EPCI',
    first: '/api/v1/ecarts/matrice',
    next: ['0.2', '0.3', '0.4'].map((ratio) => `/api/v1/ecarts/matrice?ecart=${ratio}`),
  },
  {
    name: 'matrix by commune of a département',
    first: '/api/v1/ecarts/matrice?niveau=commune&departement=01',
    next: ['02', '03', '04'].map((code) => `/api/v1/ecarts/matrice?niveau=commune&departement=${code}`),
  },
];

export async function benchFrance(): Promise<void> {
  const database = await openTestDatabase();
  try {
    await loadPackage(database, 'data/essonne', () => {});
    await database.transaction(async (tx) => {
      for (const statement of cloneSql.split(';').filter((one) => one.trim() !== '')) await tx.query(statement);
    });
    // As a server does by itself soon after a load.
    await database.query('vacuum analyze');
    for (const { name, first, next } of questions) {
      const measured = { first: [] as number[], next: [] as number[] };
      let bytes = 0;
      for (let round = 0; round < rounds; round++) {
        const app = createApp({ database, tilesFolder: '', now: () => new Date(), log: console.error });
        const ask = async (address: string) => {
          const start = performance.now();
          const answer = await app.request(address);
          bytes = (await answer.arrayBuffer()).byteLength;
          if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
          return performance.now() - start;
        };
        measured.first.push(await ask(first));
        // One reads what the others need.
        const [warming = '', ...others] = next;
        await ask(warming);
        for (const address of others) measured.next.push(await ask(address));
      }
      const size = `${(bytes / 1e6).toFixed(1)} MB`;
      console.log(
        `France, ${name} (${size}): first after a load ${toldBeside(measured.first, limitMs)}; then ${toldBeside(measured.next, limitMs)}`,
      );
    }
  } finally {
    await database.close();
  }
}
