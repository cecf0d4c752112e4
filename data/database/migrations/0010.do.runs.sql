-- What one run of the ETL loads belongs together: what it changed is told against what was in force before it.
create table run (
  id bigint generated always as identity primary key,
  began_at timestamptz not null
);
comment on table run is 'Each time the ETL ran, or the data package was restored. One at a time on a database.';
comment on column run.id is 'Identifier, in the order of the runs.';
comment on column run.began_at is 'When it began.';

alter table load add column run bigint not null default 0;
alter table attempt add column run bigint not null default 0;
comment on column load.run is 'The run that brought it; 0 outside of any.';
comment on column attempt.run is 'The run that it was part of; 0 outside of any.';

-- Runs that were not counted: an hour without anything parts two of them.
insert into run (began_at)
  select at from (
    select at, at - lag(at) over (order by at) as pause
    from (select loaded_at as at from load union select attempted_at from attempt) instants
  ) paused
  where pause is null or pause > interval '1 hour' order by at;
update load set run = coalesce((select max(id) from run where began_at <= loaded_at), 0);
update attempt set run = coalesce((select max(id) from run where began_at <= attempted_at), 0);
