#!/usr/bin/env bash
# Generates trees, small and large, runs bodyguard on each, and prints Markdown: does the cost grow with the code, or faster?
#
#     benches/growth.sh
#     ROUNDS=1 BODYGUARD=/usr/bin/bodyguard SHAPES="deep-chain" benches/growth.sh
#
# ROUNDS     how often each runs (3)
# BODYGUARD  the program (a build of this repository by the profile dist), BODYGUARD_COMMIT what to call it
# MEASURE    further arguments of measure.py, such as "--no-warm-up --timeout 60"
# SHAPES     which trees ("realistic huge-package huge-function deep-chain wide-interface many-wrappers")
# SEED       of the trees (1)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=program.sh
. "$here/program.sh"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

(cd "$here/.." && cargo build --quiet --release --example go_tree)
go_tree=$(target_folder)/release/examples/go_tree

sizes_of() {
  case $1 in
  realistic) echo 1 2 5 10 ;;
  huge-package) echo 500 1000 2500 5000 ;;
  huge-function) echo 1000 2000 4000 10000 20000 ;;
  wide-interface) echo 100 200 500 1000 ;;
  *) echo 1000 2000 5000 10000 ;;
  esac
}

jobs() {
  local shape size tree smallest
  for shape in ${SHAPES:-realistic huge-package huge-function deep-chain wide-interface many-wrappers}; do
    smallest=
    for size in $(sizes_of "$shape"); do
      smallest=${smallest:-$size}
      tree=$home/$shape-$size
      "$go_tree" "$tree" --shape "$shape" --scale "$size" --seed "${SEED:-1}" >&2
      printf '%s\t%s\t%s\texec %q check --quiet --exit-zero --output-format concise .\n' \
        "$shape" "$size ($((size / smallest))x)" "$tree" "$BODYGUARD"
    done
  done
}

echo "$(date -u +%Y-%m-%d), bodyguard $(program_commit), $(machine); medians of ${ROUNDS:-3} rounds in turn."
echo
jobs >"$home/jobs"
python3 "$here/measure.py" ${MEASURE:-} --rounds "${ROUNDS:-3}" <"$home/jobs"
