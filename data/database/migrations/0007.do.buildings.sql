create table building (
  load_id bigint not null references load,
  departement text not null,
  commune text not null,
  id text not null,
  state text not null check (state in ('cible', 'signe', 'en-cours', 'deploye', 'sur-demande', 'abandonne')),
  operator text,
  kind text,
  premises_class text,
  completed_on date,
  connection_point_on date,
  location_4326 geometry(Point, 4326) not null
);
comment on table building is 'Buildings of the fibre roll-out, as operators declare them. A row is a building, not a premises: no rate is drawn from it.';
comment on column building.load_id is 'The load that brought it; rows of a load that is replaced, and that no edition names, are removed.';
comment on column building.departement is 'Département of its commune.';
comment on column building.commune is 'COG code of its commune.';
comment on column building.id is 'Identifier of the operator (imb_id); not stable from one edition to the next.';
comment on column building.state is 'cible, signe, en-cours, deploye, sur-demande or abandonne.';
comment on column building.operator is 'Code of the infrastructure operator.';
comment on column building.kind is 'PA (house) or IM (block).';
comment on column building.premises_class is 'Class of number of premises, as published.';
comment on column building.completed_on is 'Day on which the roll-out to it was complete.';
comment on column building.connection_point_on is 'Day on which its point of mutualisation was put into service.';
comment on column building.location_4326 is 'Position, degrees.';
create index building_load on building (load_id, commune);
