#!/bin/bash
# Runs once, when the database is empty. The tables belong to casewright_owner, which only the migrations use; the service works as
# casewright_app, so it cannot drop the trigger that keeps the audit trail append-only.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v owner_password="$(cat /run/secrets/spring.flyway.password)" -v app_password="$(cat /run/secrets/spring.datasource.password)" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role casewright_owner login password :'owner_password';
create role casewright_app login password :'app_password';
revoke create on schema public from public;
grant create, usage on schema public to casewright_owner;
grant usage on schema public to casewright_app;
alter default privileges for role casewright_owner in schema public grant select, insert, update, delete on tables to casewright_app;
alter default privileges for role casewright_owner in schema public grant usage, select on sequences to casewright_app;
SQL
