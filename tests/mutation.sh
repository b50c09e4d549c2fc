#!/usr/bin/env bash
# Tests the tests of CarNkMonitor.Grading: changes its code in small ways, one at a time, and looks whether a test notices (Stryker).
#
#   ./tests/mutation.sh                       every folder, one after the other; hours
#   ./tests/mutation.sh Crs Urgency           these folders alone; Root is the files beside the folders
#   ./tests/mutation.sh --to DIR [FOLDER...]  reports into DIR instead of artifacts/mutation
#
# A folder whose report is already there is passed over, so that a broken run can go on. What survived stands in each report
# (DIR/FOLDER/reports/mutation-report.json) and is judged in docs/validation/mutation.md.
set -euo pipefail
cd "$(dirname "$0")/.."

to=$PWD/artifacts/mutation
[ "${1:-}" != -h ] && [ "${1:-}" != --help ] || { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0; }
if [ "${1:-}" = --to ]; then to=$(realpath -m "${2:?--to needs a folder}"); shift 2; fi

sources=src/CarNkMonitor.Grading
folders=("$@")
[ $# -gt 0 ] || folders=(Root $(find "$sources" -mindepth 1 -maxdepth 1 -type d ! -name bin ! -name obj -printf '%f\n' | sort))

# A law needs few tries to notice a changed sign. What only the whole library or a document can say is left out of these runs.
export CARNK_LAW_TRIES=${CARNK_LAW_TRIES:-200} CARNK_MUTATION=true

# Whose tests look at a folder's mutants: its own and the worked cases; all of them where every table stands on the folder.
tests_of() {
  case $1 in
    Root|Cases|Courses|Explanations|Facts) ;;
    *) echo "$1 Cases.WorkedCases" ;;
  esac
}

dotnet tool restore >/dev/null
for folder in "${folders[@]}"; do
  [ "$folder" = Root ] || [ -d "$sources/$folder" ] || { echo "There is no folder $sources/$folder." >&2; exit 2; }
  [ ! -e "$to/$folder/reports/mutation-report.json" ] || { echo "$folder: its report is there."; continue; }
  echo "== $folder"
  if [ "$folder" = Root ]; then files='*.cs'; else files="$folder/**/*.cs"; fi
  (cd tests/CarNkMonitor.Grading.Tests && CARNK_MUTATION_TESTS=$(tests_of "$folder") dotnet stryker --mutate "$files" --output "$to/$folder") || exit 1
done
