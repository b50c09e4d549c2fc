# Sourced: a throw-away PostgreSQL cluster for this run alone.

postgres_home=

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  local user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  (cd / && runuser -u "$user" -- "$@")
}

# Durability is switched off: nobody needs this data after the run.
start_postgres() {
  # Directly below /tmp: a socket's path is limited to 107 bytes, and the unprivileged user must reach it.
  postgres_home=$(as_postgres mktemp -d /tmp/carnk-postgres.XXXXXX) || return 1
  local password port
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$password" | as_postgres sh -c "umask 077; cat >'$postgres_home/password'"
  as_postgres "$postgres_bin/initdb" -D "$postgres_home/data" -U carnk -E UTF8 --locale=C.UTF-8 --no-sync \
    --auth=scram-sha-256 --pwfile="$postgres_home/password" >"$scratch/initdb.log" 2>&1 ||
    { postgres_failed "$scratch/initdb.log"; return 1; }

  # A port can be taken by somebody else at any moment, so trying is the only honest test for a free one.
  # Below 32768, where the kernel does not hand out ports by itself.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 12000))
    if as_postgres "$postgres_bin/pg_ctl" start -w -s -D "$postgres_home/data" -l "$postgres_home/log" -o "\
      -c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_home \
      -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null 2>&1 </dev/null; then
      export CARNK_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=carnk;Password=$password;Database=postgres"
      return
    fi
  done
  postgres_failed "$postgres_home/log"
  return 1
}

postgres_failed() { # log
  say "The throw-away PostgreSQL did not start:"
  tail -n 20 "$1"
}

stop_postgres() {
  [ -n "$postgres_home" ] || return 0
  as_postgres "$postgres_bin/pg_ctl" stop -s -m immediate -D "$postgres_home/data" >/dev/null 2>&1 || true
  rm -rf "$postgres_home"
  postgres_home=
}
