-- How right rules have been, by the UTC days of the payments. What is known of them in all is the sum.

create view rule_raised_days as
select (a.event_time at time zone 'UTC')::date as day, a.rule_id, a.rule_version, a.mode,
  count(*) as alerts,
  count(*) filter (where l.is_fraud) as frauds,
  count(*) filter (where not l.is_fraud) as honest,
  count(*) filter (where l.is_fraud is null) as unlabelled
from alerts a
left join labels l using (user_id, event_time, transaction_id)
where a.status = 'raised' and a.transaction_id is not null
group by 1, 2, 3, 4;

-- The frauds that were judged by a book in which a version of a rule stands.
create view rule_judged_days as
select (f.event_time at time zone 'UTC')::date as day, b.rule_id, b.rule_version, f.currency,
  count(*) as frauds, sum(f.amount) as amount
from frauds f
join book_rules b using (book)
group by 1, 2, 3, 4;

-- Those of them that it found.
create view rule_caught_days as
select (a.event_time at time zone 'UTC')::date as day, a.rule_id, a.rule_version, a.mode, f.currency,
  sum(f.amount) as caught
from alerts a
join frauds f using (user_id, event_time, transaction_id)
where a.status = 'raised'
group by 1, 2, 3, 4, 5;

create view rule_modes as
select distinct rule_id, rule_version, unnest(modes) as mode from book_rules;

create view rule_days as
with judged as (
  select day, rule_id, rule_version, sum(frauds)::bigint as frauds
  from rule_judged_days group by 1, 2, 3
), modes as (
  select day, rule_id, rule_version, mode from judged join rule_modes using (rule_id, rule_version)
  union
  -- Of those that were snoozed no book tells.
  select day, rule_id, rule_version, mode from rule_raised_days
)
select day, rule_id, rule_version, mode,
  coalesce(r.alerts, 0) as alerts,
  coalesce(r.frauds, 0) as frauds,
  coalesce(r.honest, 0) as honest,
  coalesce(r.unlabelled, 0) as unlabelled,
  coalesce(j.frauds, 0) as judged_frauds,
  round(r.frauds::numeric / r.alerts, 4) as precision,
  round(coalesce(r.frauds, 0)::numeric / j.frauds, 4) as recall
from modes
left join rule_raised_days r using (day, rule_id, rule_version, mode)
left join judged j using (day, rule_id, rule_version);

create view rule_money_days as
select day, rule_id, rule_version, mode, currency,
  coalesce(f.caught, 0) as caught,
  j.amount - coalesce(f.caught, 0) as missed
from (
  select rule_id, rule_version, mode from rule_modes
  union
  select rule_id, rule_version, mode from rule_caught_days
) modes
join rule_judged_days j using (rule_id, rule_version)
left join rule_caught_days f using (day, rule_id, rule_version, mode, currency);

create or replace view rule_scores as
with raised as (
  select rule_id, rule_version, mode,
    sum(alerts)::bigint as alerts,
    sum(frauds)::bigint as frauds,
    sum(honest)::bigint as honest,
    sum(unlabelled)::bigint as unlabelled
  from rule_raised_days
  group by 1, 2, 3
), judged as (
  select rule_id, rule_version, sum(frauds) as frauds from rule_judged_days group by 1, 2
)
select rule_id, rule_version, mode,
  coalesce(r.alerts, 0) as alerts,
  coalesce(r.frauds, 0) as frauds,
  coalesce(r.honest, 0) as honest,
  coalesce(r.unlabelled, 0) as unlabelled,
  round(r.frauds::numeric / r.alerts, 4) as precision,
  round(r.frauds::numeric / nullif(r.frauds + r.honest, 0), 4) as precision_of_labelled,
  round(coalesce(r.frauds, 0)::numeric / j.frauds, 4) as recall
from rule_modes
full join raised r using (rule_id, rule_version, mode)
left join judged j using (rule_id, rule_version);

create or replace view rule_money as
select rule_id, rule_version, mode, currency, sum(caught) as caught, sum(missed) as missed
from rule_money_days
group by 1, 2, 3, 4;

do $$
begin
  if exists (select from pg_roles where rolname = 'weir_reader') then
    grant select on rule_modes, rule_raised_days, rule_judged_days, rule_caught_days, rule_days,
      rule_money_days to weir_reader;
  end if;
end
$$;
