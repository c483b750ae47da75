# shellcheck shell=bash
# What compare.sh and growth.sh share: the program that is measured, and what is said of it.

target_folder() {
  (cd "$here/.." && cargo metadata --format-version 1 --no-deps --offline |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
}

# The commit of the program, if it was built from this repository or the caller says it; else its version.
program_commit() {
  local commit
  if [ -n "${BODYGUARD_COMMIT:-}" ]; then
    echo "$BODYGUARD_COMMIT"
  elif [ "$BUILT_HERE" = yes ]; then
    commit=$(git -C "$here" rev-parse --short=12 HEAD 2>/dev/null) || commit=unknown
    git -C "$here" diff --quiet HEAD -- ../src ../queries ../Cargo.toml 2>/dev/null || commit="$commit with changes"
    echo "$commit"
  else
    "$BODYGUARD" --version | sed 's/^bodyguard //'
  fi
}

machine() {
  local cpu
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
  echo "${cpu:-$(uname -m)}, $(getconf _NPROCESSORS_ONLN) processors"
}

BUILT_HERE=no
if [ -z "${BODYGUARD:-}" ]; then
  (cd "$here/.." && cargo build --quiet --profile dist --bin bodyguard)
  BODYGUARD=$(target_folder)/dist/bodyguard
  BUILT_HERE=yes
fi
BODYGUARD=$(command -v "$BODYGUARD")
case $BODYGUARD in /*) ;; *) BODYGUARD=$PWD/$BODYGUARD ;; esac
