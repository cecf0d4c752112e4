-- Communes that belong to no EPCI exist (a few islands); they are of their département all the same.
alter table membership alter column epci drop not null;
comment on column membership.epci is 'SIREN of its EPCI à fiscalité propre; null for the few communes that have none.';

comment on column observation.departement is 'Département of the commune: not that of the load for the outside communes of an EPCI that straddles it.';

alter table load add column communes_expected integer;
alter table load add column communes_absent text[] not null default '{}';
alter table load add column periods text[] not null default '{}';
update load set periods = array(
  select period from observation where load_id = load.id union select period from current_load where load_id = load.id order by 1);
comment on column load.periods is 'Periods that the load has figures of, in order: those for which it was put in force.';
comment on column load.communes_expected is 'Communes of the département that a file of figures should hold; null for a source of another kind.';
comment on column load.communes_absent is 'Those of them without any figure.';

-- A commune outside a loaded département may come with several neighbours, and with its own: its own comes first.
drop view current_observation;
create view current_observation as
  select source, load_id, departement, commune, period, measure, value_number, value_text, value_on, state, reason
  from (
    select c.source, o.*, row_number() over (
        partition by c.source, o.period, o.measure, o.commune
        order by (o.departement = c.departement) desc, c.departement collate "C") as rank
    from current_load c
    join observation o on o.load_id = c.load_id and o.period = c.period
  ) ranked
  where rank = 1;
comment on view current_observation is 'Observations of the loads in force, one a commune.';

create table attempt (
  id bigint generated always as identity primary key,
  source text not null,
  departement text not null,
  vintage text not null,
  attempted_at timestamptz not null,
  status text not null check (status in ('loaded', 'unchanged', 'failed')),
  failure text,
  check ((status = 'failed') = (failure is not null))
);
comment on table attempt is 'Each time a source was asked for, and what became of it.';
comment on column attempt.id is 'Identifier, in the order of the attempts.';
comment on column attempt.source is 'Id of the source.';
comment on column attempt.departement is 'Département that was wanted.';
comment on column attempt.vintage is 'Edition that was wanted; empty when none could be found.';
comment on column attempt.attempted_at is 'When.';
comment on column attempt.status is 'loaded, unchanged or failed.';
comment on column attempt.failure is 'Why it failed, a French sentence.';
create index attempt_source on attempt (source, departement);

create table digital_presence (
  load_id bigint not null references load,
  level text not null check (level in ('commune', 'epci')),
  code text not null,
  name text not null,
  website text,
  mail_domain text,
  criteria text[] not null,
  primary key (load_id, level, code)
);
comment on table digital_presence is 'Website and e-mail of communes and EPCI against the criteria of the RPNT, as the ANCT publishes them.';
comment on column digital_presence.load_id is 'The load that brought it.';
comment on column digital_presence.level is 'commune or epci.';
comment on column digital_presence.code is 'COG code or SIREN.';
comment on column digital_presence.name is 'Name as published.';
comment on column digital_presence.website is 'Website that is declared.';
comment on column digital_presence.mail_domain is 'Domain of the e-mail address that is declared; the address itself is not kept.';
comment on column digital_presence.criteria is 'Criteria and levels that are met, as published: 1.1 … 2.8, 1.a, 2.a, a, aa.';
