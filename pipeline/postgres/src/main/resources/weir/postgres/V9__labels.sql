-- What was said of payments afterwards, of each the newest; and how right rules have been by that.

create table labels (
  user_id        text        not null,
  event_time     timestamptz not null,
  transaction_id text        not null,
  is_fraud       boolean     not null,
  source         text,
  log_time       timestamptz not null,
  log_partition  integer     not null,
  log_offset     bigint      not null,
  primary key (user_id, event_time, transaction_id)
);

create index labels_frauds on labels (event_time) where is_fraud;

-- Which versions of rules about single payments stand in which book, and in which modes they may raise alerts.
create table book_rules (
  book         integer not null,
  rule_id      text    not null,
  rule_version integer not null,
  modes        text[]  not null,
  primary key (book, rule_id, rule_version)
);

-- Payments that were judged, and labelled as fraud by now.
create view frauds as
select t.user_id, t.event_time, t.transaction_id, t.amount, t.currency, t.book, t.is_flagged, l.source
from transactions t
join labels l using (user_id, event_time, transaction_id)
where l.is_fraud;

-- What each version of a rule has raised, by mode. Its recall is its part of the frauds that were judged
-- by a book in which it stands. In precision what nobody has labelled counts as honest.
create view rule_scores as
with stands as (
  select distinct rule_id, rule_version, unnest(modes) as mode from book_rules
), raised as (
  select a.rule_id, a.rule_version, a.mode,
    count(*) as alerts,
    count(*) filter (where l.is_fraud) as frauds,
    count(*) filter (where not l.is_fraud) as honest,
    count(*) filter (where l.is_fraud is null) as unlabelled
  from alerts a
  left join labels l using (user_id, event_time, transaction_id)
  where a.status = 'raised' and a.transaction_id is not null
  group by 1, 2, 3
), judged as (
  select b.rule_id, b.rule_version, sum(f.many) as frauds
  from book_rules b
  join (select book, count(*) as many from frauds group by 1) f using (book)
  group by 1, 2
)
select rule_id, rule_version, mode,
  coalesce(r.alerts, 0) as alerts,
  coalesce(r.frauds, 0) as frauds,
  coalesce(r.honest, 0) as honest,
  coalesce(r.unlabelled, 0) as unlabelled,
  round(r.frauds::numeric / r.alerts, 4) as precision,
  round(r.frauds::numeric / nullif(r.frauds + r.honest, 0), 4) as precision_of_labelled,
  round(coalesce(r.frauds, 0)::numeric / j.frauds, 4) as recall
from stands
full join raised r using (rule_id, rule_version, mode)
left join judged j using (rule_id, rule_version);

-- The same in money: what was paid in frauds that the rule found, and in those that it did not.
create view rule_money as
with stands as (
  select distinct rule_id, rule_version, unnest(modes) as mode from book_rules
), found as (
  select a.rule_id, a.rule_version, a.mode, f.currency, sum(f.amount) as caught
  from alerts a
  join frauds f using (user_id, event_time, transaction_id)
  where a.status = 'raised'
  group by 1, 2, 3, 4
), judged as (
  select b.rule_id, b.rule_version, f.currency, sum(f.amount) as amount
  from book_rules b
  join frauds f using (book)
  group by 1, 2, 3
)
select rule_id, rule_version, mode, currency,
  coalesce(f.caught, 0) as caught,
  j.amount - coalesce(f.caught, 0) as missed
from (
  select rule_id, rule_version, mode from stands
  union
  -- Of those that were snoozed no book tells.
  select rule_id, rule_version, mode from found
) modes
join judged j using (rule_id, rule_version)
left join found f using (rule_id, rule_version, mode, currency);

-- What was flagged by any live rule, and what by none.
create view fraud_money as
select currency,
  count(*) as frauds,
  count(*) filter (where is_flagged) as caught,
  coalesce(sum(amount) filter (where is_flagged), 0) as money_caught,
  coalesce(sum(amount) filter (where not is_flagged), 0) as money_missed
from frauds
group by 1;

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_writer') then
    grant select, insert, update on labels, book_rules to weir_writer;
  end if;
  if exists (select from pg_roles where rolname = 'weir_reader') then
    grant select on labels, book_rules, frauds, rule_scores, rule_money, fraud_money to weir_reader;
  end if;
end
$$;
