#!/usr/bin/env bash
# Runs bodyguard beside other tools on folders, and prints Markdown.
#
#     benches/compare.sh ../kubernetes ../moby
#     ROUNDS=3 BODYGUARD=/usr/bin/bodyguard TOOLS="rg ast-grep" benches/compare.sh .
#
# ROUNDS     how often each runs (5)
# BODYGUARD  the program (a build of this repository by the profile dist), BODYGUARD_COMMIT what to call it
# MEASURE    further arguments of measure.py, such as "--no-warm-up --timeout 60"
# TOOLS      which others to run where they are installed ("rg bodyclose golangci-lint ast-grep")
#
# bodyclose and golangci-lint need code that builds, with its dependencies at hand. Their first run, which is not
# measured, fills Go's build cache; the results of the analysis itself are not taken from a cache.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -eq 0 ]; then
  echo "usage: benches/compare.sh DIR..." >&2
  exit 2
fi
# shellcheck source=program.sh
. "$here/program.sh"

tools=${TOOLS:-rg bodyclose golangci-lint ast-grep}
wants() { case " $tools " in *" $1 "*) command -v "$1" >/dev/null ;; *) false ;; esac; }
skipped=()
for tool in $tools; do
  command -v "$tool" >/dev/null || skipped+=("$tool")
done

# The commit of a folder that is the top of a checkout.
commit() {
  local top
  top=$(git -C "$1" rev-parse --show-toplevel 2>/dev/null) || top=
  if [ -n "$top" ] && [ "$top" = "$(cd "$1" && pwd -P)" ]; then
    git -C "$1" rev-parse --short=12 HEAD
  else
    echo "no checkout"
  fi
}

# A file as a hook would name it: of those that close a body, the one with the most imports, which asks for most.
one_file() {
  (cd "$1" && find . -name '*.go' ! -name '*_test.go' ! -path '*/vendor/*' ! -path '*/testdata/*' -print0 |
    xargs -r -0 grep -lZ 'Body\.Close()' | xargs -r -0 grep -cH '^	[A-Za-z0-9_.]* *"[^" ]*"$' |
    LC_ALL=C sort -t: -k2,2nr -k1,1 | head -n 1 | sed 's/:[0-9]*$//') 2>/dev/null || true
}

jobs_of() {
  local dir=$1 name file check
  name=$(basename "$(cd "$dir" && pwd)")
  check="exec $(printf %q "$BODYGUARD") check --quiet --exit-zero --output-format concise"
  job() { printf '%s\t%s\t%s\t%s\n' "$name" "$1" "$dir" "$2"; }
  if wants rg; then
    job 'rg' "exec rg -c net/http -t go"
  fi
  job 'bodyguard' "$check ."
  job 'bodyguard, 1 thread' "$check --threads 1 ."
  job 'bodyguard, 2 threads' "$check --threads 2 ."
  file=$(one_file "$dir")
  if [ -n "$file" ]; then
    job "bodyguard, one file" "$check $(printf %q "$file")"
  fi
  if wants ast-grep; then
    job 'ast-grep, one pattern' "exec ast-grep run -l go -p 'resp, err := \$A.Do(\$B)' ."
  fi
  if wants bodyclose && command -v go >/dev/null; then
    # Go asks a tool for a sum of itself and keeps results by it: another byte in the end, and nothing is known yet.
    job 'bodyclose' "t=\$(mktemp) && cp $(printf %q "$(command -v bodyclose)") \$t && echo \$RANDOM\$RANDOM >>\$t && chmod +x \$t && go vet -vettool=\$t ./...; c=\$?; rm -f \$t; exit \$c"
  fi
  if wants golangci-lint; then
    local only='--default none --enable bodyclose'
    if golangci-lint version 2>/dev/null | grep -q 'version v\?1\.'; then
      only='--disable-all --enable bodyclose'
    fi
    job 'golangci-lint, bodyclose only' "golangci-lint cache clean && exec golangci-lint run $only ./..."
  fi
}

echo "$(date -u +%Y-%m-%d), bodyguard $(program_commit), $(machine); medians of ${ROUNDS:-5} rounds in turn."
echo
for dir in "$@"; do
  file=$(one_file "$dir")
  echo "* $(basename "$(cd "$dir" && pwd)"): $(commit "$dir"); one file: ${file:-none}"
done
for tool in ${skipped[@]+"${skipped[@]}"}; do
  echo "* skipped: $tool is not installed"
done
echo
base=bodyguard
if wants rg; then
  base=rg
fi
for dir in "$@"; do
  jobs_of "$dir"
done | python3 "$here/measure.py" ${MEASURE:-} --rounds "${ROUNDS:-5}" --base "$base"
