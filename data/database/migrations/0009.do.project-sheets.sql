-- The whole sheet of a project, the catalogue of possible actions with its decisions, and the census of EPCI.
-- Similarity of words forgives typing faults; a server that does not have it answers without.
do $$ begin
  create extension if not exists pg_trgm;
exception when feature_not_supported or undefined_file or insufficient_privilege then
  raise warning 'pg_trgm is not available: typing faults are not forgiven';
end $$;

alter table project add column objectives text;
alter table project add column sub_theme text;
alter table project add column carrier_siret text check (carrier_siret ~ '^[0-9]{14}$');
alter table project add column carrier_type text;
alter table project add column site text;
alter table project add column location_4326 geometry(Point, 4326);
alter table project add column audiences text[] not null default '{}';
alter table project add column state text check (state in ('en-cours', 'en-retard', 'en-pause', 'bloque'));
alter table project add column planned_start text check (planned_start ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$');
alter table project add column planned_end text check (planned_end ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$');
alter table project add column is_open boolean;
alter table project add column expected_effects text;
alter table project add column links text[] not null default '{}';
alter table project add column needs text[] not null default '{}';
alter table project add column updated_on text check (updated_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$');
comment on column project.objectives is 'What it wants to change, and for whom.';
comment on column project.sub_theme is 'A finer theme, free text.';
comment on column project.carrier_siret is 'SIRET of the establishment that carries it.';
comment on column project.carrier_type is 'Kind of carrier as declared; null: told from its SIREN or its name.';
comment on column project.site is 'Name or address of its place, where it has one.';
comment on column project.location_4326 is 'Position of that place.';
comment on column project.audiences is 'Whom it is for.';
comment on column project.state is 'How it goes; null when it is over, or not told.';
comment on column project.planned_start is 'Foreseen start: a year, a month or a day.';
comment on column project.planned_end is 'Foreseen end: a year, a month or a day.';
comment on column project.is_open is 'Whether other collectivités may join; null when not told.';
comment on column project.expected_effects is 'What is expected, and how it will show.';
comment on column project.links is 'Other pages.';
comment on column project.needs is 'Ids of the indicators that it answers.';
comment on column project.updated_on is 'When the sheet was last changed, as declared.';

-- Words without accents or case, then their French stems. The functions are immutable: they depend on nothing else.
create function folded(words text) returns text language sql immutable parallel safe
  return replace(replace(lower(regexp_replace(normalize(coalesce(words, ''), NFD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), '’', '''');
comment on function folded is 'Text without accents or case, as it is searched.';
create function joined(words text[]) returns text language plpgsql immutable parallel safe
  as $$ begin return array_to_string(words, ' '); end $$;
comment on function joined is 'array_to_string, which is not immutable for every type; it is for texts.';
alter table project add column folded_text text not null generated always as (
  folded(title || ' ' || summary || ' ' || coalesce(objectives, '') || ' ' || coalesce(sub_theme, '') || ' ' || carrier || ' ' ||
    joined(funders) || ' ' || joined(partners) || ' ' || joined(audiences))) stored;
alter table project add column stems tsvector not null generated always as (
  setweight(to_tsvector('french'::regconfig, folded(title)), 'A') ||
  setweight(to_tsvector('french'::regconfig, folded(carrier || ' ' || coalesce(sub_theme, ''))), 'B') ||
  setweight(to_tsvector('french'::regconfig, folded(summary || ' ' || coalesce(objectives, '') || ' ' ||
    joined(funders) || ' ' || joined(partners) || ' ' || joined(audiences))), 'C')) stored;
comment on column project.folded_text is 'What is searched in it, without accents or case.';
comment on column project.stems is 'French stems of the same, titles first.';
create index project_stems on project using gin (stems);

create table project_funding (
  load_id bigint not null,
  project_id text not null,
  rank integer not null,
  funder text not null,
  year text check (year ~ '^[0-9]{4}$'),
  amount_euros double precision check (amount_euros >= 0),
  primary key (load_id, project_id, rank),
  foreign key (load_id, project_id) references project (load_id, id)
);
comment on table project_funding is 'Who funds a project, in which year, with how much.';
comment on column project_funding.load_id is 'The load that brought it.';
comment on column project_funding.project_id is 'The project.';
comment on column project_funding.rank is 'Place in the list as written.';
comment on column project_funding.funder is 'Who.';
comment on column project_funding.year is 'In which year; null when not told.';
comment on column project_funding.amount_euros is 'How much, euros; null when not told.';

create table catalogue_sheet (
  load_id bigint not null references load,
  id text not null,
  status text not null check (status in ('exemple', 'publiee')),
  title text not null,
  theme text not null,
  problem text not null,
  objectives text[] not null,
  prerequisites text[] not null default '{}',
  least_cost_euros double precision check (least_cost_euros >= 0),
  most_cost_euros double precision check (most_cost_euros >= 0),
  cost_note text,
  least_months integer check (least_months >= 0),
  most_months integer check (most_months >= 0),
  possible_carriers text[] not null default '{}',
  sharing text,
  examples text[] not null default '{}',
  result_indicators text[] not null default '{}',
  updated_on text check (updated_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  primary key (load_id, id)
);
comment on table catalogue_sheet is 'Possible actions, written by the syndicat: not facts, which are projects.';
comment on column catalogue_sheet.load_id is 'The load that brought it.';
comment on column catalogue_sheet.id is 'Stable identifier.';
comment on column catalogue_sheet.status is 'exemple (commits nobody) or publiee.';
comment on column catalogue_sheet.title is 'Title, French.';
comment on column catalogue_sheet.theme is 'Id of data/catalogue/themes.ts.';
comment on column catalogue_sheet.problem is 'What is wrong today, and for whom.';
comment on column catalogue_sheet.objectives is 'Objectives.';
comment on column catalogue_sheet.prerequisites is 'What must be there first.';
comment on column catalogue_sheet.least_cost_euros is 'Indicative cost, at least, euros.';
comment on column catalogue_sheet.most_cost_euros is 'Indicative cost, at most, euros.';
comment on column catalogue_sheet.cost_note is 'Where the order of magnitude comes from.';
comment on column catalogue_sheet.least_months is 'Duration, at least, months.';
comment on column catalogue_sheet.most_months is 'Duration, at most, months.';
comment on column catalogue_sheet.possible_carriers is 'Who could carry it.';
comment on column catalogue_sheet.sharing is 'What is worth sharing, and between whom.';
comment on column catalogue_sheet.examples is 'Ids of referenced projects.';
comment on column catalogue_sheet.result_indicators is 'How the result will show.';
comment on column catalogue_sheet.updated_on is 'Last change: a year, a month or a day.';

create table catalogue_decision (
  load_id bigint not null references load,
  sheet_id text not null,
  decision text not null check (decision in ('retenu', 'differe', 'ecarte')),
  body text not null,
  decided_on text not null check (decided_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  reason text not null,
  pilot text,
  planned_start text check (planned_start ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  planned_end text check (planned_end ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  ended_on text check (ended_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  milestone_dates text[] not null default '{}',
  milestone_labels text[] not null default '{}',
  primary key (load_id, sheet_id),
  check (cardinality(milestone_dates) = cardinality(milestone_labels))
);
comment on table catalogue_decision is 'What was decided of a sheet of the catalogue; those retained are the roadmap.';
comment on column catalogue_decision.load_id is 'The load that brought it.';
comment on column catalogue_decision.sheet_id is 'The sheet.';
comment on column catalogue_decision.decision is 'retenu, differe or ecarte.';
comment on column catalogue_decision.body is 'Who decided.';
comment on column catalogue_decision.decided_on is 'When: a year, a month or a day.';
comment on column catalogue_decision.reason is 'Why.';
comment on column catalogue_decision.pilot is 'Who pilots it.';
comment on column catalogue_decision.planned_start is 'Foreseen start.';
comment on column catalogue_decision.planned_end is 'Foreseen end.';
comment on column catalogue_decision.ended_on is 'Real end.';
comment on column catalogue_decision.milestone_dates is 'Dates of the milestones, in order.';
comment on column catalogue_decision.milestone_labels is 'What each is.';

create table census_answer (
  load_id bigint not null references load,
  epci text not null check (epci ~ '^[0-9]{9}$'),
  status text not null check (status in ('repondu', 'en-cours', 'sans-reponse')),
  answered_on text check (answered_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  note text,
  primary key (load_id, epci)
);
comment on table census_answer is 'Which EPCI answered the census of projects: without an answer, silence is not absence.';
comment on column census_answer.load_id is 'The load that brought it.';
comment on column census_answer.epci is 'SIREN.';
comment on column census_answer.status is 'repondu, en-cours or sans-reponse.';
comment on column census_answer.answered_on is 'Date of the answer or of the last reminder.';
comment on column census_answer.note is 'What the answer covers.';

create table interest (
  id bigint generated always as identity primary key,
  sheet_id text not null,
  level text not null check (level in ('commune', 'epci')),
  code text not null,
  note text,
  declared_at timestamptz not null,
  unique (sheet_id, level, code)
);
comment on table interest is 'Interest of a collectivité in a sheet of the catalogue, as declared on the page: not verified.';
comment on column interest.id is 'Identifier.';
comment on column interest.sheet_id is 'The sheet.';
comment on column interest.level is 'commune or epci.';
comment on column interest.code is 'COG code or SIREN.';
comment on column interest.note is 'What it would expect of it.';
comment on column interest.declared_at is 'When.';

create table basket (
  id text primary key check (id ~ '^[a-z0-9]{26}$'),
  title text not null,
  sheets text[] not null,
  criteria text[] not null,
  weights double precision[] not null,
  created_at timestamptz not null,
  check (cardinality(criteria) = cardinality(weights))
);
comment on table basket is 'Sheets of the catalogue that a committee compares; whoever knows the address may score.';
comment on column basket.id is 'Unguessable identifier, its place in the address.';
comment on column basket.title is 'Name of the pre-selection.';
comment on column basket.sheets is 'Ids of sheets, in order.';
comment on column basket.criteria is 'Declared criteria, in order.';
comment on column basket.weights is 'Their weights, as given; only their proportions count.';
comment on column basket.created_at is 'When.';

create table basket_score (
  basket text not null references basket,
  participant text not null,
  sheet_id text not null,
  criterion text not null,
  score smallint not null check (score between 0 and 5),
  scored_at timestamptz not null,
  primary key (basket, participant, sheet_id, criterion)
);
comment on table basket_score is 'What each participant gave, kept apart: averages are computed.';
comment on column basket_score.basket is 'The basket.';
comment on column basket_score.participant is 'A role or an organisation, never the name of a person.';
comment on column basket_score.sheet_id is 'The sheet.';
comment on column basket_score.criterion is 'The criterion.';
comment on column basket_score.score is '0 to 5.';
comment on column basket_score.scored_at is 'When.';
