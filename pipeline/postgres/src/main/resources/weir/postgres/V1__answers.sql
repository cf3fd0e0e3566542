-- What stands in the end about a log. Every table is a function of the log alone, but for
-- detected_at and engine. "seen" is how much a judgement knew: of two, the greater stays.

create table transactions (
  user_id        text             not null,
  event_time     timestamptz      not null,
  transaction_id text             not null,
  amount         numeric          not null,
  currency       text             not null,
  merchant_id    text,
  category       text,
  payment_method text,
  city           text,
  country        text,
  latitude       double precision,
  longitude      double precision,
  device_id      text,
  is_flagged     boolean          not null,
  severity       text,
  fired_rules    text[]           not null,
  seen           bigint           not null,
  -- An id is its user's own, and may be used again once it is forgotten. In this order the key
  -- also serves a user's time line.
  primary key (user_id, event_time, transaction_id)
);

-- The newest flagged ones; and any stretch of time, at next to no cost for those who insert.
create index transactions_flagged on transactions (event_time desc) where is_flagged;
create index transactions_time on transactions using brin (event_time) with (autosummarize = on);

create table alerts (
  alert_id       text        primary key,
  status         text        not null,
  rule_id        text        not null,
  rule_version   integer     not null,
  severity       text        not null,
  user_id        text        not null,
  transaction_id text,
  event_time     timestamptz not null,
  window_start   timestamptz not null,
  window_end     timestamptz not null,
  seen           bigint      not null,
  observed       numeric     not null,
  alert_limit    numeric     not null,
  unit           text        not null,
  evidence       text[]      not null,
  evidence_count bigint      not null,
  reason         text        not null,
  detected_at    timestamptz not null,
  engine         text        not null
);

create index alerts_time on alerts (event_time desc);
create index alerts_user on alerts (user_id, event_time desc);
create index alerts_rule on alerts (rule_id, event_time desc);
create index alerts_detected on alerts (detected_at desc);

create table dead_letters (
  topic         text        not null,
  log_partition integer     not null,
  log_offset    bigint      not null,
  log_time      timestamptz not null,
  reason        text        not null,
  detail        text        not null,
  original      bytea       not null,
  primary key (topic, log_partition, log_offset)
);

create index dead_letters_time on dead_letters (log_time desc);
