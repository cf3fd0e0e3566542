-- By which keys besides the user a rule looked, and the value of each in the judged payment; null for rules
-- that look at the user only.

alter table alerts add column judged_by jsonb;
