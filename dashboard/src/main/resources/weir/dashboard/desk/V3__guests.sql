-- Who came in by a provider, and of which users a chat was told.

-- A guest is who the provider says: its name for the page is chosen once, and never given to another.
-- The blank and the brackets in it are in no account's name.
create table guests (
  issuer     text        not null,
  subject    text        not null,
  name       text        not null unique check (name like '% (%)'),
  -- What the provider said at the last sign-in.
  role       text        not null check (role in ('reader', 'analyst', 'approver', 'admin')),
  made_at    timestamptz not null default clock_timestamp(),
  seen_at    timestamptz not null default clock_timestamp(),
  -- Counts changes of the role. Sessions that began before one are good no longer.
  version    integer     not null default 1,
  primary key (issuer, subject)
);

create trigger guests_change before update on guests for each row
when (old.role is distinct from new.role)
execute function count_change();

-- Whoever may have a session.
create view people as
select name, role, version from accounts union all select name, role, version from guests;

-- A session is somebody's, and goes with them. A foreign key leads to one table only.
alter table sessions drop constraint sessions_name_fkey;

create function is_somebodys() returns trigger
language plpgsql security definer set search_path = desk, pg_temp as $$
begin
  perform from accounts where name = new.name for key share;
  if not found then
    perform from guests where name = new.name for key share;
  end if;
  if not found then
    raise exception 'nobody is called %', new.name using errcode = 'foreign_key_violation';
  end if;
  return new;
end
$$;

create trigger sessions_are_somebodys before insert or update of name on sessions
for each row execute function is_somebodys();

create function end_sessions() returns trigger
language plpgsql security definer set search_path = desk, pg_temp as $$
begin
  delete from sessions where name = old.name;
  return null;
end
$$;

create trigger accounts_go after delete or update of name on accounts
for each row execute function end_sessions();
create trigger guests_go after delete or update of name on guests
for each row execute function end_sessions();

-- When a chat was told of a user last.
create table told (
  user_id    text        primary key,
  told_at    timestamptz not null default clock_timestamp()
);

create index told_time on told (told_at);

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_desk') then
    grant select, insert, update (role, seen_at) on guests to weir_desk;
    grant select on people to weir_desk;
    grant select, insert, delete on told to weir_desk;
  end if;
end
$$;
