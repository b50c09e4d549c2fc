# Sourced: finds the real parts (PostgreSQL, Chromium), and installs Debian's packages where they are missing and this may be done.

# PostgreSQL 15 is what Debian 12 brings; a newer one that is already there serves as well.
find_postgres() {
  local bin
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V); do
    [ "$(basename "$(dirname "$bin")")" -ge 15 ] 2>/dev/null && [ -x "$bin/initdb" ] && postgres_bin=$bin && return
  done
  return 1
}

find_chromium() { chromium=$(command -v chromium); }

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
  say "Installing $* from Debian's packages ..."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# Missing in CI is an error of the set-up; elsewhere the tests that need the part skip themselves.
part_missing() { # what, which tests
  if in_ci; then say "$1 is missing and could not be installed: an error, because CI=true."; return 1; fi
  say "$1 is missing and could not be installed (that takes root and apt-get): $2 will be skipped."
}

bring_parts() {
  local missing=()
  find_postgres || missing+=(postgresql)
  find_chromium || missing+=(chromium)
  if [ ${#missing[@]} -gt 0 ] && may_install; then
    install_packages "${missing[@]}" || say "apt-get failed."
  fi
  unset CARNK_TEST_POSTGRES CARNK_TEST_CHROMIUM
  if find_postgres; then start_postgres || return 1; else part_missing PostgreSQL "tests on PostgreSQL" || return 1; fi
  if find_chromium; then export CARNK_TEST_CHROMIUM=$chromium; else part_missing Chromium "tests in a browser" || return 1; fi
}
