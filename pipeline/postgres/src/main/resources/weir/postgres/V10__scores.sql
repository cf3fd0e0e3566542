-- What a model gave a payment, from 0 to 1000; null without one.

alter table transactions add column score integer;
