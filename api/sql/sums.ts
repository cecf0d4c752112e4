/**
 * The compiler: a plan and a level become one statement that returns sums by territory. Nothing is divided here.
 * `figure` has one row per commune and key, with the pair of sums; it is then summed over the communes of each territory
 * that are known: half of a pair (premises without the connectable ones) would lower the rate of all.
 */
import { z } from 'zod';
import type { Cell } from '../../data/analysis/cell.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import type { Queryable } from '../../data/database/port.ts';
import type { GapAt, Plan, RatioAt } from '../plan.ts';
import { type Parameters, startParameters } from './parameters.ts';
import { projectsOnceSql } from './projects.ts';
import { type State, stateSql } from './state.ts';

const cellRows = z.array(
  z.object({
    code: z.string(),
    key: z.string().nullable(),
    detail: z.string().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    known: z.number(),
    unknown: z.number(),
    secret: z.number(),
    outside: z.number(),
    reason: z.string().nullable(),
  }),
);

/** Which communes are summed, into what, in which state of the data. */
export interface SummedOver {
  readonly level: Level;
  /** `entier`: every member of an EPCI (of the EPT, where there is one), those outside the loaded départements included. */
  readonly extent: 'partie' | 'entier';
  /** Keeps the communes of one département; null keeps all. */
  readonly departement: string | null;
  readonly state: State;
}

/** @returns the cells of each territory that has some, by code; in no order, for what is drawn from them follows declarations. */
export async function readSums(database: Queryable, plan: Plan, over: SummedOver): Promise<Map<string, Cell[]>> {
  const parameters = startParameters();
  // The whole of an EPCI reaches outside the département.
  const tables = stateSql(over.state, parameters, over.extent === 'entier' ? null : over.departement);
  const sql =
    plan.kind === 'count'
      ? `with ${tables} ${countSql(plan.source, over, parameters)}`
      : `with ${tables}, figure as materialized (${figureSql(plan, parameters)}) ${sumsSql(over, parameters)}`;
  const cells = new Map<string, Cell[]>();
  for (const { code, ...cell } of cellRows.parse(await database.query(sql, parameters.values))) {
    const own = cells.get(code);
    if (own) own.push(cell);
    else cells.set(code, [cell]);
  }
  return cells;
}

function sumsSql({ level, extent, departement }: SummedOver, parameters: Parameters): string {
  const isWhole = level === 'epci' && extent === 'entier';
  const within = departement === null ? '' : `and m.departement = ${parameters.add(departement)}`;
  const code = isWhole ? 'n.code' : { commune: 'm.commune', epci: 'm.epci', departement: 'm.departement' }[level];
  const communes = isWhole
    ? `named n join member m on case when n.ept_code is null then m.epci = n.code else m.ept = n.ept_code end`
    : 'member m';
  const kept = isWhole ? `n.level = 'epci'` : `m.is_loaded ${within} and ${code} is not null`;
  return `select ${code} as code, f.key, f.detail, sum(f.numerator) filter (where f.is_known) as numerator,
      sum(f.denominator) filter (where f.is_known) as denominator,
      count(*) filter (where f.is_known) as known, count(*) filter (where f.is_known is not true) as unknown,
      count(*) filter (where f.is_secret) as secret,
      count(*) filter (where f.is_known is not true and not m.is_loaded) as outside, min(f.reason) as reason
    from ${communes}
    left join figure f on f.commune = m.commune
    where ${kept}
    group by 1, 2, 3`;
}

