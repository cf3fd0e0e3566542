-- An alert of an expression has no limit; it has the values of the features that the expression asked for.

alter table alerts alter column observed drop not null;
alter table alerts alter column alert_limit drop not null;
alter table alerts alter column unit drop not null;
alter table alerts add column feature_values jsonb;
