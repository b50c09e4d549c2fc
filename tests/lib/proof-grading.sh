# Sourced by proof.sh: what the proof grading needs. It asks for no database and no browser.

project=CarNkMonitor.Grading.Tests

prepare() {
  build tests/CarNkMonitor.Benchmarks Release || give_up "the build failed"   # brings the program itself
  build "tests/$project" Release || give_up "the build failed"

  # Truth tables, worked cases and laws (a million tries with --nightly); the report says which rule each test holds.
  run_tests "$project" Release
  must_have_passed
  export CARNK_REPORT=$scratch/tests.xml
  cp "$report" "$CARNK_REPORT"

  export CARNK_BENCHMARKS=$scratch/benchmarks.csv
  run_benchmarks || give_up "the benchmarks did not run"

  if nightly; then
    export CARNK_MUTATION_REPORT=$PWD/artifacts/proof/mutation   # stays: what has a report of the same code is not tried again
    run_mutation || give_up "mutation testing did not run"
  fi
}

# A process for each folder: the runtime compiles for what it has seen, and would compile one table's code for what the folder before it asked. Warm for two seconds each:
# what ran for less is still compiled in haste, above all the straight line, and flatters the ratio. The fastest iteration counts for the nanoseconds; the ratio is
# measured by itself, in turns.
run_benchmarks() {
  local all=$CARNK_BENCHMARKS folder
  say "== Benchmarks"
  for folder in tests/CarNkMonitor.Benchmarks/*/; do
    folder=$(basename "$folder")
    case $folder in
      bin | obj | Trends) continue ;;
      RealData) [ -d ../shared/data ] || continue ;;   # a stranger's clone has none
    esac
    CARNK_BENCHMARKS=$scratch/benchmarks-$folder.csv
    in_group dotnet tests/CarNkMonitor.Benchmarks/bin/Release/net10.0/CarNkMonitor.Benchmarks.dll \
      --job short --warmupCount 40 --iterationCount 20 --iterationTime 50 --inProcess --artifacts "$scratch/benchmarks" --filter "*.Benchmarks.$folder.*" \
      >"$scratch/benchmarks.log" 2>&1 || { tail -n 40 "$scratch/benchmarks.log"; return 1; }
    [ -s "$all" ] || head -n 1 "$CARNK_BENCHMARKS" >"$all"
    tail -n +2 "$CARNK_BENCHMARKS" >>"$all"
  done
  CARNK_BENCHMARKS=$all
}

run_mutation() {
  say "== Mutation testing; this takes hours"
  in_group ./tests/mutation.sh --to "$CARNK_MUTATION_REPORT" && build "tests/$project" Release   # it was built without the tests of this proof
}