function figureSql(plan: Exclude<Plan, { kind: 'count' }>, parameters: Parameters): string {
  switch (plan.kind) {
    case 'ratio':
      return `select commune, null as key, null as detail, numerator, denominator, is_known, is_secret, reason
        from (${ratioSql(plan.at, parameters)}) pair`;
    case 'gap':
      return `select commune, null as key, null as detail, numerator, denominator, is_known, is_secret, reason
        from (${gapSql(plan.at, parameters)}) pair`;
    case 'partition':
      return partitionSql(plan, parameters);
    case 'sum':
    case 'published': {
      const { segment, period } = plan.at;
      return `select commune, null as key, null as detail, value_number as numerator, null::double precision as denominator,
          value_number is not null as is_known, state = 'secret' as is_secret, reason from observed
        where source = ${parameters.add(segment.source)} and period = ${parameters.add(period)}
          and measure = ${parameters.add(segment.measure)}`;
    }
    case 'gap-before':
    case 'date': {
      const { date, period } = plan.at;
      const [source, when] = [parameters.add(date.source), parameters.add(period)];
      const beside =
        plan.kind === 'date' && date.beside
          ? `left join observed b on b.commune = k.commune and b.source = ${source} and b.period = ${when}
              and b.measure = ${parameters.add(date.beside.measure)}`
          : null;
      return `select k.commune, coalesce(to_char(k.value_on, 'YYYY-MM-DD'), case when k.state = 'value' then 'non-prevu' end) as key,
          ${beside ? `to_char(b.value_on, 'YYYY-MM-DD')` : 'null'} as detail, g.numerator, g.denominator, k.state = 'secret' or coalesce(g.is_secret, false) as is_secret,
          ${plan.kind === 'date' ? `k.state = 'value'` : `k.state = 'value' and coalesce(g.is_known, false)`} as is_known,
          case when k.state <> 'value' then k.reason
            else coalesce(g.reason, case when k.value_on is not null ${plan.kind === 'date' ? '' : 'and g.is_known'} then k.reason end) end as reason
        from observed k left join (${gapSql(plan.gap, parameters)}) g on g.commune = k.commune ${beside ?? ''}
        where k.source = ${source} and k.period = ${when}
          and k.measure = ${parameters.add(date.measure)}`;
    }
    case 'category': {
      const { category, period } = plan.at;
      const source = parameters.add(plan.at.source);
      const when = parameters.add(period);
      return `select k.commune, k.value_text as key, coalesce(o.value_text, '') as detail, g.numerator, g.denominator,
          k.value_text is not null as is_known, k.state = 'secret' as is_secret, k.reason
        from observed k
        left join observed o on o.commune = k.commune and o.source = ${source} and o.period = ${when}
          and o.measure = ${parameters.add(category.operators)}
        left join (${gapSql(plan.gap, parameters)}) g on g.commune = k.commune
        where k.source = ${source} and k.period = ${when} and k.measure = ${parameters.add(category.measure)}`;
    }
    case 'difference':
      // Only communes known at both ends, so that the two ratios are of the same territory.
      return `select a.commune, e.key, null as detail, case e.key when 'depuis' then a.numerator else b.numerator end as numerator,
          case e.key when 'depuis' then a.denominator else b.denominator end as denominator,
          a.is_known and b.is_known as is_known, a.is_secret or b.is_secret as is_secret, coalesce(a.reason, b.reason) as reason
        from (${ratioSql(plan.from, parameters)}) a join (${ratioSql(plan.to, parameters)}) b on b.commune = a.commune
        cross join (values ('depuis'), ('periode')) e (key)`;
  }
}

function ratioSql({ segment, period }: RatioAt, parameters: Parameters): string {
  const pair = pairSql(segment.source, period, segment.numerator, segment.denominator, parameters);
  return `select commune, a as numerator, b as denominator, a is not null and b is not null as is_known, is_secret, reason from (${pair}) o`;
}

/** Premises not yet connectable, never below zero in a commune: an excess here does not hide a lack elsewhere. */
function gapSql({ segment, period }: GapAt, parameters: Parameters): string {
  const pair = pairSql(segment.source, period, segment.covered, segment.base, parameters);
  return `select commune, case when b - a > 0 then b - a when b - a <= 0 then 0 end as numerator, case when a is not null then b end as denominator,
      a is not null and b is not null as is_known, is_secret, reason from (${pair}) o`;
}

function pairSql(source: string, period: string, a: string, b: string, parameters: Parameters): string {
  const [first, second] = [parameters.add(a), parameters.add(b)];
  return `select commune, max(value_number) filter (where measure = ${first}) as a,
      max(value_number) filter (where measure = ${second}) as b, bool_or(state = 'secret') as is_secret, min(reason) as reason
    from observed
    where source = ${parameters.add(source)} and period = ${parameters.add(period)} and measure in (${first}, ${second})
    group by commune`;
}

function partitionSql({ at }: Extract<Plan, { kind: 'partition' }>, parameters: Parameters): string {
  const keys = parameters.add(at.segment.parts.map((part) => part.key));
  const measures = parameters.add(at.segment.parts.map((part) => part.measure));
  return `select o.commune, p.key, null as detail, o.value_number as numerator, null::double precision as denominator,
      o.value_number is not null as is_known, o.state = 'secret' as is_secret, o.reason
    from unnest(${keys}::text[], ${measures}::text[]) as p (key, measure)
    join observed o on o.measure = p.measure
    where o.source = ${parameters.add(at.segment.source)} and o.period = ${parameters.add(at.period)}`;
}

/** Projects that name the territory; for a département, all of its census, with those that name an EPCI as numerator. */
function countSql(source: string, { level }: SummedOver, parameters: Parameters): string {
  const rest = 'null as detail, 1 as known, 0 as unknown, 0 as secret, 0 as outside, null as reason';
  const ofSource = `c.source = ${parameters.add(source)}`;
  if (level === 'departement')
    return `select c.departement as code, p.theme as key, count(*) as denominator,
        count(*) filter (where exists (select 1 from project_territory t
          where t.load_id = p.load_id and t.project_id = p.id and t.level = 'epci')) as numerator, ${rest}
      from pointed c join project p on p.load_id = c.load_id and ${ofSource} group by 1, 2`;
  return `select t.code, p.theme as key, count(*) as numerator, count(*) as denominator, ${rest}
    from (${projectsOnceSql('pointed', ofSource)}) p
    join project_territory t on t.load_id = p.load_id and t.project_id = p.id and t.level = ${parameters.add(level)}
    group by 1, 2`;
}
