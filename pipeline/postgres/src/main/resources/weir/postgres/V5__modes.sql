-- What an alert amounts to: live, snoozed or shadow. Those that are there already flag something.

alter table alerts add column mode text not null default 'live';
