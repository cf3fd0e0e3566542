-- Changes of rules and lists that people make on the page, before and after they are announced.

create table proposals (
  id        bigint      generated always as identity primary key,
  -- The same if it is asked again because no answer came.
  request   uuid        not null unique,
  made_at   timestamptz not null default clock_timestamp(),
  who       text        not null,
  came_from text        not null,
  comment   text        not null,
  -- How it came about, in a few words.
  what      text        not null,
  -- The book that it was to take over from; 0 if there was none.
  base      integer     not null,
  -- The whole rule book that is proposed.
  book      text        not null,
  -- The one that it was made from, if that was out of date.
  replaces  bigint      references proposals (id)
);

-- What became of a proposal.
create table proposal_steps (
  id        bigint      generated always as identity primary key,
  proposal  bigint      not null references proposals (id),
  at        timestamptz not null default clock_timestamp(),
  who       text        not null,
  came_from text        not null,
  step      text        not null
    check (step in ('agreed', 'rejected', 'withdrawn', 'announced', 'refused')),
  detail    text        not null,
  -- The number of the book that it became.
  number    integer
);

-- One answer to each proposal, and one outcome: whoever comes second is told.
create unique index proposal_steps_answer on proposal_steps (proposal)
where step in ('agreed', 'rejected', 'withdrawn');
create unique index proposal_steps_outcome on proposal_steps (proposal)
where step in ('announced', 'refused');
create index proposal_steps_proposal on proposal_steps (proposal, id desc);

-- Notices that are to be written to the control topic. They stand here before they are written, so
-- that a crash loses none; and they are looked for there before they are written again.
create table notices (
  number     bigint      generated always as identity primary key,
  id         uuid        not null unique,
  made_at    timestamptz not null default clock_timestamp(),
  who        text        not null,
  came_from  text        not null,
  proposal   bigint      unique references proposals (id),
  subject    text        not null,
  -- Where the control topic ended, as far as was known: it does not stand before.
  since      bigint      not null,
  -- The record, byte for byte.
  record     bytea       not null,
  done_at    timestamptz,
  log_offset bigint,
  refused    text
);

create index notices_waiting on notices (number) where done_at is null;

-- Back-tests of proposals.
create table proposal_tests (
  id        bigint      generated always as identity primary key,
  proposal  bigint      not null references proposals (id),
  began_at  timestamptz not null default clock_timestamp(),
  who       text        not null,
  -- The page that runs it says so every second.
  seen_at   timestamptz not null default clock_timestamp(),
  ended_at  timestamptz,
  -- running, done, failed or cancelled
  state     text        not null default 'running',
  detail    text        not null default '',
  answer    json
);

-- One at a time, whichever page runs it.
create unique index proposal_tests_one on proposal_tests ((true)) where state = 'running';
create index proposal_tests_proposal on proposal_tests (proposal, id desc);

create trigger proposals_only_grow before update or delete or truncate on proposals
for each statement execute function refuse();
create trigger proposal_steps_only_grow before update or delete or truncate on proposal_steps
for each statement execute function refuse();

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_desk') then
    grant select, insert on proposals, proposal_steps to weir_desk;
    grant select, insert, update (done_at, log_offset, refused) on notices to weir_desk;
    grant select, insert, update (seen_at, ended_at, state, detail, answer) on proposal_tests to weir_desk;
  end if;
end
$$;
