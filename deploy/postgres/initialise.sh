#!/bin/bash
# One database and one role for each service; no role can connect to another's database. Runs once, on an empty data directory.
set -e
for service in pricing booking identity payments notifications; do
  password=$(cat "/run/secrets/$service")
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set service="$service" --set password="$password" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'password';
CREATE DATABASE :"service" OWNER :"service" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
REVOKE CONNECT, TEMPORARY ON DATABASE :"service" FROM PUBLIC;
ALTER ROLE :"service" SET log_error_verbosity = terse;  -- the rest of an error shows the row, and with it people's names
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -c 'REVOKE CONNECT ON DATABASE postgres FROM PUBLIC' -c 'REVOKE CONNECT ON DATABASE template1 FROM PUBLIC'
