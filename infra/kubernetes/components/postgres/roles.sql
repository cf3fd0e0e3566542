-- Who may do what in Weir's database; run once, by the superuser, when the database is made.
-- Passwords come from files that only the server's container has.

create role weir_writer nologin;
create role weir_reader nologin;

do $$
declare
  job_password text := rtrim(pg_read_file('/run/secrets/postgres-job-password'), E'\r\n');
  page_password text := rtrim(pg_read_file('/run/secrets/postgres-page-password'), E'\r\n');
begin
  execute format('create role weir_job login password %L in role weir_writer', job_password);
  execute format('create role weir_page login password %L in role weir_reader', page_password);
end
$$;

-- The job makes its tables at its first start, and says who else may use them.
grant usage, create on schema public to weir_job with grant option;
alter role weir_page set default_transaction_read_only = on;
