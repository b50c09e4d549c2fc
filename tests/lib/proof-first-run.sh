# Sourced by proof.sh: what the proof first-run needs.

project=CarNkMonitor.Web.Tests

prepare() {
  bring_parts || give_up "its parts could not be brought"
  build "tests/$project" Release || give_up "the build failed"
}
