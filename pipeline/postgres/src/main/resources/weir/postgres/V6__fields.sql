-- Values of the fields that the charter declares, by their names; null where there is none.

alter table transactions add column fields jsonb;
