# Sourced by proof.sh: what the proof courses needs.

project=CarNkMonitor.Web.Tests

prepare() {
  bring_parts || give_up "its parts could not be brought"

  # Both databases refuse to change the record, and verify-audit names the first bad row.
  build tests/CarNkMonitor.Monitoring.Tests Release || give_up "the build failed"
  run_tests CarNkMonitor.Monitoring.Tests Release -class '*RefuseChangesTests' -class '*VerifyAuditTests'
  must_have_passed
  say "== The record: $passed tests of refused changes and of verify-audit passed"

  build "tests/$project" Release || give_up "the build failed"
}
