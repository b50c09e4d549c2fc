#!/usr/bin/env bash
# Builds everything and runs all tests on real parts (a throw-away PostgreSQL cluster, Chromium), which it brings where it may.
#
#   ./tests/run.sh                                   all tests
#   ./tests/run.sh --only Grading                    one test project, and only that is built
#   ./tests/run.sh --only Grading -- -class '*Crs*'  what follows -- goes to the runner (try -- --help)
#
# Last line: N passed, N failed, N skipped. Exit 1 when something failed or crashed, when no test ran,
# and with CI=true also when something was skipped; 2 for bad usage.
# Tests marked Explicit are proofs (see proof.sh) and do not run here.
set -euo pipefail
cd "$(dirname "$0")/.."
for piece in common postgres parts results; do . "tests/lib/$piece.sh"; done

# Many programs that live for seconds: to profile them for later costs a third more time than it ever gives back.
export DOTNET_TieredPGO=0

only=
while [ $# -gt 0 ]; do
  case $1 in
    --only) only=${2:?--only needs the name of a project, such as Grading}; shift 2 ;;
    --) shift; break ;;
    -h | --help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
    *) bad_usage "Unknown argument $1; try --help." ;;
  esac
done

projects=(tests/CarNkMonitor.${only:-*}.Tests)
target=CarNkMonitor.sln
[ -z "$only" ] || target=${projects[0]}
[ -d "${projects[0]}" ] || bad_usage "There is no test project ${projects[0]}."

conclude() {
  names_with Skip "$scratch"/*.xml | sed 's/^/skipped: /' || true
  names_with Fail "$scratch"/*.xml | sed 's/^/failed:  /' || true
  local verdict=0
  [ "$failed" = 0 ] || verdict=1
  if [ $((passed + failed + skipped)) = 0 ]; then say "No test ran: a failure."; verdict=1; fi
  if in_ci && [ "$skipped" != 0 ]; then say "Skipped tests are failures, because CI=true."; verdict=1; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  exit $verdict
}

bring_parts || { failed=1; conclude; }
build "$target" Release || { say "The build failed."; failed=1; conclude; }
# Those of the record run beside those of the pages, which wait for browsers and for programs that start; the others come first.
record=CarNkMonitor.Monitoring.Tests pages=CarNkMonitor.Web.Tests
names=("${projects[@]##*/}")
for name in "${names[@]}"; do
  [ -z "$only" ] && [[ "$name" == "$record" || "$name" == "$pages" ]] || run_tests "$name" Release "$@"
done
if [ -z "$only" ]; then
  start_tests "$record" Release "$@"
  run_tests "$pages" Release "$@"
  finish_tests "$record"
fi
conclude
