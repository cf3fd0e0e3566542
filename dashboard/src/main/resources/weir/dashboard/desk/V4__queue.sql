-- Who works which case of the queue, and what was decided in bulk.

create table claims (
  user_id   text        primary key,
  -- A plain name: who takes a case need not have an account that lasts.
  who       text        not null,
  taken_at  timestamptz not null default clock_timestamp(),
  until     timestamptz not null
);

create index claims_who on claims (who);

-- Whoever has left works nothing any more.
create function give_back() returns trigger language plpgsql as $$
begin
  delete from desk.claims where who = old.name and not exists (
    select from desk.sessions s join desk.accounts a using (name, version)
    where s.name = old.name and s.token_hash <> old.token_hash and s.ends_at > now());
  return null;
end
$$;

create trigger sessions_end after delete on sessions
for each row execute function give_back();

-- A change of role or password ends the sessions of an account, though their rows stay for a while.
create function give_all_back() returns trigger language plpgsql as $$
begin
  delete from desk.claims where who = old.name;
  return null;
end
$$;

create trigger accounts_changed after update on accounts for each row
when (old.version is distinct from new.version)
execute function give_all_back();

create table bulks (
  id        uuid        primary key,
  made_at   timestamptz not null default clock_timestamp(),
  who       text        not null,
  kind      text        not null check (kind in ('fraud', 'dismissed', 'undone')),
  note      text        not null,
  undoes    uuid        references bulks (id)
);

create table bulk_cases (
  bulk      uuid        not null references bulks (id),
  user_id   text        not null,
  -- What decides it; none if it was left out.
  intent    uuid        references intents (id),
  -- Why it was left out.
  why       text        not null,
  primary key (bulk, user_id)
);

create trigger bulks_only_grow before update or delete or truncate on bulks
for each statement execute function refuse();
create trigger bulk_cases_only_grow before update or delete or truncate on bulk_cases
for each statement execute function refuse();

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_desk') then
    grant select, insert, update, delete on claims to weir_desk;
    grant select, insert on bulks, bulk_cases to weir_desk;
  end if;
end
$$;
