create table tile_archive (
  tileset text primary key,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null,
  min_zoom smallint not null,
  max_zoom smallint not null,
  bounds double precision[] not null check (array_length(bounds, 1) = 4),
  built_at timestamptz not null
);
comment on table tile_archive is 'The PMTiles archive in force for each tileset, recorded once it is written.';
comment on column tile_archive.tileset is 'Id of data/catalogue/tilesets/<id>.ts.';
comment on column tile_archive.file_name is 'Name inside the folder of tiles: tileset and content hash.';
comment on column tile_archive.sha256 is 'Hash of the archive.';
comment on column tile_archive.bytes is 'Its size.';
comment on column tile_archive.min_zoom is 'Smallest zoom.';
comment on column tile_archive.max_zoom is 'Largest zoom.';
comment on column tile_archive.bounds is 'west, south, east, north, degrees.';
comment on column tile_archive.built_at is 'When it was built.';
