#!/usr/bin/env bash
# Tests the tests of CarNkMonitor.Grading: changes its code in small ways, one at a time, and looks whether a test notices (Stryker).
#
#   ./tests/mutation.sh                        every folder, a few at a time; an hour or two
#   ./tests/mutation.sh Crs "Hlh Mas"          these folders, those in one quotation together; Root is the files beside the folders
#   ./tests/mutation.sh --to DIR [FOLDERS...]  reports into DIR instead of artifacts/mutation
#
# Texts and the declarations of case tables, of quantities and of the terms of CTCAE are left out: they stand in static fields, which are filled once, before
# a mutant is switched on, and every one of them stands in an approved text. What has a report of the same code and tests is passed over, so that a broken run can go on. What survived stands
# in each report (DIR/FOLDERS/reports/mutation-report.json) and is judged in docs/validation/mutation.md.
set -euo pipefail
cd "$(dirname "$0")/.."

to=$PWD/artifacts/mutation
[ "${1:-}" != -h ] && [ "${1:-}" != --help ] || { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0; }
if [ "${1:-}" = --to ]; then to=$(realpath -m "${2:?--to needs a folder}"); shift 2; fi

sources=src/CarNkMonitor.Grading
groups=("Crs Schedule Urgency" "Icans IecHs" "Hlh Mas" "Cytopenia Scores" "EarlyWarning Gvhd Infection" "Ctcae Quantities" "Cases Courses Explanations Facts Root")
[ $# -eq 0 ] || groups=("$@")

# A broken run must not leave the mutated library where the next build takes it for its own.
put_back() {
  local kept
  for kept in tests/CarNkMonitor.Grading.Tests/bin/*/net10.0/*.stryker-unchanged; do
    [ ! -e "$kept" ] || mv -f "$kept" "${kept%.stryker-unchanged}"
  done
}
trap put_back EXIT

# A law needs few tries to notice a changed sign. What only a document can say is left out of these runs.
export CARNK_LAW_TRIES=${CARNK_LAW_TRIES:-200} CARNK_MUTATION=true

# Whose tests look at the mutants of some folders: their own, those of courses and what the worked cases are told; all of them where every table stands on the folders.
tests_of() {
  case " $1 " in
    *" Cases "*|*" Courses "*|*" Explanations "*|*" Facts "*|*" Root "*) ;;
    *) echo "$(sed 's/[A-Za-z]*/&./g' <<<"$1") Courses.Laboratory Courses.AttributionLives Cases.ApprovedTables" ;;
  esac
}

# A report speaks of the code that it was made from and of the tests that looked at it: of all classes of tests the others are left out, and only these.
code_of() {
  find "$sources" tests/CarNkMonitor.Grading.Tests tests/cases tests/approved -type f -not -path '*/bin/*' -not -path '*/obj/*' | LC_ALL=C sort |
    awk -v looking="$(tests_of "$1")" '
      /Tests\.cs$/ && looking != "" {
        class = $0
        sub(/^tests\/CarNkMonitor\.Grading\.Tests\//, "", class)
        gsub("/", ".", class)
        looks = 0
        for (at = split(looking, names, " "); at > 0; at--) if (index(class, names[at]) == 1) looks = 1
        if (!looks) next
      }
      { print }' | xargs -d '\n' sha256sum | sha256sum | cut -d' ' -f1
}

dotnet tool restore >/dev/null
for group in "${groups[@]}"; do
  mutate=(--mutate '!**/*CaseTable.cs' --mutate '!**/*Quantities.cs' --mutate '!**/Ctcae5.cs' --mutate '!**/Ctcae6.cs')
  for folder in $group; do
    [ "$folder" = Root ] || [ -d "$sources/$folder" ] || { echo "There is no folder $sources/$folder." >&2; exit 2; }
    if [ "$folder" = Root ]; then mutate+=(--mutate '*.cs'); else mutate+=(--mutate "$folder/**/*.cs"); fi
  done
  name=${group// /-} code=$(code_of "$group")
  [ "$(cat "$to/$name/code" 2>/dev/null)" != "$code" ] || { echo "$name: its report is there."; continue; }
  echo "== $name"
  rm -rf "${to:?}/$name"
  (cd tests/CarNkMonitor.Grading.Tests && CARNK_MUTATION_TESTS=$(tests_of "$group") dotnet stryker "${mutate[@]}" --output "$to/$name") || exit 1
  echo "$code" >"$to/$name/code"
done
