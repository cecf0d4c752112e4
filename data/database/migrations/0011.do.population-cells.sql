-- Where people live inside a commune: optional, read when it is given.
create table population_cell (
  load_id bigint not null references load,
  departement text not null,
  cell text not null check (cell ~ '^CRS3035RES200mN[0-9]{7}E[0-9]{7}$'),
  commune text not null check (commune ~ '^[0-9][0-9AB][0-9]{3}$'),
  individuals double precision not null check (individuals > 0),
  location_4326 geometry(Point, 4326) not null,
  primary key (load_id, commune, cell)
);
comment on table population_cell is 'Inhabited cells of 200 m of the INSEE, by commune: they spread the population of a commune, they do not count it. Append-only.';
comment on column population_cell.load_id is 'The load that brought it.';
comment on column population_cell.departement is 'Département of the commune.';
comment on column population_cell.cell is 'Identifier of the cell: its south-west corner, metres, EPSG:3035.';
comment on column population_cell.commune is 'COG code of the commune in the vintage of table membership; a cell on several communes has a row for each.';
comment on column population_cell.individuals is 'Individuals of the cell, an equal part for each of its communes; decimals are of the source.';
comment on column population_cell.location_4326 is 'Centre of the cell, degrees.';
