-- Names are read by the thousand; the rows that hold them are heavy with outlines.
create index territory_name on territory (level, code) include (name, ept_code);
