-- One role for the job and one for whoever only looks, to be granted to the users of a database.
-- Roles belong to the whole server: they may be there already, or be somebody else's to create.

do $$
begin
  if not exists (select from pg_roles where rolname = 'weir_writer') then
    create role weir_writer nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'weir_reader') then
    create role weir_reader nologin;
  end if;
exception
  when insufficient_privilege then
    raise notice 'the roles weir_writer and weir_reader are not created: it is not allowed here';
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_writer') then
    execute format('grant usage on schema %I to weir_writer', current_schema());
    grant select, insert, update on transactions, alerts, dead_letters to weir_writer;
  end if;
  if exists (select from pg_roles where rolname = 'weir_reader') then
    execute format('grant usage on schema %I to weir_reader', current_schema());
    grant select on transactions, alerts, dead_letters to weir_reader;
  end if;
end
$$;
