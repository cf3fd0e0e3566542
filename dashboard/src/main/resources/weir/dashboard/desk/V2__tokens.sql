-- By what programs ask: a token stands for its account, and is good no longer once that has changed.
create table tokens (
  id         bigint      generated always as identity primary key,
  -- Whoever reads this table has no token.
  token_hash text        not null unique,
  name       text        not null references accounts on delete cascade,
  version    integer     not null,
  label      text        not null,
  made_at    timestamptz not null default clock_timestamp(),
  used_at    timestamptz,
  ends_at    timestamptz not null
);

create index tokens_name on tokens (name);

-- The page looks tokens up. It makes none.
do $$
begin
  if exists (select from pg_roles where rolname = 'weir_desk') then
    grant select, update (used_at) on tokens to weir_desk;
  end if;
end
$$;
