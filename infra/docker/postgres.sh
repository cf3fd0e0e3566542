#!/bin/bash
# PostgreSQL over TLS only. It wants to own its key and that nobody else can read it, which a file that is mounted from
# the machine cannot give: so the key is copied, into memory.
set -euo pipefail

install -m 600 /run/secrets/postgres.key /tmp/postgres.key
exec docker-entrypoint.sh postgres -c hba_file=/etc/weir/pg_hba.conf \
  -c ssl=on -c ssl_min_protocol_version=TLSv1.2 -c ssl_cert_file=/run/secrets/postgres.crt -c ssl_key_file=/tmp/postgres.key
