create table load (
  id bigint generated always as identity primary key,
  source text not null,
  departement text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  revision integer not null,
  vintage text not null,
  data_on date not null,
  files jsonb not null,
  retrieved_at timestamptz not null,
  loaded_at timestamptz not null,
  rows_read integer not null check (rows_read >= 0),
  rows_taken integer not null check (rows_taken >= 0),
  rows_outside integer not null check (rows_outside >= 0),
  rows_refused integer not null check (rows_refused >= 0),
  refusals jsonb not null,
  warnings jsonb not null,
  duration_ms integer not null,
  unique (source, departement, vintage, sha256, revision)
);
comment on table load is 'One reading of one published source. Append-only.';
comment on column load.id is 'Identifier, in the order of the loads.';
comment on column load.source is 'Id of the source, data/sources/<id>.ts.';
comment on column load.departement is 'The département that was kept.';
comment on column load.sha256 is 'Hash of the file, or of the list of hashes where the source has several files.';
comment on column load.revision is 'Revision of our reader: a file read anew by a corrected reader is a new load.';
comment on column load.vintage is 'Period that the file is about, as in its name.';
comment on column load.data_on is 'Day at which the figures were true.';
comment on column load.files is '[{name, url, sha256, bytes}].';
comment on column load.retrieved_at is 'When the file was obtained.';
comment on column load.loaded_at is 'When it was loaded.';
comment on column load.rows_read is 'Records found in the file, header and title lines excluded.';
comment on column load.rows_taken is 'Records that became rows.';
comment on column load.rows_outside is 'Records left out because they are of another territory.';
comment on column load.rows_refused is 'Records refused.';
comment on column load.refusals is '[{reason, count, samples: [message]}].';
comment on column load.warnings is '[{reason, count, samples: [message]}]: kept, but worth a look.';
comment on column load.duration_ms is 'Duration of the load, milliseconds.';

create table current_load (
  source text not null,
  departement text not null,
  period text not null,
  load_id bigint not null references load,
  primary key (source, departement, period)
);
comment on table current_load is 'The load in force for each source, département and period. A swap moves the pointer.';
comment on column current_load.source is 'Id of the source.';
comment on column current_load.departement is 'Département.';
comment on column current_load.period is '2026-T2, 2025-10-20 or 2021.';
comment on column current_load.load_id is 'The load in force.';

create table observation (
  load_id bigint not null references load,
  departement text not null,
  commune text not null check (commune ~ '^[0-9][0-9AB][0-9]{3}$'),
  period text not null,
  measure text not null,
  value_number double precision,
  value_text text,
  value_on date,
  state text not null check (state in ('value', 'missing', 'secret')),
  reason text,
  primary key (load_id, measure, period, commune),
  check (num_nonnulls(value_number, value_text, value_on) <= 1),
  check (state = 'value' or num_nonnulls(value_number, value_text, value_on) = 0),
  check (num_nonnulls(value_number, value_text, value_on, reason) > 0)
);
comment on table observation is 'Counts, categories and dates of communes, as published. Append-only; rates are never stored.';
comment on column observation.load_id is 'The load that brought it.';
comment on column observation.departement is 'Département of the commune: the key of a later partition.';
comment on column observation.commune is 'COG code in the vintage of table membership.';
comment on column observation.period is 'When it was true.';
comment on column observation.measure is 'Id of data/catalogue/measures.ts.';
comment on column observation.value_number is 'A count of the measure''s unit.';
comment on column observation.value_text is 'A category.';
comment on column observation.value_on is 'A date.';
comment on column observation.state is 'value (an answer, even one that is no number, see reason), missing or secret.';
comment on column observation.reason is 'Why there is no value, or what to know of it: non-prevu, communes-fusionnees-zones-differentes.';

create view current_observation as
  select c.source, o.*
  from current_load c
  join observation o on o.load_id = c.load_id and o.period = c.period;
comment on view current_observation is 'Observations of the loads in force.';
