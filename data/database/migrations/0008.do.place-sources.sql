-- Places now come from several published lists too, which name several programmes and say more than ours.
alter table place add column programmes text[] not null default '{}';
update place set programmes = array[programme] where programme is not null;
alter table place drop column programme;
alter table place add column siret text check (siret ~ '^[0-9]{14}$');
alter table place add column audiences text[] not null default '{}';
alter table place add column access text[] not null default '{}';
alter table place add column special_care text[] not null default '{}';
alter table place add column hours_note text;
alter table place add column updated_on text check (updated_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
comment on table place is 'Places where people are helped with digital services, as each source lists them: one place may stand in several.';
comment on column place.programmes is 'National programmes it belongs to.';
comment on column place.siret is 'SIRET of the establishment, or of the organisation that runs it.';
comment on column place.audiences is 'Audiences it is meant for; empty: everybody, or not said.';
comment on column place.access is 'How one is received, and at what price.';
comment on column place.special_care is 'Particular needs it can answer: deafness, illiteracy…';
comment on column place.hours_note is 'What its publisher adds to the opening hours, which then hold under a condition.';
comment on column place.updated_on is 'Day its publisher last changed it.';
