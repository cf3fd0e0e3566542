-- What a case has besides decisions: notes, and evidence as it was when something was decided.

create table notes (
  id      bigint      generated always as identity primary key,
  -- Made by who writes it, so that asking again writes nothing twice.
  wish    uuid        not null unique,
  at      timestamptz not null default clock_timestamp(),
  who     text        not null,
  user_id text        not null,
  note    text        not null
);

create index notes_user on notes (user_id, id desc);

-- A text by its SHA-256: whoever has the one can check the other.
create table evidence (
  sha256    text        primary key check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  content   text        not null,
  frozen_at timestamptz not null default clock_timestamp()
);

-- What stood there when somebody decided. It is written with the intent, and so before its decisions.
create table frozen (
  intent uuid primary key references intents (id),
  sha256 text not null references evidence
);

create trigger notes_only_grow before update or delete or truncate on notes
for each statement execute function refuse();
create trigger evidence_only_grows before update or delete or truncate on evidence
for each statement execute function refuse();
create trigger frozen_only_grows before update or delete or truncate on frozen
for each statement execute function refuse();

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_desk') then
    grant select, insert on notes, evidence, frozen to weir_desk;
  end if;
end
$$;
