create table territory (
  level text not null check (level in ('commune', 'epci', 'departement')),
  code text not null check (
    (level = 'commune' and code ~ '^[0-9][0-9AB][0-9]{3}$') or
    (level = 'epci' and code ~ '^[0-9]{9}$') or
    (level = 'departement' and code ~ '^([0-9][0-9AB]|97[1-6])$')),
  name text not null,
  official_name text not null,
  population integer check (population >= 0),
  population_vintage text not null,
  postcodes text[] not null default '{}',
  ept_code text,
  ept_name text,
  center_4326 geometry(Point, 4326) not null,
  bbox double precision[] not null check (array_length(bbox, 1) = 4),
  geom_4326 geometry(MultiPolygon, 4326) not null,
  whole_geom_4326 geometry(MultiPolygon, 4326),
  primary key (level, code)
);
comment on table territory is 'Territories whose figures are loaded: the communes, their EPCI and their département.';
comment on column territory.level is 'commune, epci (à fiscalité propre) or departement.';
comment on column territory.code is 'COG code of a commune or a département, SIREN of an EPCI.';
comment on column territory.name is 'Name that people read; for the Métropole du Grand Paris, that of its EPT.';
comment on column territory.official_name is 'Name as published, legal form included.';
comment on column territory.population is 'Population municipale, inhabitants; of an EPCI: of its communes loaded here.';
comment on column territory.population_vintage is 'Vintage of the COG that carries the population.';
comment on column territory.postcodes is 'Postcodes of a commune; empty above.';
comment on column territory.ept_code is 'SIREN of the établissement public territorial that a territory of the Métropole du Grand Paris belongs to.';
comment on column territory.ept_name is 'Name of that EPT.';
comment on column territory.center_4326 is 'Pole of inaccessibility of the outline: where a circle or a label stands.';
comment on column territory.bbox is 'west, south, east, north of geom_4326, degrees.';
comment on column territory.geom_4326 is 'Outline; of an EPCI: the part whose communes are loaded.';
comment on column territory.whole_geom_4326 is 'Outline of the whole EPCI (or of the EPT), outside communes included; null for a commune or a département.';
create index territory_geom on territory using gist (geom_4326);

create table membership (
  commune text primary key check (commune ~ '^[0-9][0-9AB][0-9]{3}$'),
  name text not null,
  departement text not null,
  arrondissement text,
  epci text not null,
  ept text,
  population integer
);
comment on table membership is 'Whole membership of every EPCI that touches a loaded département, outside communes included.';
comment on column membership.commune is 'COG code of the commune.';
comment on column membership.name is 'Name of the commune.';
comment on column membership.departement is 'Its département; whether its figures are loaded follows from table territory.';
comment on column membership.arrondissement is 'Code of its arrondissement.';
comment on column membership.epci is 'SIREN of its EPCI à fiscalité propre.';
comment on column membership.ept is 'SIREN of its EPT, in the Métropole du Grand Paris only.';
comment on column membership.population is 'Population municipale, inhabitants.';
create index membership_epci on membership (epci);
