create table project (
  load_id bigint not null references load,
  id text not null,
  parent text,
  title text not null,
  summary text not null,
  theme text not null,
  carrier text not null,
  carrier_siren text check (carrier_siren ~ '^[0-9]{9}$'),
  level text not null check (level in ('commune', 'epci', 'departement', 'autre')),
  phase text not null check (phase in ('idee', 'etude', 'operation', 'termine', 'abandonne')),
  starts_on text check (starts_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  ends_on text check (ends_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  budget_euros double precision check (budget_euros >= 0),
  funders text[] not null default '{}',
  partners text[] not null default '{}',
  source_url text not null,
  source_on text check (source_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  confidence text not null check (confidence in ('haute', 'moyenne', 'basse')),
  primary key (load_id, id)
);
comment on table project is 'Referenced projects: facts found in a public page or declared by a collectivité, each with its source.';
comment on column project.load_id is 'The load that brought it.';
comment on column project.id is 'Stable identifier.';
comment on column project.parent is 'Contract or programme that the project belongs to.';
comment on column project.title is 'Title, French.';
comment on column project.summary is 'Summary, French.';
comment on column project.theme is 'Id of data/catalogue/themes.ts.';
comment on column project.carrier is 'Organisation that carries it.';
comment on column project.carrier_siren is 'Its SIREN.';
comment on column project.level is 'Territory of the project, not the kind of carrier.';
comment on column project.phase is 'State at the date of the source.';
comment on column project.starts_on is 'Start: a year, a month or a day, as published.';
comment on column project.ends_on is 'End: a year, a month or a day, as published.';
comment on column project.budget_euros is 'Budget, euros; null where unknown.';
comment on column project.funders is 'Funders.';
comment on column project.partners is 'Partners.';
comment on column project.source_url is 'Page that tells it.';
comment on column project.source_on is 'Date of that page: a year, a month or a day.';
comment on column project.confidence is 'haute, moyenne or basse.';

create table project_territory (
  load_id bigint not null,
  project_id text not null,
  level text not null check (level in ('commune', 'epci')),
  code text not null,
  primary key (load_id, project_id, level, code),
  foreign key (load_id, project_id) references project (load_id, id)
);
comment on table project_territory is 'Communes and EPCI of a project; none for one of the whole département.';
comment on column project_territory.load_id is 'The load that brought it.';
comment on column project_territory.project_id is 'The project.';
comment on column project_territory.level is 'commune or epci.';
comment on column project_territory.code is 'COG code or SIREN.';
create index project_territory_code on project_territory (level, code);

create table place (
  load_id bigint not null references load,
  id text not null,
  name text not null,
  kind text not null,
  programme text,
  is_itinerant boolean not null,
  services text[] not null default '{}',
  address text,
  postcode text,
  commune text,
  location_4326 geometry(Point, 4326),
  opening_hours text,
  website text,
  source_url text not null,
  source_on text check (source_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  confidence text not null check (confidence in ('haute', 'moyenne', 'basse')),
  primary key (load_id, id)
);
comment on table place is 'Places where people are helped with digital services.';
comment on column place.load_id is 'The load that brought it.';
comment on column place.id is 'Stable identifier.';
comment on column place.name is 'Name, French.';
comment on column place.kind is 'Kind of place: france-services, mediatheque, tiers-lieu…';
comment on column place.programme is 'National programme it belongs to.';
comment on column place.is_itinerant is 'True for a bus or a rota.';
comment on column place.services is 'Services offered.';
comment on column place.address is 'Street address.';
comment on column place.postcode is 'Postcode.';
comment on column place.commune is 'COG code of its commune; null for an itinerant service whose base is not published.';
comment on column place.location_4326 is 'Position; null where only the commune is known.';
comment on column place.opening_hours is 'Opening hours as published, free text.';
comment on column place.website is 'Website.';
comment on column place.source_url is 'Page that tells it.';
comment on column place.source_on is 'Date of that page: a year, a month or a day.';
comment on column place.confidence is 'haute, moyenne or basse.';
