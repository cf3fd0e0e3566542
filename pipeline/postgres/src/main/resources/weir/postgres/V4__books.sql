-- By which book each answer was given, and what stood in it. What is there already was given by the
-- only book there was.

alter table transactions add column book integer not null default 1;
alter table alerts add column book integer not null default 1;

create table rule_books (
  number        integer     primary key,
  announced_at  timestamptz,
  -- None if it was in force from the beginning.
  in_force_from timestamptz,
  cancelled     boolean     not null,
  author        text        not null,
  comment       text        not null,
  rules         text        not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_writer') then
    grant select, insert, update on rule_books to weir_writer;
  end if;
  if exists (select from pg_roles where rolname = 'weir_reader') then
    grant select on rule_books to weir_reader;
  end if;
end
$$;
