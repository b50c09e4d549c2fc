# Sourced: builds, runs test programs, and reads what they report. The report (xunit's XML) is the truth, not the printed text:
# a program that ends without one has crashed.

passed=0 failed=0 skipped=0

build() { # what (solution or project), configuration
  say "Building $1 ($2); the first time this fetches the packages ..."
  # One compiler for all projects, which costs a fifth less than one for each; it ends with its group. No other build servers: they would outlive this run.
  in_group dotnet build "$1" -c "$2" -nodeReuse:false -p:UseSharedCompilation=true -p:UseRazorBuildServer=false -v quiet
}

run_tests() { # project, configuration, arguments for the runner ...; leaves the report in $report
  local status=0
  say "== $1"
  in_group test_program "$@" || status=$?
  read_report "$1" "$status"
}

# The same beside others: what it prints is kept until somebody waits for it.
start_tests() { # project, configuration, arguments for the runner ...
  start_group test_program "$@" >"$scratch/$1.log" 2>&1
}

finish_tests() { # project; the one that was started last
  local status=0
  finish_group || status=$?
  say "== $1"
  cat "$scratch/$1.log"
  read_report "$1" "$status"
}

test_program() {
  local project=$1 configuration=$2
  shift 2
  rm -f "$scratch/$project.xml"
  # By dotnet and not by the program's own start file, which looks for .NET only in the usual places.
  exec dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" -noLogo -noColor -noAutoReporters -result-xml "$scratch/$project.xml" "$@"
}

read_report() { # project, exit code
  local project=$1 status=$2
  report=$scratch/$project.xml
  if ! grep -q '<assembly ' "$report" 2>/dev/null; then
    say "$project ended with exit code $status and without a report: it crashed, or its arguments are wrong."
    failed=$((failed + 1))
    return
  fi
  add_counts "$status"
}

add_counts() { # exit code
  local bad
  bad=$(($(count failed) + $(count errors)))
  # An exit code that the report does not explain is a failure as well.
  [ "$bad" -gt 0 ] || [ "$1" = 0 ] || bad=1
  passed=$((passed + $(count passed)))
  failed=$((failed + bad))
  skipped=$((skipped + $(count skipped)))
}

count() { grep -o '<assembly [^>]*' "$report" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"; }

names_with() { # result (Fail, Skip), reports ...
  local result=$1
  shift
  cat "$@" 2>/dev/null | grep -o "<test [^>]* result=\"$result\"" | sed 's/.* name="\([^"]*\)".*/\1/' | plain_text
}

plain_text() { sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'; }
