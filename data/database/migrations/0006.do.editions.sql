create table edition (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  frozen_at timestamptz not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table edition is 'Frozen états des lieux: named, dated, immutable lists of loads.';
comment on column edition.id is 'Its place in the address: t2-2026.';
comment on column edition.title is 'Name that people read: T2 2026.';
comment on column edition.frozen_at is 'When it was frozen.';
comment on column edition.sha256 is 'Hash of all it holds: loads, memberships, names.';

create table edition_load (
  edition text not null references edition,
  source text not null,
  departement text not null,
  period text not null,
  load_id bigint not null references load,
  primary key (edition, source, departement, period)
);
comment on table edition_load is 'The loads that were in force when the edition was frozen.';
comment on column edition_load.edition is 'The edition.';
comment on column edition_load.source is 'Id of the source.';
comment on column edition_load.departement is 'Département.';
comment on column edition_load.period is '2026-T2, 2025-10-20 or 2021.';
comment on column edition_load.load_id is 'The load.';

create table edition_membership (
  edition text not null references edition,
  commune text not null,
  name text not null,
  departement text not null,
  epci text,
  ept text,
  population integer,
  is_loaded boolean not null,
  primary key (edition, commune)
);
comment on table edition_membership is 'Memberships as they were: a later COG does not change an edition.';
comment on column edition_membership.edition is 'The edition.';
comment on column edition_membership.commune is 'COG code of the commune.';
comment on column edition_membership.name is 'Its name.';
comment on column edition_membership.departement is 'Its département.';
comment on column edition_membership.epci is 'SIREN of its EPCI à fiscalité propre.';
comment on column edition_membership.ept is 'SIREN of its EPT.';
comment on column edition_membership.population is 'Population municipale, inhabitants.';
comment on column edition_membership.is_loaded is 'Whether it was of a loaded département.';

create table edition_territory (
  edition text not null references edition,
  level text not null check (level in ('commune', 'epci', 'departement')),
  code text not null,
  name text not null,
  ept_code text,
  primary key (edition, level, code)
);
comment on table edition_territory is 'Territories of an edition, by their names of then; outlines are not frozen.';
comment on column edition_territory.edition is 'The edition.';
comment on column edition_territory.level is 'commune, epci or departement.';
comment on column edition_territory.code is 'COG code or SIREN.';
comment on column edition_territory.name is 'Name that people read.';
comment on column edition_territory.ept_code is 'SIREN of its EPT, in the Métropole du Grand Paris.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an edition is immutable';
end $$;
create trigger edition_is_immutable before update or delete on edition for each row execute function refuse_change();
create trigger edition_load_is_immutable before update or delete on edition_load for each row execute function refuse_change();
create trigger edition_membership_is_immutable before update or delete on edition_membership for each row execute function refuse_change();
create trigger edition_territory_is_immutable before update or delete on edition_territory for each row execute function refuse_change();
