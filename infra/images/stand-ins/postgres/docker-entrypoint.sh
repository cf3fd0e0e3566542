#!/bin/bash
# A new database on an empty folder, then the server: as the official entry point, run by no root.
set -euo pipefail

# of NAME DEFAULT: what the variable says, or the file that NAME_FILE names.
of() {
  local file=${1}_FILE
  if [ -n "${!1:-}" ] && [ -n "${!file:-}" ]; then
    echo "error: both $1 and $file are set (but are exclusive)" >&2
    exit 1
  fi
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-${2:-}}"; fi
}

if [ "${1:-postgres}" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  password=$(of POSTGRES_PASSWORD)
  user=$(of POSTGRES_USER postgres)
  database=$(of POSTGRES_DB "$user")
  arguments=$(of POSTGRES_INITDB_ARGS)
  if [ -z "$password" ]; then
    echo "Error: Database is uninitialized and superuser password is not specified." >&2
    exit 1
  fi
  chmod 0700 "$PGDATA" || true
  # shellcheck disable=SC2086 # Arguments are many words.
  initdb --pgdata="$PGDATA" --username="$user" --pwfile=<(printf '%s\n' "$password") $arguments
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  export PGPASSWORD=$password
  # These programs look for the server's socket file where the server is told to make it.
  # With the server's own settings, as officially.
  pg_ctl --pgdata="$PGDATA" --wait \
    --options="$(printf '%q ' "${@:2}" -c listen_addresses= -k /var/run/postgresql)" start
  sql=(psql -v ON_ERROR_STOP=1 --host=/var/run/postgresql --username="$user" --no-password --no-psqlrc)
  if [ "$database" != postgres ]; then
    "${sql[@]}" --dbname=postgres --set=db="$database" <<< 'create database :"db"'
  fi
  for each in /docker-entrypoint-initdb.d/*.sql; do
    [ ! -e "$each" ] || "${sql[@]}" --dbname="$database" --file="$each"
  done
  pg_ctl --pgdata="$PGDATA" --mode=fast --wait stop
  unset PGPASSWORD
fi
exec "$@" -c listen_addresses='*' -k /var/run/postgresql
