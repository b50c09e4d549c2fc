#!/usr/bin/env bash
# Runs one long proof on real parts, which it brings where it may, with the program built as it is delivered (Release).
#
#   ./tests/proof.sh first-run             the real data of ../shared/data, all of it, through the real use cases
#   ./tests/proof.sh grading               the grading tables: truth tables, laws, every case file through the real verb, benchmarks
#   ./tests/proof.sh courses               real data imported and assessed by every table on both databases; the record refuses changes
#   ./tests/proof.sh NAME --nightly        the same at the size that suits a night; grading also tests its tests by mutation
#
# Last line: "NAME: ok, figures" (exit 0) or "NAME: failed, why" (exit 1). Bad usage or an unknown name: exit 2.
#
# A proof is one or more tests that carry
#   [Fact(Explicit = true), Trait("Proof", "first-run")]
# Explicit keeps them out of run.sh; the trait is their name here (it may stand on the class, Explicit stands on each test).
# They see CARNK_PROOF=first-run, and CARNK_PROOF_NIGHTLY=true with --nightly. What they found they write to their test output,
# in lines that begin with "FIGURES: "; they make up the last line. A proof without figures, or one that was skipped because
# its data is missing, proves nothing and has failed. What else a proof needs is in tests/lib/proof-NAME.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
for piece in common postgres parts results; do . "tests/lib/$piece.sh"; done

proofs=(first-run grading courses)

[ "${1:-}" != -h ] && [ "${1:-}" != --help ] || { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0; }
name=${1:-}
[[ -n "$name" && " ${proofs[*]} " == *" $name "* ]] || bad_usage "Usage: proof.sh NAME [--nightly]. The proofs are: ${proofs[*]}"
export CARNK_PROOF=$name
case ${2:-} in
  --nightly) export CARNK_PROOF_NIGHTLY=true ;;
  '') ;;
  *) bad_usage "Unknown argument $2; there is only --nightly." ;;
esac

give_up() { echo "$name: failed, $*"; exit 1; }

nightly() { [ "${CARNK_PROOF_NIGHTLY:-}" = true ]; }

must_have_passed() {
  [ "$failed" = 0 ] || give_up "$failed failed: $(names_with Fail "$report" | paste -sd ' ')"
  [ "$skipped" = 0 ] || give_up "$skipped skipped: $(names_with Skip "$report" | paste -sd ' ')"
}

. "tests/lib/proof-$name.sh"
prepare
passed=0
run_tests "$project" Release -explicit only -trait "Proof=$name" -showLiveOutput

must_have_passed
[ "$passed" != 0 ] || give_up "there is no test with the trait Proof=$name"
figures=$(sed -n 's/.*FIGURES: //p' "$report" | sed 's#</output>.*##' | plain_text | awk 'NR > 1 { printf "; " } { printf "%s", $0 }')
[ -n "$figures" ] || give_up "it gave no figures"
echo "$name: ok, $figures"
