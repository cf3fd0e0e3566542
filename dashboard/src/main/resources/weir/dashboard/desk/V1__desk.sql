-- Who may use the page, what they did, and what they decided. The page writes here, and nowhere else.

create table accounts (
  name       text        primary key,
  role       text        not null check (role in ('reader', 'analyst', 'approver', 'admin')),
  -- Argon2id in its usual text form. None if only links lead in.
  password   text,
  made_at    timestamptz not null default clock_timestamp(),
  -- Counts changes of role and password. Sessions and links that began before one are good no longer.
  version    integer     not null default 1
);

-- Whoever reads these tables has no token: only its hash stands here.
create table sessions (
  token_hash text        primary key,
  name       text        not null references accounts on delete cascade,
  version    integer     not null,
  began_at   timestamptz not null default clock_timestamp(),
  used_at    timestamptz not null default clock_timestamp(),
  ends_at    timestamptz not null
);

create index sessions_name on sessions (name);

create table links (
  token_hash text        primary key,
  name       text        not null references accounts on delete cascade,
  version    integer     not null,
  ends_at    timestamptz not null
);

create index links_name on links (name);

create function count_change() returns trigger language plpgsql as $$
begin
  new.version = old.version + 1;
  return new;
end
$$;

create trigger accounts_change before update on accounts for each row
when (old.role is distinct from new.role or old.password is distinct from new.password)
execute function count_change();

create table audit (
  id        bigint      generated always as identity primary key,
  at        timestamptz not null default clock_timestamp(),
  who       text        not null,
  action    text        not null,
  subject   text        not null,
  detail    text        not null,
  came_from text        not null
);

-- What somebody wants to be decided. It stands here before anything else is done about it, so that a
-- crash loses none.
create table intents (
  number    bigint      generated always as identity primary key,
  id        uuid        not null unique,
  made_at   timestamptz not null default clock_timestamp(),
  who       text        not null,
  came_from text        not null,
  kind      text        not null check (kind in ('fraud', 'dismissed', 'snoozed', 'undone')),
  user_id   text        not null,
  note      text        not null,
  until     timestamptz,
  -- The decision that it takes back.
  undoes    uuid        references intents (id),
  -- What it is about, with the records that are to be written.
  items     json        not null,
  done_at   timestamptz
);

create index intents_waiting on intents (user_id, number) where done_at is null;

create table decisions (
  id             bigint      generated always as identity primary key,
  intent         uuid        not null references intents (id),
  decided_at     timestamptz not null default clock_timestamp(),
  who            text        not null,
  kind           text        not null,
  -- A payment, an alert that is about none, or a rule and a user: of one subject the newest decision stands.
  subject        text        not null,
  user_id        text        not null,
  rule_id        text,
  alert_id       text        not null,
  transaction_id text,
  event_time     timestamptz not null,
  note           text        not null,
  until          timestamptz,
  undoes         uuid,
  -- What stands again since a decision was taken back.
  restored       text,
  -- The log time of the label, and what was said of the payment before.
  label_time     timestamptz,
  before         json,
  -- The alert as it was.
  evidence       json        not null
);

create index decisions_time on decisions (decided_at);
create index decisions_subject on decisions (subject, id desc);
create index decisions_user on decisions (user_id, id desc);
create index decisions_intent on decisions (intent);

create function refuse() returns trigger language plpgsql as $$
begin
  raise exception 'desk.% only grows: nothing in it is changed or deleted', tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_only_grows before update or delete or truncate on audit
for each statement execute function refuse();
create trigger decisions_only_grow before update or delete or truncate on decisions
for each statement execute function refuse();

-- The page's user gets this role beside weir_reader. It makes no accounts.
do $$
begin
  if not exists (select from pg_roles where rolname = 'weir_desk') then
    create role weir_desk nologin;
  end if;
exception
  when insufficient_privilege then
    raise notice 'the role weir_desk is not created: it is not allowed here';
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_desk') then
    grant usage on schema desk to weir_desk;
    grant select on accounts to weir_desk;
    grant select, insert, update, delete on sessions to weir_desk;
    grant select, delete on links to weir_desk;
    grant select, insert on audit, decisions to weir_desk;
    grant select, insert, update (done_at) on intents to weir_desk;
  end if;
end
$$;
