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

# Many short iterations, in this process: the fastest counts, so that a busy machine spoils little; ratios matter, not nanoseconds.
run_benchmarks() {
  local filters=() folder
  for folder in tests/CarNkMonitor.Benchmarks/*/; do
    folder=$(basename "$folder")
    case $folder in
      bin | obj | Trends) ;;
      RealData) [ ! -d ../shared/data ] || filters+=("*.Benchmarks.$folder.*") ;;   # a stranger's clone has none
      *) filters+=("*.Benchmarks.$folder.*") ;;
    esac
  done
  say "== Benchmarks: ${filters[*]}"
  measure "${filters[@]}" || return 1
  local again
  for again in 1 2; do   # those that are held to a ratio
    CARNK_BENCHMARKS=$scratch/again.csv measure '*.OneCrs.*' '*.CtcaeRow.*' || return 1
    tail -n +2 "$scratch/again.csv" >>"$CARNK_BENCHMARKS"
  done
}

# Compiled fully at once: a short process would measure what is compiled in haste.
measure() { # filters
  DOTNET_TieredCompilation=0 in_group dotnet tests/CarNkMonitor.Benchmarks/bin/Release/net10.0/CarNkMonitor.Benchmarks.dll \
    --job short --warmupCount 20 --iterationCount 60 --iterationTime 5 --inProcess --artifacts "$scratch/benchmarks" --filter "$@" >"$scratch/benchmarks.log" 2>&1 ||
    { tail -n 40 "$scratch/benchmarks.log"; return 1; }
}

run_mutation() {
  say "== Mutation testing; this takes hours"
  in_group ./tests/mutation.sh --to "$CARNK_MUTATION_REPORT" && build "tests/$project" Release   # it was built without the tests of this proof
}
