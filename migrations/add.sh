#!/usr/bin/env bash
# Adds a migration for both databases from the same model, so that neither is forgotten.
#
#   ./migrations/add.sh NAME                 what changed, such as AddInfusionRound
#   ./migrations/add.sh --recreate-initial   throws the generated migrations away and makes Initial anew
#
# --recreate-initial is only allowed before the first release: databases that exist could not follow.
# Migrations written by hand lie outside the folders Migrations; they stay, and must still sort after Initial.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

projects=(migrations/CarNkMonitor.Migrations.Sqlite migrations/CarNkMonitor.Migrations.Postgres)

case ${1:-} in
  --recreate-initial) name=Initial; for project in "${projects[@]}"; do rm -rf "$project/Migrations"; done ;;
  [A-Z]*) name=$1 ;;
  *) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac

dotnet tool restore
for project in "${projects[@]}"; do
  dotnet ef migrations add "$name" --project "$project" --startup-project "$project" --output-dir Migrations
done
