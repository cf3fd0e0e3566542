-- Of a record that is too large for a dead letter "original" has the first bytes. These columns have
-- the size and the hash of the whole, which is found by its topic, partition and offset. They are
-- null where the whole is there.

alter table dead_letters
  add column original_size   bigint,
  add column original_sha256 text;
