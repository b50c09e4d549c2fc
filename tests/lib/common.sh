# Sourced by run.sh and proof.sh: messages, the rule for missing parts, and what is undone at the end.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# Every web host of the tests would hold one of the machine's few file watchers (128 by default) until it is collected.
export DOTNET_USE_POLLING_FILE_WATCHER=true

say() { printf '%s\n' "$*"; }

bad_usage() { printf '%s\n' "$*" >&2; exit 2; }

in_ci() { [ "${CI:-}" = true ]; }

# A folder for this run's own notes (reports, logs); gone at the end.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/carnk-run.XXXXXX")

# A command in a process group of its own, so that what it started and forgot also ends, and so does all of it on a signal.
groups=()
in_group() {
  start_group "$@"
  finish_group
}

start_group() {
  set -m
  "$@" </dev/null &
  groups+=($!)
  set +m
}

finish_group() { # the one that was started last
  local status=0
  wait "${groups[-1]}" || status=$?
  end_group
  return "$status"
}

end_group() {
  local group=${groups[-1]} tries=0
  unset 'groups[-1]'
  kill -TERM -- "-$group" 2>/dev/null || return 0
  while kill -0 -- "-$group" 2>/dev/null && [ $((tries += 1)) -le 20 ]; do sleep 0.2; done
  kill -KILL -- "-$group" 2>/dev/null || true
}

clean_up() {
  trap '' INT TERM HUP
  while [ ${#groups[@]} -gt 0 ]; do end_group; done
  stop_postgres
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
